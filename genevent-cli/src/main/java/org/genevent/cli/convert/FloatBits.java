package org.genevent.cli.convert;

import org.genevent.model.trace.WireFloat;

/** The bits of floating point numbers of any size up to 64 bits. Source: IEEE 754-2008, section 3.4. */
final class FloatBits {

  private FloatBits() {}

  /** The bits of a value that is one of the class: a sign, the exponent, the mantissa without its hidden bit. */
  static long of(double value, WireFloat wire) {
    if (wire.sizeBits() == Long.SIZE && wire.mantissaBits() == 53) {
      return Double.doubleToRawLongBits(value);
    } else if (wire.sizeBits() == Integer.SIZE && wire.mantissaBits() == 24) {
      return Float.floatToRawIntBits((float) value) & 0xFFFF_FFFFL;
    }
    int fractionBits = wire.mantissaBits() - 1;
    long exponentMask = (1L << wire.exponentBits()) - 1;
    int bias = (int) (exponentMask >>> 1);
    long sign = Double.doubleToRawLongBits(value) < 0 ? 1 : 0;
    double magnitude = Math.abs(value);
    long rest;
    if (Double.isNaN(value)) {
      rest = exponentMask << fractionBits | 1L << fractionBits - 1;
    } else if (Double.isInfinite(value)) {
      rest = exponentMask << fractionBits;
    } else if (magnitude == 0 || Math.getExponent(magnitude) < 1 - bias) {
      rest = (long) Math.scalb(magnitude, fractionBits + bias - 1);
    } else {
      int exponent = Math.getExponent(magnitude);
      long fraction = (long) Math.scalb(magnitude, fractionBits - exponent);
      rest = (long) (exponent + bias) << fractionBits | fraction & (1L << fractionBits) - 1;
    }
    return sign << wire.exponentBits() + fractionBits | rest;
  }
}
