package org.genevent.layout;

import java.util.OptionalInt;

/** Where a field begins. */
public sealed interface FieldOffset {

  /**
   * The offset from the payload's start, if every event has the same.
   *
   * @return bytes, or empty after a field whose size only the values know
   */
  OptionalInt fixedBytes();

  /**
   * At the same place in every event.
   *
   * @param offsetBytes bytes from the payload's start
   */
  record Fixed(int offsetBytes) implements FieldOffset {
    @Override
    public OptionalInt fixedBytes() {
      return OptionalInt.of(offsetBytes);
    }
  }

  /**
   * Behind a field whose size only the values know.
   *
   * @param position the place behind the base that the dynamic field ends at
   */
  record AfterDynamic(Position position) implements FieldOffset {
    @Override
    public OptionalInt fixedBytes() {
      return OptionalInt.empty();
    }
  }

  /**
   * The offset of a position.
   *
   * @param position the position
   * @return fixed on base 0
   */
  static FieldOffset of(Position position) {
    return position.isFixed() ? new Fixed(position.offsetBytes()) : new AfterDynamic(position);
  }
}
