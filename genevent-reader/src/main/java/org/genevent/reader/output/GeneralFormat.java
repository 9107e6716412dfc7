package org.genevent.reader.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as the C library prints them for {@code %g}: six significant digits, no zeros at the end. Source: C11, 7.21.6.1. */
final class GeneralFormat {

  private static final int PRECISION = 6;
  private static final MathContext ROUNDING = new MathContext(PRECISION, RoundingMode.HALF_EVEN);

  private GeneralFormat() {}

  static String of(double value) {
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    String sign = negative ? "-" : "";
    if (Double.isNaN(value)) {
      return sign + "nan";
    } else if (Double.isInfinite(value)) {
      return sign + "inf";
    } else if (value == 0) {
      return sign + "0";
    }
    BigDecimal rounded = new BigDecimal(Math.abs(value)).round(ROUNDING).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < PRECISION) {
      return sign + rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    int size = Math.abs(exponent);
    return sign + mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }
}
