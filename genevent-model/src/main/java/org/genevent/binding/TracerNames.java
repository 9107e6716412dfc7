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
