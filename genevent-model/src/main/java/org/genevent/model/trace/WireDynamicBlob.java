package org.genevent.model.trace;

import java.util.Objects;

/**
 * A number of bytes that an earlier field says. Source: CTF2-SPEC-2.0, "Dynamic-length BLOB".
 *
 * @param length where the number of bytes is
 * @param mediaType what they are, as in RFC 2046
 */
public record WireDynamicBlob(WireLocation length, String mediaType) implements WireClass {
  /** Checks that both parts are there. */
  public WireDynamicBlob {
    Objects.requireNonNull(length);
    Objects.requireNonNull(mediaType);
  }

  @Override
  public int alignmentBits() {
    return 8;
  }
}
