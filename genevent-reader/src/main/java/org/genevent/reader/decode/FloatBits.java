package org.genevent.reader.decode;

/** The value of floating point numbers of other sizes than Java has. Source: IEEE 754-2008, section 3.4. */
final class FloatBits {

  private FloatBits() {}

  /**
   * The value of a number, exact.
   *
   * @param bits the sign, the exponent, the mantissa without its hidden bit
   * @param exponentBits 2 to 11
   * @param mantissaBits 2 to 53, with the hidden bit
   * @return the value
   */
  static double value(long bits, int exponentBits, int mantissaBits) {
    if (exponentBits == 11 && mantissaBits == 53) {
      return Double.longBitsToDouble(bits);
    } else if (exponentBits == 8 && mantissaBits == 24) {
      return Float.intBitsToFloat((int) bits);
    }
    int fractionBits = mantissaBits - 1;
    long fraction = bits & (1L << fractionBits) - 1;
    int exponentMask = (1 << exponentBits) - 1;
    int exponent = (int) (bits >>> fractionBits) & exponentMask;
    boolean negative = (bits >>> fractionBits + exponentBits & 1) != 0;
    int bias = exponentMask >>> 1;
    double magnitude;
    if (exponent == exponentMask) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((double) fraction, 1 - bias - fractionBits);
    } else {
      magnitude =
          Math.scalb((double) (fraction | 1L << fractionBits), exponent - bias - fractionBits);
    }
    return negative ? -magnitude : magnitude;
  }
}
