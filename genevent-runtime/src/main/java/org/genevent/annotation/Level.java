package org.genevent.annotation;

/** How much an event matters; the numbers are those of CTF's {@code loglevel} in LTTng traces, 0 the gravest. */
public enum Level {
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
  DEBUG
}
