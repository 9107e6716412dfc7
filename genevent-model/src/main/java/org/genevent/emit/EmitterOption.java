package org.genevent.emit;

import java.util.Objects;

/**
 * An option of an emitter.
 *
 * @param name the name, which begins with the emitter's and a dot, for example {@code java.package}
 * @param description one line of help
 * @param defaultValue the value when it is not given
 */
public record EmitterOption(String name, String description, String defaultValue) {
  /** Checks that all parts are there. */
  public EmitterOption {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    Objects.requireNonNull(defaultValue);
  }
}
