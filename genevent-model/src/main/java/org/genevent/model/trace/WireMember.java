package org.genevent.model.trace;

import java.util.Objects;

/**
 * A member of a structure or an option of a variant.
 *
 * @param name the name as it stands in the metadata
 * @param wireClass the class of its values
 * @param description what the value means, for readers of the metadata; may be empty and may hold any character
 */
public record WireMember(String name, WireClass wireClass, String description) {
  /** Checks that all parts are there. */
  public WireMember {
    Objects.requireNonNull(name);
    Objects.requireNonNull(wireClass);
    Objects.requireNonNull(description);
  }

  /**
   * A member without a description.
   *
   * @param name the name as it stands in the metadata
   * @param wireClass the class of its values
   */
  public WireMember(String name, WireClass wireClass) {
    this(name, wireClass, "");
  }
}
