package org.genevent.model.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One of several classes, chosen by the value of an earlier integer: the variant of CTF 2. Source: CTF2-SPEC-2.0, "Variant".
 *
 * @param selector where the integer is
 * @param options the choices, in the order of the metadata
 */
public record WireChoice(WireLocation selector, List<Option> options) implements WireClass {
  /** Copies the list. */
  public WireChoice {
    Objects.requireNonNull(selector);
    options = List.copyOf(options);
  }

  /**
   * A choice.
   *
   * @param name its name, if it has one
   * @param ranges the values of the integer that choose it
   * @param wireClass the class of what is there
   * @param description what it means; may be empty and may hold any character
   */
  public record Option(
      Optional<String> name, List<WireRange> ranges, WireClass wireClass, String description) {
    /** Copies the list. */
    public Option {
      Objects.requireNonNull(name);
      ranges = List.copyOf(ranges);
      Objects.requireNonNull(wireClass);
      Objects.requireNonNull(description);
    }
  }

  @Override
  public int alignmentBits() {
    return 1;
  }
}
