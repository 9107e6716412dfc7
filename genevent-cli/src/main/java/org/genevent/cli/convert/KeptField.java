package org.genevent.cli.convert;

import java.util.List;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;

/**
 * What a field of CTF is, whatever version says it and wherever its length or tag stands: those come right in front of it in
 * the new trace. Alignments are those of the new trace.
 */
sealed interface KeptField {

  /** Tags of variants and optional values. */
  int TAG_BITS = 8;

  /** Tags of variants of very many options. */
  int WIDE_TAG_BITS = 16;

  /** What the field's first byte is a multiple of, with its length or tag. */
  int alignmentBits();

  /** The least number of bits that a value takes. */
  long leastBits();

  /** Whether something has to stand in front of it. */
  default boolean needsHelper() {
    return false;
  }

  /**
   * A member of a structure, or an option.
   *
   * @param name in the new metadata, as the model has names; empty for an option of CTF 2 that has none
   * @param valueName what a reader calls its value
   * @param field what it is
   */
  record Member(String name, String valueName, KeptField field) {}

  /**
   * Bits that have one value.
   *
   * @param wire an integer, a floating point number, an enumeration, an array or a map of bits
   * @param sizeBits how many
   */
  record Leaf(WireClass wire, int sizeBits) implements KeptField {
    @Override
    public int alignmentBits() {
      return wire.alignmentBits();
    }

    @Override
    public long leastBits() {
      return sizeBits;
    }

    /** The floating point number that it is, or null. */
    WireFloat floating() {
      return wire instanceof WireFloat number ? number : null;
    }

    /** The number or the bits that it is, without labels. */
    WireClass number() {
      return wire instanceof WireEnumeration enumeration ? enumeration.container() : wire;
    }
  }

  /** A text that ends with a zero byte. */
  record Text(WireEncoding encoding) implements KeptField {
    @Override
    public int alignmentBits() {
      return Byte.SIZE;
    }

    @Override
    public long leastBits() {
      return Byte.SIZE;
    }
  }

  /** A text in so many bytes, with zeros behind it. */
  record FixedText(long length, WireEncoding encoding) implements KeptField {
    @Override
    public int alignmentBits() {
      return Byte.SIZE;
    }

    @Override
    public long leastBits() {
      return length * Byte.SIZE;
    }
  }

  /**
   * A text with the number of its bytes in front.
   *
   * @param lengthBits 8, 16, 32 or 64
   * @param lengthAlignmentBits what the length is a multiple of
   */
  record VaryingText(int lengthBits, int lengthAlignmentBits, WireEncoding encoding)
      implements KeptField {
    @Override
    public int alignmentBits() {
      return lengthAlignmentBits;
    }

    @Override
    public long leastBits() {
      return lengthBits;
    }

    @Override
    public boolean needsHelper() {
      return true;
    }
  }

  /** Fields one after the other. */
  record Structure(List<Member> members) implements KeptField {
    @Override
    public int alignmentBits() {
      return members.stream()
          .mapToInt(member -> member.field().alignmentBits())
          .max()
          .orElse(1);
    }

    @Override
    public long leastBits() {
      return members.stream().mapToLong(member -> member.field().leastBits()).sum();
    }
  }

  /**
   * A list whose length the metadata says.
   *
   * @param mediaType of bytes that are no list of numbers, what they are; else empty
   */
  record FixedList(long length, KeptField element, String mediaType) implements KeptField {
    @Override
    public int alignmentBits() {
      return element.alignmentBits();
    }

    @Override
    public long leastBits() {
      return length == 0 ? 0 : Math.max(1, element.leastBits());
    }
  }

  /**
   * A list with its length in front.
   *
   * @param lengthBits 8, 16, 32 or 64
   * @param lengthAlignmentBits what the length is a multiple of
   * @param mediaType of bytes that are no list of numbers, what they are; else empty
   */
  record VaryingList(int lengthBits, int lengthAlignmentBits, KeptField element, String mediaType)
      implements KeptField {
    @Override
    public int alignmentBits() {
      return Math.max(lengthAlignmentBits, element.alignmentBits());
    }

    @Override
    public long leastBits() {
      return lengthBits;
    }

    @Override
    public boolean needsHelper() {
      return true;
    }
  }

  /** Something or nothing. */
  record Maybe(KeptField content) implements KeptField {
    @Override
    public int alignmentBits() {
      return TAG_BITS;
    }

    @Override
    public long leastBits() {
      return TAG_BITS;
    }

    @Override
    public boolean needsHelper() {
      return true;
    }
  }

  /** One of several. */
  record Choice(List<Member> options) implements KeptField {
    @Override
    public int alignmentBits() {
      return TAG_BITS;
    }

    /** Tags are not aligned further than to bytes, however large. */
    int tagBits() {
      return options.size() > 1 << TAG_BITS ? WIDE_TAG_BITS : TAG_BITS;
    }

    @Override
    public long leastBits() {
      return tagBits();
    }

    @Override
    public boolean needsHelper() {
      return true;
    }
  }
}
