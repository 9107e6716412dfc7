package org.genevent.reader.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One conversion of C's {@code printf} with text around it, as facility files give it for viewers. */
final class PrintfFormat {

  /** Text, a conversion with its flags, width, precision and length, text. */
  private static final Pattern FORM = Pattern.compile(
      "((?:[^%]|%%)*)%([-+ 0#]*)([0-9]{0,3})(?:\\.([0-9]{0,3}))?(hh|h|ll|l|L|q|j|z|t)?([diuxXocspfFeEgG])((?:[^%]|%%)*)");

  private static final int SIGNIFICANT = 6;
  private static final int MOST_CHARS = 200;

  private final String before;
  private final String flags;
  private final int width;
  private final int precision;
  private final int lengthBits;
  private final char conversion;
  private final String after;

  private PrintfFormat(Matcher form) {
    before = form.group(1).replace("%%", "%");
    flags = form.group(2);
    width = form.group(3).isEmpty() ? 0 : Integer.parseInt(form.group(3));
    precision =
        form.group(4) == null ? -1 : form.group(4).isEmpty() ? 0 : Integer.parseInt(form.group(4));
    lengthBits = lengthBits(form.group(5));
    conversion = form.group(6).charAt(0);
    after = form.group(7).replace("%%", "%");
  }

  private static int lengthBits(String length) {
    return length == null
        ? Integer.SIZE
        : length.equals("hh") ? Byte.SIZE : length.equals("h") ? Short.SIZE : Long.SIZE;
  }

  /** The format, or empty if it is none with exactly one value. */
  static Optional<PrintfFormat> of(String text) {
    if (text.length() > MOST_CHARS) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(text);
    return form.matches() ? Optional.of(new PrintfFormat(form)) : Optional.empty();
  }

  /**
   * An integer, or null if the conversion is not one of integers. Without a sign it has the bits of its own size, or those of
   * the conversion's length if that is larger.
   */
  String integer(long signed, int sizeBits) {
    int bits = Math.max(sizeBits, lengthBits);
    boolean whole = bits >= Long.SIZE || conversion == 'd' || conversion == 'i';
    long value = whole ? signed : signed & (1L << bits) - 1;
    return switch (conversion) {
      case 'd', 'i' -> number(value < 0, magnitude(value), "");
      case 'u' -> number(false, Long.toUnsignedString(value), "");
      case 'x' -> number(false, Long.toHexString(value), prefix("0x", value));
      case 'X' ->
        number(false, Long.toHexString(value).toUpperCase(Locale.ROOT), prefix("0X", value));
      case 'p' -> number(false, Long.toHexString(value), "0x");
      case 'o' -> number(false, Long.toOctalString(value), prefix("0", value));
      case 'c' -> before + padded(String.valueOf((char) (value & 0xFF))) + after;
      default -> null;
    };
  }

  private static String magnitude(long value) {
    return value < 0 ? Long.toString(value).substring(1) : Long.toString(value);
  }

  private String prefix(String text, long value) {
    return flags.contains("#") && value != 0 ? text : "";
  }

  private String number(boolean negative, String digits, String prefix) {
    String sign = negative
        ? "-"
        : conversion == 'd' || conversion == 'i'
            ? flags.contains("+") ? "+" : flags.contains(" ") ? " " : ""
            : "";
    String shown = "0".repeat(Math.max(0, precision - digits.length())) + digits;
    int missing = width - sign.length() - prefix.length() - shown.length();
    if (missing > 0 && precision < 0 && flags.contains("0") && !flags.contains("-")) {
      shown = "0".repeat(missing) + shown;
    }
    return before + padded(sign + prefix + shown) + after;
  }

  private String padded(String text) {
    String blanks = " ".repeat(Math.max(0, width - text.length()));
    return flags.contains("-") ? text + blanks : blanks + text;
  }

  /** A floating point number, or null if the conversion is not one of such. */
  String floating(double value) {
    int digits = precision < 0 ? SIGNIFICANT : precision;
    String text = switch (conversion) {
      case 'f', 'F' -> finite(value) ? rounded(value, digits).toPlainString() : special(value);
      case 'e', 'E' -> finite(value) ? scientific(value, digits) : special(value);
      case 'g', 'G' -> general(value, Math.max(1, digits));
      default -> null;
    };
    return text == null ? null : before + padded(text) + after;
  }

  private static boolean finite(double value) {
    return !Double.isNaN(value) && !Double.isInfinite(value);
  }

  private static BigDecimal rounded(double value, int digits) {
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
  }

  /** A text of a format for texts, or null if it is of another kind. */
  String text(String value) {
    return conversion == 's'
        ? before
            + padded(
                precision < 0 ? value : value.substring(0, Math.min(precision, value.length())))
            + after
        : null;
  }

  /** As {@code %g} prints it: six significant digits, without zeros at the end. */
  static String general(double value) {
    return general(value, SIGNIFICANT);
  }

  private static String general(double value, int significant) {
    if (!finite(value)) {
      return special(value);
    } else if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal exact =
        new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent >= -4 && exponent < significant) {
      return exact.stripTrailingZeros().toPlainString();
    }
    String mantissa = exact.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa + exponent(exponent);
  }

  private static String scientific(double value, int digits) {
    BigDecimal exact =
        new BigDecimal(value).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
    int exponent = exact.signum() == 0 ? 0 : exact.precision() - exact.scale() - 1;
    return exact
            .movePointLeft(exponent)
            .setScale(digits, RoundingMode.HALF_EVEN)
            .toPlainString()
        + exponent(exponent);
  }

  private static String exponent(int exponent) {
    int size = Math.abs(exponent);
    return (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
  }
}
