package org.genevent.model.trace;

import java.util.List;
import java.util.Objects;

/**
 * Something or nothing, as an earlier field says. Source: CTF2-SPEC-2.0, "Optional".
 *
 * @param selector where that field is: a truth value, or an integer
 * @param ranges for which values of an integer something is there; none for a truth value, for which true means it
 * @param content the class of what is there
 */
public record WireOptional(WireLocation selector, List<WireRange> ranges, WireClass content)
    implements WireClass {
  /** Copies the list. */
  public WireOptional {
    Objects.requireNonNull(selector);
    ranges = List.copyOf(ranges);
    Objects.requireNonNull(content);
  }

  @Override
  public int alignmentBits() {
    return 1;
  }
}
