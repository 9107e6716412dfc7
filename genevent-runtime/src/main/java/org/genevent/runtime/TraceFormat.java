package org.genevent.runtime;

import java.util.Locale;

/** The format of the trace that a session writes. */
public enum TraceFormat {
  /** The Common Trace Format 1.8. */
  CTF("ctf"),
  /** The Common Trace Format 2: the same packets and events, with metadata that is a JSON sequence. */
  CTF_2("ctf-2"),
  /** LTT 0.7, read by LTTV 0.8.6 to 0.8.79. */
  LTT_0_7("ltt-0.7"),
  /** LTT 0.8, read by LTTV 0.8.80 to 0.8.84. */
  LTT_0_8("ltt-0.8");

  private final String word;

  TraceFormat(String word) {
    this.word = word;
  }

  /**
   * The name in settings.
   *
   * @return {@code ctf}, {@code ctf-2}, {@code ltt-0.7} or {@code ltt-0.8}
   */
  public String word() {
    return word;
  }

  /**
   * The format of a name.
   *
   * @param name the name in any case
   * @return the format
   * @throws IllegalArgumentException if there is none of that name
   */
  public static TraceFormat named(String name) {
    for (TraceFormat format : values()) {
      if (format.word.equals(name.trim().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "there is no format '" + name + "'; formats: ctf, ctf-2, ltt-0.7, ltt-0.8");
  }

  /** Whether it is one of the original's formats, whose payloads have a layout of their own. */
  boolean isLtt() {
    return this == LTT_0_7 || this == LTT_0_8;
  }
}
