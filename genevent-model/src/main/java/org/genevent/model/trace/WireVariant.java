package org.genevent.model.trace;

import java.util.List;
import java.util.Objects;

/**
 * One of several classes, chosen by the label of an earlier enumeration: the variant of CTF 1.8. Source: CTF 1.8.3, section 4.2.2.
 *
 * @param tag where the enumeration is
 * @param options the choices; each has the name of a label
 */
public record WireVariant(WireLocation tag, List<WireMember> options) implements WireClass {
  /** Copies the list. */
  public WireVariant {
    Objects.requireNonNull(tag);
    options = List.copyOf(options);
  }

  @Override
  public int alignmentBits() {
    return 1;
  }
}
