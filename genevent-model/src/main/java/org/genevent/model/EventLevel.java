package org.genevent.model;

import java.util.Locale;
import java.util.Optional;

/** How much an event matters, with the numbers that CTF's {@code loglevel} has in LTTng traces (0 is the gravest). */
public enum EventLevel {
  /** System is unusable. */
  EMERG,
  /** Action must be taken at once. */
  ALERT,
  /** Critical condition. */
  CRIT,
  /** Error. */
  ERR,
  /** Warning. */
  WARNING,
  /** Normal, but significant. */
  NOTICE,
  /** Informational. */
  INFO,
  /** Debugging: the whole system. */
  DEBUG_SYSTEM,
  /** Debugging: a program. */
  DEBUG_PROGRAM,
  /** Debugging: a process. */
  DEBUG_PROCESS,
  /** Debugging: a module. */
  DEBUG_MODULE,
  /** Debugging: a unit. */
  DEBUG_UNIT,
  /** Debugging: a function. */
  DEBUG_FUNCTION,
  /** Debugging: a line. */
  DEBUG_LINE,
  /** Debugging. */
  DEBUG;

  /** The level of facilities that do not say one. */
  public static final EventLevel DEFAULT = INFO;

  /**
   * The number in the trace.
   *
   * @return 0 to 14
   */
  public int number() {
    return ordinal();
  }

  /**
   * The word in XML files.
   *
   * @return the name in lower case
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The level of a word.
   *
   * @param word the name in any case
   * @return the level, or empty when there is none of that name
   */
  public static Optional<EventLevel> named(String word) {
    for (EventLevel level : values()) {
      if (level.name().equalsIgnoreCase(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
