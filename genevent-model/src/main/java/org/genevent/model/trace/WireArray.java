package org.genevent.model.trace;

import java.util.Objects;

/**
 * A number of elements that the metadata says. Source: CTF 1.8.3, section 4.2.3.
 *
 * @param length how many elements
 * @param element the class of each
 */
public record WireArray(long length, WireClass element) implements WireClass {
  /** Checks that the element is there. */
  public WireArray {
    if (length < 0) {
      throw new IllegalArgumentException("an array has no negative length: length=" + length);
    }
    Objects.requireNonNull(element);
  }

  @Override
  public int alignmentBits() {
    return element.alignmentBits();
  }
}
