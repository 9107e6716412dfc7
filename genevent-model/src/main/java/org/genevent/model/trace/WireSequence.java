package org.genevent.model.trace;

import java.util.Objects;

/**
 * A number of elements that an earlier field says. Source: CTF 1.8.3, section 4.2.4.
 *
 * @param length the reference to the field with the number: a member's name or a path, as it stands in the metadata
 * @param element the class of each
 */
public record WireSequence(String length, WireClass element) implements WireClass {
  /** Checks that both parts are there. */
  public WireSequence {
    Objects.requireNonNull(length);
    Objects.requireNonNull(element);
  }

  @Override
  public int alignmentBits() {
    return element.alignmentBits();
  }
}
