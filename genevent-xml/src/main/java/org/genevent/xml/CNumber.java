package org.genevent.xml;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as C writes them. */
final class CNumber {

  // no number of interest has more digits than 2 to the 64th in base 8
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?)(?:0[xX]([0-9a-fA-F]{1,16})|(0[0-7]{0,22})|([1-9][0-9]{0,19}))");
  private static final Pattern SIZE = Pattern.compile("0[0-7]{0,22}|[1-9][0-9]{0,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}");

  private CNumber() {}

  /** Decimal, octal after a 0, or hexadecimal after 0x, with a sign before it; empty if beyond 64 bits signed. */
  static OptionalLong parse(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return OptionalLong.empty();
    }
    int radix = number.group(2) != null ? 16 : number.group(3) != null ? 8 : 10;
    String digits = number.group(radix == 16 ? 2 : radix == 8 ? 3 : 4);
    return parse((number.group(1).equals("-") ? "-" : "") + digits, radix);
  }

  /** Decimal, or octal after a 0, as sizes are written. */
  static OptionalLong parseSize(String text) {
    return SIZE.matcher(text).matches()
        ? parse(text, text.startsWith("0") ? 8 : 10)
        : OptionalLong.empty();
  }

  /** Decimal, leading zeros or not. */
  static OptionalLong parseDecimal(String text) {
    return DECIMAL.matcher(text).matches() ? parse(text, 10) : OptionalLong.empty();
  }

  private static OptionalLong parse(String digits, int radix) {
    try {
      return OptionalLong.of(Long.parseLong(digits, radix));
    } catch (NumberFormatException tooLarge) {
      return OptionalLong.empty();
    }
  }
}
