package org.genevent.cli.convert;

import java.nio.charset.StandardCharsets;

/** What formats have of descriptions. */
record Descriptions(TargetFormat format, Losses losses) {

  /** LTTV has no room for longer ones. */
  private static final int MOST_BYTES = 999;

  /** The description of something, or nothing if the format has none like it. */
  String of(String description, String what) {
    if (description.isBlank()) {
      return "";
    } else if (!format.isLtt()) {
      losses.add("descriptions of facilities, events and fields");
      return "";
    }
    boolean plain = description.codePoints().allMatch(Descriptions::isPlain)
        && !description.contains("]]>")
        && description.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    if (!plain) {
      losses.add("the description of " + what + ", which LTTV could not read");
    }
    return plain ? description : "";
  }

  private static boolean isPlain(int c) {
    return c != '<'
        && c != '&'
        && c < 0xFFFE
        && (!Character.isISOControl(c) || c == '\n' || c == '\t' || c == '\r')
        && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
