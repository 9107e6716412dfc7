package org.genevent.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevent.abi.CType;

/** What printf formats say about the base in which integers are shown, and formats that say a base. Stateless. */
public final class PrintfBase {

  /** Text, one conversion with flags, width, precision and length, text. */
  private static final Pattern ANY = Pattern.compile(
      "(?:[^%]++|%%)*+%[-+ 0#]*+[0-9]*+(?:\\.[0-9]*+)?+(?:hh|h|ll|l|L|q|j|z|t)?+([diuxXop])(?:[^%]++|%%)*+");

  /** A conversion without anything that is not about the base. */
  private static final Pattern PLAIN =
      Pattern.compile("(0[xX])?(0)?%#?(hh|h|ll|l|q|j|z|t)?([diuxXo])");

  private static final int MOST_CHARS = 200;

  private PrintfBase() {}

  /**
   * The base in which a format shows an integer.
   *
   * @param format a printf format, whatever else is in it
   * @return the base; empty if it is not a format of one integer
   */
  public static Optional<DisplayBase> of(String format) {
    Matcher form = ANY.matcher(format);
    if (format.length() > MOST_CHARS || !form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (form.group(1)) {
          case "d", "i", "u" -> DisplayBase.DECIMAL;
          case "o" -> DisplayBase.OCTAL;
          default -> DisplayBase.HEXADECIMAL;
        });
  }

  /**
   * Whether a format says the base of an integer, in the form that C has for it, and nothing else.
   *
   * @param format a printf format
   * @param shown the integer that it is for
   * @return true for {@code 0x%x}, {@code %#x}, {@code 0%o}, {@code %#o} and, if that is the sign, {@code %d} or {@code %u}, also
   *     with the length of the integer or a larger one
   */
  public static boolean saysOnly(String format, IntegerFieldClass shown) {
    Matcher form = PLAIN.matcher(format);
    if (format.length() > MOST_CHARS || !form.matches() || cuts(form.group(3), shown)) {
      return false;
    }
    boolean hash = format.contains("#");
    return switch (form.group(4)) {
      case "x", "X" -> hash != (form.group(1) != null) && form.group(2) == null;
      case "o" -> hash != (form.group(2) != null) && form.group(1) == null;
      case "u" -> !shown.signed() && isBare(form, hash);
      default -> shown.signed() && isBare(form, hash);
    };
  }

  private static boolean isBare(Matcher form, boolean hash) {
    return !hash && form.group(1) == null && form.group(2) == null;
  }

  /** Whether a conversion shows fewer bytes than the integer has. */
  private static boolean cuts(String length, IntegerFieldClass shown) {
    if (length == null || !length.startsWith("h")) {
      return false;
    }
    String own = length(shown);
    return !own.equals("hh") && !own.equals(length);
  }

  /**
   * A format that shows an integer in its base.
   *
   * @param shown the integer
   * @return for example {@code 0x%llx} for one of 8 bytes in base 16; empty if the base is that in which viewers show it without
   *     a format, and for base 2, which printf does not have
   */
  public static Optional<String> format(IntegerFieldClass shown) {
    boolean pointer =
        shown.size() instanceof IntegerSize.OfType ofType && ofType.type() == CType.POINTER;
    return switch (shown.base()) {
      case BINARY -> Optional.empty();
      case OCTAL -> Optional.of("0%" + length(shown) + "o");
      case HEXADECIMAL -> pointer ? Optional.empty() : Optional.of("0x%" + length(shown) + "x");
      case DECIMAL ->
        pointer
            ? Optional.of("%" + length(shown) + (shown.signed() ? "d" : "u"))
            : Optional.empty();
    };
  }

  /** The length of an integer in a conversion; what may have 8 bytes has the longest. */
  private static String length(IntegerFieldClass shown) {
    int bytes = Long.BYTES;
    if (shown.size() instanceof IntegerSize.Fixed fixed) {
      bytes = fixed.sizeBytes();
    } else if (shown.size() instanceof IntegerSize.OfType ofType) {
      bytes = switch (ofType.type()) {
        case CHAR -> Byte.BYTES;
        case SHORT -> Short.BYTES;
        case INT -> Integer.BYTES;
        default -> Long.BYTES;
      };
    }
    return switch (bytes) {
      case Byte.BYTES -> "hh";
      case Short.BYTES -> "h";
      case Integer.BYTES -> "";
      default -> "ll";
    };
  }
}
