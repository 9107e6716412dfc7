package org.genevent.model;

import java.util.Objects;
import org.genevent.diagnostic.Origin;

/**
 * A name for a value, or for all values from one to another, of an enumeration.
 *
 * @param name the name
 * @param firstValue the lowest value that has the name
 * @param lastValue the highest value that has the name; mostly equal to the lowest
 * @param description what the value means; may be empty and may hold any character
 * @param origin where the label was declared
 */
public record EnumerationLabel(
    String name, long firstValue, long lastValue, String description, Origin origin) {
  /** Checks that all parts are there. */
  public EnumerationLabel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    Objects.requireNonNull(origin);
  }

  /**
   * Whether the name stands for more than one value.
   *
   * @return true for a range
   */
  public boolean isRange() {
    return firstValue != lastValue;
  }
}
