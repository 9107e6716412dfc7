package org.genevent.model.trace;

import java.util.Objects;

/**
 * A number of elements that an earlier field says. Source: CTF 1.8.3, section 4.2.4.
 *
 * @param length where the field with the number is
 * @param element the class of each
 * @param minimumAlignmentBits what it asks for itself, also if it is empty; its elements may ask for more
 */
public record WireSequence(WireLocation length, WireClass element, int minimumAlignmentBits)
    implements WireClass {
  /** Checks that all parts are there. */
  public WireSequence {
    Objects.requireNonNull(length);
    Objects.requireNonNull(element);
    WireStructure.checkAlignment(minimumAlignmentBits);
  }

  /**
   * A sequence that is as aligned as its elements are.
   *
   * @param length where the field with the number is
   * @param element the class of each
   */
  public WireSequence(WireLocation length, WireClass element) {
    this(length, element, 1);
  }

  @Override
  public int alignmentBits() {
    return Math.max(minimumAlignmentBits, element.alignmentBits());
  }
}
