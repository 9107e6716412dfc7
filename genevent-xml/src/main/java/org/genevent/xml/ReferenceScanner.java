package org.genevent.xml;

import java.util.List;
import org.genevent.diagnostic.Nearest;
import org.genevent.xml.MarkupProblems.Kind;

/** Checks the references in a stretch of text: the five entities of XML, and characters by number. */
final class ReferenceScanner {

  private static final List<String> ENTITIES = List.of("lt", "gt", "amp", "quot", "apos");

  private final String text;
  private final MarkupProblems problems;
  private int next = -1;

  ReferenceScanner(String text, MarkupProblems problems) {
    this.text = text;
    this.problems = problems;
  }

  /** Checks a stretch behind all earlier ones. */
  void check(int from, int to) {
    seek(from);
    while (next < to && !problems.isFull()) {
      reference(next, to);
      seek(next + 1);
    }
  }

  /** Looks for the next reference once only: a search from every stretch to the end of the file would take its square. */
  private void seek(int from) {
    if (next < from) {
      int found = text.indexOf('&', from);
      next = found < 0 ? text.length() : found;
    }
  }

  private void reference(int at, int to) {
    int end = at + 1;
    while (end < to && isReferencePart(text.charAt(end)) && end - at <= XmlLimits.NAME_CHARS) {
      end++;
    }
    String name = text.substring(at + 1, end);
    boolean ended = end < to && text.charAt(end) == ';';
    if (name.isEmpty() || !ended) {
      String fix = ENTITIES.contains(name) ? "write &" + name + ";" : "write &amp;";
      problems.add(Kind.REFERENCE, at, "'&' begins no reference here", fix);
    } else if (name.charAt(0) == '#') {
      if (!isXmlCharacter(name)) {
        problems.add(Kind.REFERENCE, at, "&" + name + "; is no character of XML", "leave it out");
      }
    } else if (!ENTITIES.contains(name)) {
      String question = Nearest.question(name, ENTITIES);
      problems.add(
          Kind.REFERENCE,
          at,
          "the entity &" + name + "; is not defined",
          question.isEmpty()
              ? "write the character itself, or &amp;" + name + "; for the text"
              : question);
    }
  }

  private static boolean isReferencePart(char c) {
    return c == '#' || c >= '0' && c <= '9' || TagScanner.isNameStart(c);
  }

  private static boolean isXmlCharacter(String reference) {
    boolean hexadecimal = reference.startsWith("#x");
    String digits = reference.substring(hexadecimal ? 2 : 1);
    int radix = hexadecimal ? 16 : 10;
    if (digits.isEmpty()) {
      return false;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      // only ASCII digits count here, Character.digit knows others
      int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        return false;
      }
      value = value * radix + digit;
    }
    return value <= Character.MAX_CODE_POINT && XmlText.isXmlCharacter(value);
  }
}
