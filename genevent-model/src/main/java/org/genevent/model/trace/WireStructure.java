package org.genevent.model.trace;

import java.util.List;

/**
 * Members one after the other, each at the next multiple of its alignment. Source: CTF 1.8.3, section 4.2.1;
 * CTF2-SPEC-2.0, "Structure".
 *
 * @param members the members, in the order of their bits
 * @param minimumAlignmentBits what the structure asks for itself; its members may ask for more
 */
public record WireStructure(List<WireMember> members, int minimumAlignmentBits)
    implements WireClass {
  /** Copies the list. */
  public WireStructure {
    members = List.copyOf(members);
    checkAlignment(minimumAlignmentBits);
  }

  @Override
  public int alignmentBits() {
    int strictest = minimumAlignmentBits;
    for (WireMember member : members) {
      strictest = Math.max(strictest, member.wireClass().alignmentBits());
    }
    return strictest;
  }

  static void checkSize(int sizeBits) {
    if (sizeBits < 1 || sizeBits > 64) {
      throw new IllegalArgumentException("there are 1 to 64 bits: sizeBits=" + sizeBits);
    }
  }

  static void checkAlignment(int alignmentBits) {
    if (alignmentBits < 1 || Integer.bitCount(alignmentBits) != 1) {
      throw new IllegalArgumentException(
          "an alignment is a power of two: alignmentBits=" + alignmentBits);
    }
  }
}
