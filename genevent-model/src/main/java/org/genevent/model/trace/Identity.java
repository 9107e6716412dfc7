package org.genevent.model.trace;

import java.util.Objects;
import java.util.Optional;

/**
 * What tells a class of one producer from those of others. Source: CTF2-SPEC-2.0.
 *
 * @param namespace who gave the name
 * @param name the name
 * @param uid what is unique within the namespace and name
 */
public record Identity(Optional<String> namespace, Optional<String> name, Optional<String> uid) {

  /** Of a class that says nothing of the kind. */
  public static final Identity NONE =
      new Identity(Optional.empty(), Optional.empty(), Optional.empty());

  /** Checks that all parts are there. */
  public Identity {
    Objects.requireNonNull(namespace);
    Objects.requireNonNull(name);
    Objects.requireNonNull(uid);
  }
}
