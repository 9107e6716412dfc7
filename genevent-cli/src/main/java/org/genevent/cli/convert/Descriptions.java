package org.genevent.cli.convert;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.genevent.model.Field;

/**
 * What formats have of descriptions and other texts for people.
 *
 * @param format the format
 * @param facts takes descriptions if the format is CTF
 * @param losses takes what is lost
 */
record Descriptions(TargetFormat format, PathFacts facts, Losses losses) {

  /** LTTV has no room for longer ones. */
  private static final int MOST_BYTES = 999;

  /** The description of something, or nothing if the format has none like it. */
  String of(String description, String what) {
    if (description.isBlank()) {
      return "";
    } else if (!format.isLtt()) {
      if (!facts.put(PathFacts.Kind.DESCRIPTION, what, description)) {
        losses.add("the description of " + what);
      }
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

  /** The printf format of a field, or nothing if the format of the trace has none like it. */
  Optional<String> format(Field field, String what) {
    if (format != TargetFormat.LTT_0_8 || field.format().isEmpty()) {
      return Optional.empty();
    }
    String text = field.format().get();
    boolean plain = text.codePoints().allMatch(c -> isPlain(c) && c != '"' && c != '\\' && c >= ' ')
        && text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    if (!plain) {
      losses.add("the format of " + what + ", which LTTV could not read");
    }
    return plain ? field.format() : Optional.empty();
  }

  private static boolean isPlain(int c) {
    return c != '<'
        && c != '&'
        && c < 0xFFFE
        && (!Character.isISOControl(c) || c == '\n' || c == '\t' || c == '\r')
        && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
