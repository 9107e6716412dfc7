package org.genevent.model.trace;

import java.util.Objects;
import java.util.Set;

/**
 * A number of bytes that the metadata says. Source: CTF2-SPEC-2.0, "Static-length BLOB".
 *
 * @param lengthBytes how many
 * @param mediaType what they are, as in RFC 2046
 * @param roles the parts that it has in the structure of packets: the uuid, or none
 */
public record WireBlob(long lengthBytes, String mediaType, Set<FieldRole> roles)
    implements WireClass {

  /** What bytes are of which nothing is known. */
  public static final String ANY_TYPE = "application/octet-stream";

  /** Copies the set. */
  public WireBlob {
    if (lengthBytes < 0) {
      throw new IllegalArgumentException(
          "bytes have no negative number: lengthBytes=" + lengthBytes);
    }
    Objects.requireNonNull(mediaType);
    roles = Set.copyOf(roles);
  }

  @Override
  public int alignmentBits() {
    return 8;
  }
}
