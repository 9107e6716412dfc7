package org.genevent.abi;

import java.util.Locale;
import java.util.Optional;

/**
 * The sizes that a C implementation gives its integer types.
 *
 * <pre>
 * | bytes    | LP32 | ILP32 | ILP64 | LLP64 | LP64 |
 * |----------|------|-------|-------|-------|------|
 * | char     |  1   |  1    |  1    |  1    |  1   |
 * | short    |  2   |  2    |  2    |  2    |  2   |
 * | int      |  2   |  4    |  8    |  4    |  4   |
 * | long     |  4   |  4    |  8    |  4    |  8   |
 * | pointer  |  4   |  4    |  8    |  8    |  8   |
 * | size_t   |  4   |  4    |  8    |  8    |  8   |
 * </pre>
 *
 * <p>{@code long} and {@code size_t} are independent numbers: they differ in LLP64. Source: the layout reference, section
 * 1.
 */
public enum DataModel {
  /** 16-bit int, 32-bit long and pointer. */
  LP32(2, 4, 4, 4),
  /** 32-bit int, long and pointer. */
  ILP32(4, 4, 4, 4),
  /** 64-bit int, long and pointer. */
  ILP64(8, 8, 8, 8),
  /** 32-bit int and long, 64-bit pointer. */
  LLP64(4, 4, 8, 8),
  /** 32-bit int, 64-bit long and pointer; also the model of Java tracers. */
  LP64(4, 8, 8, 8);

  private final int intBytes;
  private final int longBytes;
  private final int pointerBytes;
  private final int sizeTBytes;

  DataModel(int intBytes, int longBytes, int pointerBytes, int sizeTBytes) {
    this.intBytes = intBytes;
    this.longBytes = longBytes;
    this.pointerBytes = pointerBytes;
    this.sizeTBytes = sizeTBytes;
  }

  /**
   * The size of a type.
   *
   * @param type the C type
   * @return bytes: 1, 2, 4 or 8
   */
  public int sizeBytes(CType type) {
    return switch (type) {
      case CHAR -> 1;
      case SHORT -> 2;
      case INT -> intBytes;
      case LONG -> longBytes;
      case SIZE_T, SSIZE_T, OFF_T -> sizeTBytes;
      case POINTER -> pointerBytes;
    };
  }

  /**
   * The word: the size of a pointer, beyond which nothing is ever aligned.
   *
   * @return bytes: 4 or 8
   */
  public int wordBytes() {
    return pointerBytes;
  }

  /**
   * The name in options and file names.
   *
   * @return the name in lower case, for example {@code lp64}
   */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The data model of a name.
   *
   * @param name the name in any case
   * @return the data model, or empty when there is none of that name
   */
  public static Optional<DataModel> named(String name) {
    for (DataModel model : values()) {
      if (model.name().equalsIgnoreCase(name)) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }
}
