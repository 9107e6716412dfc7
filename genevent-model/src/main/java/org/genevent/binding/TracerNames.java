package org.genevent.binding;

/**
 * Names in Java that follow from names of facilities and from the methods of events: whoever prints a tracer class, and
 * whoever looks for what clashes with it, asks here.
 */
public final class TracerNames {

  /** The static method that gives the one tracer. */
  public static final String GET = "get";

  /** The static method that binds the context. */
  public static final String BIND_CONTEXT = "bindContext";

  private TracerNames() {}

  /**
   * A name of a facility as Java writes it: {@code order_accepted} becomes {@code orderAccepted}. Underscores in front
   * stay, those at the end go.
   *
   * @param name the name
   * @return the name in camel case
   */
  public static String camelCase(String name) {
    StringBuilder camel = new StringBuilder(name.length());
    boolean raise = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' && camel.length() > 0) {
        raise = true;
      } else {
        camel.append(raise ? Character.toUpperCase(c) : c);
        raise = false;
      }
    }
    return camel.toString();
  }

  /**
   * The same with a capital, as types are called: {@code order_accepted} and {@code orderAccepted} become {@code
   * OrderAccepted}.
   *
   * @param name the name, not empty
   * @return the name in camel case with a capital behind the underscores in front
   */
  public static String capitalised(String name) {
    String camel = camelCase(name);
    int first = 0;
    while (first < camel.length() - 1 && camel.charAt(first) == '_') {
      first++;
    }
    return camel.substring(0, first)
        + Character.toUpperCase(camel.charAt(first))
        + camel.substring(first + 1);
  }

  /**
   * A name with an underscore in front of each word that begins with a capital: {@code orderAccepted} becomes {@code
   * order_Accepted}, {@code HTTPRequest} {@code HTTP_Request}, {@code sha256Sum} {@code sha256_Sum}. A run of capitals is
   * one word, but its last letter begins the next one if a small letter follows.
   *
   * @param name a name in camel case, or one that has its underscores
   * @return the name with its words apart, otherwise as it is
   */
  public static String wordsApart(String name) {
    StringBuilder words = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && startsWord(name, i)) {
        words.append('_');
      }
      words.append(c);
    }
    return words.toString();
  }

  private static boolean startsWord(String name, int i) {
    char before = name.charAt(i - 1);
    boolean smallFollows = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return Character.isLowerCase(before)
        || Character.isDigit(before)
        || Character.isUpperCase(before) && smallFollows;
  }

  /**
   * The method that tells whether an event is traced.
   *
   * @param method the event's method, for example {@code query}
   * @return its name, for example {@code isQueryEnabled}
   */
  public static String isEnabled(String method) {
    return "is" + capitalised(method) + "Enabled";
  }

  /**
   * The method that begins an event with a duration.
   *
   * @param method the event's method, for example {@code query}
   * @return its name, for example {@code beginQuery}
   */
  public static String begin(String method) {
    return "begin" + capitalised(method);
  }

  /**
   * The method that ends an event with a duration.
   *
   * @param method the event's method, for example {@code query}
   * @return its name, for example {@code endQuery}
   */
  public static String end(String method) {
    return "end" + capitalised(method);
  }
}
