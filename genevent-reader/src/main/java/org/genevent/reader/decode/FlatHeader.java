package org.genevent.reader.decode;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The header of events whose id and time lie at fixed bits: of all events at the same, or in one of a few forms that a tag at
 * its beginning chooses, as in LTTng's headers. Immutable.
 */
final class FlatHeader {

  /** Forms with more bytes are left to the nodes. */
  private static final int MAX_BYTES = 1 << 16;

  /** Tags below this find their form without a search. */
  private static final int MOST_DIRECT = 1 << 16;

  /** An unsigned integer within eight bytes. */
  static final class Bits {
    private final int offsetBytes;
    private final boolean bigEndian;
    final int sizeBits;

    /** How far down it has to move in the eight bytes, and what of them it is then. */
    private final int move;

    private final long mask;

    /** Where it is kept for later, or -1. */
    final int slot;

    /**
     * Makes one.
     *
     * @param offsetBytes where the eight bytes begin, from the header's beginning
     * @param shift how many bits of them lie in front of it
     * @param sizeBits how many bits it has
     * @param bigEndian whether bits and bytes begin with the most significant one
     * @param slot where it is kept for later, or -1
     */
    Bits(int offsetBytes, int shift, int sizeBits, boolean bigEndian, int slot) {
      this.offsetBytes = offsetBytes;
      this.move = bigEndian ? Long.SIZE - sizeBits - shift : shift;
      this.mask = -1L >>> Long.SIZE - sizeBits;
      this.sizeBits = sizeBits;
      this.bigEndian = bigEndian;
      this.slot = slot;
    }

    /** The earliest value with these low bits that is not before another. */
    long later(long than, ByteBuffer buffer, int headerIndex) {
      return than + (read(buffer, headerIndex) - than & mask);
    }

    /** The same, out of the first eight bytes of a header. */
    long later(long than, long eight) {
      return than + ((eight >>> move) - than & mask);
    }

    /** Its value, out of the first eight bytes of a header. */
    long of(long eight) {
      return eight >>> move & mask;
    }

    /** Whether it lies within the first eight bytes of a header. */
    boolean isFirst() {
      return offsetBytes == 0;
    }

    long read(ByteBuffer buffer, int headerIndex) {
      return FlatPlan.longAt(buffer, headerIndex + offsetBytes, bigEndian) >>> move & mask;
    }
  }

  /** What a header can look like. */
  static final class Form {
    /** The event's id, or null if there is none. */
    final Bits id;

    /** The time, or null if there is none. */
    final Bits clock;

    /** Whether the time lies within the first eight bytes, in the byte order of the key. */
    private boolean isClockFirst;

    /** Where it ends, from the header's beginning. */
    final int endBytes;

    private final Bits[] kept;

    /** The value of the clock at an event, or the one before if there is none. */
    long clock(long before, long firstEight, ByteBuffer buffer, int headerIndex) {
      if (isClockFirst) {
        return clock.later(before, firstEight);
      }
      return clock == null ? before : clock.later(before, buffer, headerIndex);
    }

    Form(Bits id, Bits clock, Bits[] kept, int endBytes) {
      this.id = id;
      this.clock = clock;
      this.kept = kept;
      this.endBytes = endBytes;
    }

    /** Keeps the numbers that later fields need. */
    void keep(ByteBuffer buffer, int headerIndex, State state) {
      // mostly there are none, and a loop over nothing is not free
      if (kept.length == 0) {
        return;
      }
      for (Bits one : kept) {
        state.keep(one.slot, one.read(buffer, headerIndex));
      }
    }
  }

  final int alignmentBytes;

  /** What chooses the form; null if there is only one. */
  private final Bits tag;

  private final Form[] forms;

  /** What the shortest form takes. */
  final int leastBytes;

  private final byte[] formOfTag;

  /** The byte order of what tells forms or events apart. */
  final boolean bigEndian;

  private FlatHeader(int alignmentBytes, Bits tag, Form[] forms, byte[] formOfTag) {
    this.alignmentBytes = alignmentBytes;
    this.tag = tag;
    this.forms = forms;
    this.formOfTag = formOfTag;
    int least = Integer.MAX_VALUE;
    for (Form form : forms) {
      least = Math.min(least, form.endBytes);
    }
    this.leastBytes = least;
    Bits key = key();
    this.bigEndian = key != null && key.bigEndian;
    for (Form form : forms) {
      form.isClockFirst =
          form.clock != null && form.clock.isFirst() && form.clock.bigEndian == bigEndian;
    }
  }

  /** What tells forms apart, or, where there is one form only, events; null if nothing does. */
  Bits key() {
    return tag == null ? forms[0].id : tag;
  }

  /** The form of a header, or null if its tag chooses none. */
  Form form(ByteBuffer buffer, int headerIndex) {
    if (tag == null) {
      return forms[0];
    }
    int chosen = formOfTag[(int) tag.read(buffer, headerIndex)];
    return chosen < 0 ? null : forms[chosen];
  }

  /** What the position behind any form is a multiple of, modulo {@link #bodyKnown}. */
  int bodyRest() {
    return forms[0].endBytes & bodyKnown() - 1;
  }

  /** A power of two for which all forms end at the same rest. */
  int bodyKnown() {
    int known = alignmentBytes;
    for (Form form : forms) {
      int difference = form.endBytes ^ forms[0].endBytes;
      if (difference != 0) {
        known = Math.min(known, Integer.lowestOneBit(difference));
      }
    }
    return known;
  }

  /** A walk over one form. */
  private static final class Walk {
    private long bits;
    private Bits id;
    private Bits clock;
    private Bits[] kept = {};
    private boolean flat = true;
    private ChoiceNode variant;

    Walk copy() {
      Walk copy = new Walk();
      copy.bits = bits;
      copy.id = id;
      copy.clock = clock;
      copy.kept = kept;
      copy.flat = flat;
      return copy;
    }

    void members(Nodes.StructureNode structure) {
      align(structure.alignmentBits);
      for (Node member : structure.members) {
        if (variant != null) {
          flat = false;
        }
        any(member);
      }
    }

    private void align(int alignmentBits) {
      bits = bits + alignmentBits - 1 & -alignmentBits;
    }

    void any(Node node) {
      if (node instanceof Numbers.IntegerNode integer) {
        integer(integer);
      } else if (node instanceof EnumerationNode enumeration
          && enumeration.container instanceof Numbers.IntegerNode integer) {
        integer(integer);
      } else if (node instanceof Nodes.StructureNode structure) {
        members(structure);
      } else if (node instanceof ChoiceNode chosen) {
        variant = chosen;
      } else {
        flat = false;
      }
    }

    private void integer(Numbers.IntegerNode integer) {
      align(integer.alignmentBits);
      int shift = (int) (bits & 7);
      if (integer.signed
          || integer.reversed
          || integer.hasSharedSlots()
          || shift + integer.sizeBits > Long.SIZE
          || bits > 8L * MAX_BYTES) {
        flat = false;
        return;
      }
      // what fits into the first eight bytes is looked for there, so that they have to be read once
      // only
      boolean first = bits + integer.sizeBits <= Long.SIZE;
      Bits found = new Bits(
          first ? 0 : (int) (bits >>> 3),
          first ? (int) bits : shift,
          integer.sizeBits,
          integer.bigEndian,
          integer.slot);
      bits += integer.sizeBits;
      for (Role role : integer.roles) {
        flat &= role == Role.EVENT_ID;
        id = found;
      }
      if (integer.clocked) {
        flat &= clock == null;
        clock = found;
      }
      if (integer.slot >= 0) {
        kept = Arrays.copyOf(kept, kept.length + 1);
        kept[kept.length - 1] = found;
      }
    }

    Form form() {
      return (bits & 7) != 0 ? null : new Form(id, clock, kept, (int) (bits >>> 3));
    }
  }

  /** The flat form of a header, or null if it has none. */
  static FlatHeader of(Nodes.StructureNode header) {
    if (header.alignmentBits > 8 * MAX_BYTES) {
      return null;
    }
    int alignment = Math.max(1, header.alignmentBits >>> 3);
    Walk walk = new Walk();
    walk.members(header);
    if (!walk.flat) {
      return null;
    } else if (walk.variant == null) {
      Form form = walk.form();
      return form == null ? null : new FlatHeader(alignment, null, new Form[] {form}, null);
    }
    return withForms(alignment, walk);
  }

  private static FlatHeader withForms(int alignment, Walk common) {
    ChoiceNode variant = common.variant;
    if (variant.selector.guarded() || variant.isGuarding()) {
      return null;
    }
    Bits tag = null;
    for (Bits one : common.kept) {
      if (one.slot == variant.selector.slot()) {
        tag = one;
      }
    }
    if (tag == null || 1L << tag.sizeBits > MOST_DIRECT || variant.options.length > 127) {
      return null;
    }
    Form[] forms = new Form[variant.options.length];
    for (int i = 0; i < forms.length; i++) {
      Walk walk = common.copy();
      walk.any(variant.options[i]);
      forms[i] = walk.form();
      if (!walk.flat || walk.variant != null || forms[i] == null) {
        return null;
      }
    }
    byte[] formOfTag = new byte[1 << tag.sizeBits];
    for (int value = 0; value < formOfTag.length; value++) {
      int range = variant.ranges.find(value);
      int chosen = range == RangeTable.NONE ? variant.otherwise : variant.optionOfRange[range];
      // what is absent takes no form of its own: the nodes know it
      formOfTag[value] = (byte) Math.max(-1, chosen);
    }
    return new FlatHeader(alignment, tag, forms, formOfTag);
  }
}
