package org.genevent.model;

import java.util.Objects;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;

/** How large an integer is: a number of bytes, or as large as a type of C. */
public sealed interface IntegerSize {

  /**
   * The size on a target.
   *
   * @param dataModel the target's data model
   * @return bytes: 1, 2, 4 or 8
   */
  int sizeBytes(DataModel dataModel);

  /**
   * The same size on every target.
   *
   * @param sizeBytes 1, 2, 4 or 8
   */
  record Fixed(int sizeBytes) implements IntegerSize {
    /** Checks the size. */
    public Fixed {
      if (sizeBytes != 1 && sizeBytes != 2 && sizeBytes != 4 && sizeBytes != 8) {
        throw new IllegalArgumentException(
            "an integer has 1, 2, 4 or 8 bytes: sizeBytes=" + sizeBytes);
      }
    }

    @Override
    public int sizeBytes(DataModel dataModel) {
      return sizeBytes;
    }
  }

  /**
   * As large as a type of C.
   *
   * @param type the C type
   */
  record OfType(CType type) implements IntegerSize {
    /** Checks that the type is there. */
    public OfType {
      Objects.requireNonNull(type);
    }

    @Override
    public int sizeBytes(DataModel dataModel) {
      return dataModel.sizeBytes(type);
    }
  }
}
