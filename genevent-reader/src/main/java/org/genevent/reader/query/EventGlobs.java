package org.genevent.reader.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Which events are meant: globs over {@code facility:event}, later ones over earlier ones, by the same rules as a session's.
 *
 * <p>{@code *} stands for any characters, {@code ?} for one; a glob behind {@code !} takes events out again. One without a
 * colon means the events of a facility, or, for events without a facility, their name. Without any glob every event is in; if
 * the first one takes out, it takes out of all.
 */
public final class EventGlobs {

  private final List<Rule> rules = new ArrayList<>();

  private record Rule(Glob glob, boolean ofFacility, boolean includes) {

    boolean matches(String facility, String event) {
      if (facility.isEmpty()) {
        return glob.matches(event);
      }
      return glob.matches(ofFacility ? facility : facility + ":" + event);
    }
  }

  /**
   * Compiles globs.
   *
   * @param globs the globs, in their order
   */
  public EventGlobs(List<String> globs) {
    for (String glob : globs) {
      boolean excludes = glob.startsWith("!");
      String pattern = excludes ? glob.substring(1) : glob;
      // in names a backslash is a character as any other
      Glob compiled = new Glob(pattern.replace("\\", "\\\\"));
      rules.add(new Rule(compiled, pattern.indexOf(':') < 0, !excludes));
    }
  }

  /**
   * Whether an event is meant.
   *
   * @param fullName its name in the metadata, for example {@code shop:order_accepted}
   * @return true if it is
   */
  public boolean take(String fullName) {
    int colon = fullName.indexOf(':');
    String facility = colon < 0 ? "" : fullName.substring(0, colon);
    String event = fullName.substring(colon + 1);
    boolean in = rules.isEmpty() || !rules.get(0).includes();
    for (Rule rule : rules) {
      if (rule.matches(facility, event)) {
        in = rule.includes();
      }
    }
    return in;
  }
}
