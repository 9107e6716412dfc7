package org.genevent.model;

import java.util.Objects;
import java.util.Optional;
import org.genevent.diagnostic.Origin;

/**
 * A member of an event, of a structure or of a context.
 *
 * @param name the name among its siblings
 * @param description what the value means; may be empty and may hold any character
 * @param format a printf format for viewers, as the original dialect has it
 * @param fieldClass the class of its values
 * @param origin where the field was declared
 */
public record Field(
    String name,
    String description,
    Optional<String> format,
    FieldClass fieldClass,
    Origin origin) {
  /** Checks that all parts are there. */
  public Field {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    Objects.requireNonNull(format);
    Objects.requireNonNull(fieldClass);
    Objects.requireNonNull(origin);
  }

  /** The name's: it tells siblings apart, and what is inside of a field may be large. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
