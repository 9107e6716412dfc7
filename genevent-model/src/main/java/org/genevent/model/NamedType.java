package org.genevent.model;

import java.util.Objects;
import org.genevent.diagnostic.Origin;

/**
 * A field class under a name, for use in several fields.
 *
 * @param name the name among the types of the facility
 * @param fieldClass the class; never itself just a reference
 * @param origin where the type was declared
 */
public record NamedType(String name, FieldClass fieldClass, Origin origin) {
  /** Checks that all parts are there. */
  public NamedType {
    Objects.requireNonNull(name);
    Objects.requireNonNull(fieldClass);
    Objects.requireNonNull(origin);
  }
}
