package org.genevent.emitter.kernel;

/** Expressions that both ways of writing share. */
final class Puts {

  private Puts() {}

  /** Whether a number is written in another order than it has in memory. */
  static boolean isSwapped(CForm form) {
    return form instanceof CForm.Scalar scalar && scalar.swapped();
  }

  /** The unsigned type of a size. */
  static String unsigned(int sizeBytes) {
    return "uint" + sizeBytes * 8 + "_t";
  }

  /** A number as the unsigned one of its size, its bytes in the order of the trace. */
  static String bits(String expression, int sizeBytes, boolean swapped) {
    String cast = "(" + unsigned(sizeBytes) + ")" + expression;
    return swapped ? "gev_be" + sizeBytes * 8 + "(" + cast + ")" : cast;
  }

  /** How many elements of a sequence can be written at most. */
  static String longest(CForm.Sequence sequence, int strideBytes) {
    long fitting = KernelLimits.MAX_SIZE_BYTES / Math.max(1, strideBytes);
    if (sequence.longest().isPresent() && sequence.longest().getAsLong() < fitting) {
      return String.valueOf(sequence.longest().getAsLong());
    }
    return strideBytes > 1 ? "GEV_MAX_SIZE / " + strideBytes : "GEV_MAX_SIZE";
  }

  /** A number of bytes. */
  static String product(String count, int sizeBytes) {
    return sizeBytes == 1 ? count : count + " * " + sizeBytes;
  }

  /** The bytes of elements of a size, a stride apart. */
  static String extent(String count, int sizeBytes, int strideBytes) {
    if (sizeBytes == strideBytes) {
      return product(count, sizeBytes);
    }
    return "(" + count + " ? (" + count + " - 1) * " + strideBytes + " + " + sizeBytes + " : 0)";
  }
}
