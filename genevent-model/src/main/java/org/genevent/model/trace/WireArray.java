package org.genevent.model.trace;

import java.util.Objects;

/**
 * A number of elements that the metadata says. Source: CTF 1.8.3, section 4.2.3.
 *
 * @param length how many elements
 * @param element the class of each
 * @param minimumAlignmentBits what it asks for itself, also if it is empty; its elements may ask for more
 */
public record WireArray(long length, WireClass element, int minimumAlignmentBits)
    implements WireClass {
  /** Checks that the element is there. */
  public WireArray {
    if (length < 0) {
      throw new IllegalArgumentException("an array has no negative length: length=" + length);
    }
    Objects.requireNonNull(element);
    WireStructure.checkAlignment(minimumAlignmentBits);
  }

  /**
   * An array that is as aligned as its elements are.
   *
   * @param length how many elements
   * @param element the class of each
   */
  public WireArray(long length, WireClass element) {
    this(length, element, 1);
  }

  @Override
  public int alignmentBits() {
    return Math.max(minimumAlignmentBits, element.alignmentBits());
  }
}
