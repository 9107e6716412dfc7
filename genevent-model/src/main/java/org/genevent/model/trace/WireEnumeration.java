package org.genevent.model.trace;

import java.util.List;
import java.util.Objects;

/**
 * An integer with names for ranges of its values. Source: CTF 1.8.3, section 4.1.8.
 *
 * @param container the integer
 * @param mappings the names, in the order of the metadata; ranges may overlap
 */
public record WireEnumeration(WireNumber container, List<Mapping> mappings) implements WireClass {
  /** Copies the list. */
  public WireEnumeration {
    Objects.requireNonNull(container);
    mappings = List.copyOf(mappings);
  }

  /**
   * A name for the values from one to another.
   *
   * @param label the name, any text
   * @param firstValue the lowest value; of an unsigned container, its bits
   * @param lastValue the highest value; of an unsigned container, its bits
   */
  public record Mapping(String label, long firstValue, long lastValue) {
    /** Checks that the label is there. */
    public Mapping {
      Objects.requireNonNull(label);
    }
  }

  @Override
  public int alignmentBits() {
    return container.alignmentBits();
  }
}
