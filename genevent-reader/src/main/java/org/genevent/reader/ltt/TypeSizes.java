package org.genevent.reader.ltt;

import org.genevent.abi.CType;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;

/**
 * What a facility's load event says of the program that traces it: programs of 32 bits run on kernels of 64.
 *
 * @param intBytes the size of {@code int} and of enumerations
 * @param longBytes the size of {@code long}
 * @param pointerBytes the size of a pointer
 * @param sizeTBytes the size of {@code size_t}, {@code ssize_t} and {@code off_t}
 * @param alignmentBytes what items are aligned to at most; 0 for packed
 */
record TypeSizes(
    int intBytes, int longBytes, int pointerBytes, int sizeTBytes, int alignmentBytes) {

  /** Whether a reader can do anything with them. */
  boolean arePossible() {
    return isSize(intBytes)
        && isSize(longBytes)
        && isSize(pointerBytes)
        && isSize(sizeTBytes)
        && (alignmentBytes == 0 || isSize(alignmentBytes));
  }

  private static boolean isSize(int bytes) {
    return bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
  }

  int bytes(IntegerFieldClass integer) {
    if (integer.size() instanceof IntegerSize.OfType type) {
      return bytes(type.type());
    }
    return ((IntegerSize.Fixed) integer.size()).sizeBytes();
  }

  /** The size of a number; an enumeration is as large as an {@code int}. */
  int scalarBytes(FieldClass fieldClass) {
    if (fieldClass instanceof IntegerFieldClass integer) {
      return bytes(integer);
    } else if (fieldClass instanceof FloatFieldClass number) {
      return number.sizeBytes();
    }
    return fieldClass instanceof EnumerationFieldClass ? intBytes : 0;
  }

  private int bytes(CType type) {
    return switch (type) {
      case CHAR -> 1;
      case SHORT -> 2;
      case INT -> intBytes;
      case LONG -> longBytes;
      case SIZE_T, SSIZE_T, OFF_T -> sizeTBytes;
      case POINTER -> pointerBytes;
    };
  }

  /** The alignment of an item of a size; 1 if there is none. */
  int alignment(int sizeBytes) {
    return alignmentBytes == 0 ? 1 : Math.min(alignmentBytes, sizeBytes);
  }
}
