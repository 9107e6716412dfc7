package org.genevent.cli.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;

/**
 * Writes the values of fields as {@link KeptWire} describes them: every field begins at a byte, with zeros in front of it and
 * behind sizes that are no whole bytes. Used by one thread.
 */
final class KeptValues {

  private final ByteOrder byteOrder;
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 12);

  /** Begins, with the order of bytes of fields that do not say one. */
  KeptValues(ByteOrder byteOrder) {
    this.byteOrder = byteOrder;
  }

  /** The bytes of some fields with the values that have their names. */
  byte[] write(KeptField.Structure fields, ValueSink.Members values) {
    bytes.clear();
    members(fields, values);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void room(int count) {
    if (bytes.remaining() < count) {
      int wanted = Math.max(bytes.capacity() * 2, bytes.position() + count);
      bytes = ByteBuffer.allocate(wanted).put(bytes.flip());
    }
  }

  private static byte[] text(Object value) {
    return value instanceof byte[] one ? one : new byte[0];
  }

  private void put(byte[] text) {
    room(text.length);
    bytes.put(text);
  }

  private void align(int alignmentBits) {
    int alignment = Math.max(1, alignmentBits / Byte.SIZE);
    while (bytes.position() % alignment != 0) {
      room(1);
      bytes.put((byte) 0);
    }
  }

  /** Fields have their values in the same order. */
  private void members(KeptField.Structure structure, ValueSink.Members values) {
    int next = 0;
    for (KeptField.Member member : structure.members()) {
      Object value = null;
      for (int at = next; at < values.values().size(); at++) {
        if (values.values().get(at).name().equals(member.valueName())) {
          value = values.values().get(at).value();
          next = at + 1;
          break;
        }
      }
      value(member.field(), value);
    }
  }

  private void value(KeptField field, Object value) {
    if (field instanceof KeptField.Leaf leaf) {
      align(leaf.alignmentBits());
      leaf(leaf, value);
    } else if (field instanceof KeptField.Text) {
      put(text(value));
      put(new byte[1]);
    } else if (field instanceof KeptField.FixedText text) {
      put(Arrays.copyOf(text(value), (int) text.length()));
    } else if (field instanceof KeptField.VaryingText text) {
      align(text.lengthAlignmentBits());
      put(text(value).length, text.lengthBits(), Optional.empty());
      put(text(value));
    } else if (field instanceof KeptField.Structure structure) {
      align(structure.alignmentBits());
      members(structure, inside(value));
    } else if (field instanceof KeptField.FixedList list) {
      align(list.alignmentBits());
      List<NamedValue> elements = elements(value);
      for (int i = 0; i < list.length(); i++) {
        inner(list.element(), i < elements.size() ? elements.get(i).value() : null);
      }
    } else if (field instanceof KeptField.VaryingList list) {
      List<NamedValue> elements = elements(value);
      align(list.lengthAlignmentBits());
      put(elements.size(), list.lengthBits(), Optional.empty());
      align(list.element().alignmentBits());
      elements.forEach(element -> inner(list.element(), element.value()));
    } else if (field instanceof KeptField.Maybe maybe) {
      put(value == null ? 0 : 1, KeptField.TAG_BITS, Optional.empty());
      if (value != null) {
        inner(maybe.content(), value);
      }
    } else if (field instanceof KeptField.Choice choice) {
      choice(choice, value);
    }
  }

  /** What has a length or tag in front has a structure around both where no member can stand in front of it. */
  private void inner(KeptField field, Object value) {
    if (field.needsHelper()) {
      align(field.alignmentBits());
    }
    value(field, value);
  }

  private void choice(KeptField.Choice choice, Object value) {
    int chosen = chosen(choice, value);
    put(chosen, choice.tagBits(), Optional.empty());
    KeptField.Member option = choice.options().get(chosen);
    boolean named = !option.valueName().isEmpty();
    inner(option.field(), named ? inside(value).values().get(0).value() : value);
  }

  private static int chosen(KeptField.Choice choice, Object value) {
    List<NamedValue> values = inside(value).values();
    int nameless = 0;
    for (int i = choice.options().size() - 1; i >= 0; i--) {
      KeptField.Member option = choice.options().get(i);
      if (!option.valueName().isEmpty()
          && values.size() == 1
          && values.get(0).name().equals(option.valueName())) {
        return i;
      } else if (option.valueName().isEmpty() && shape(option.field()).isInstance(value)) {
        nameless = i;
      }
    }
    return nameless;
  }

  /** What values of a field are here. */
  static Class<?> shape(KeptField field) {
    if (field instanceof KeptField.Leaf leaf) {
      return leaf.floating() != null ? Double.class : Long.class;
    } else if (field instanceof KeptField.Text
        || field instanceof KeptField.FixedText
        || field instanceof KeptField.VaryingText) {
      return byte[].class;
    } else if (field instanceof KeptField.FixedList || field instanceof KeptField.VaryingList) {
      return ValueSink.Elements.class;
    }
    return field instanceof KeptField.Maybe maybe
        ? shape(maybe.content())
        : ValueSink.Members.class;
  }

  private static List<NamedValue> elements(Object value) {
    return value instanceof ValueSink.Elements list ? list.values() : List.of();
  }

  private static ValueSink.Members inside(Object value) {
    return value instanceof ValueSink.Members members ? members : new ValueSink.Members(List.of());
  }

  private void leaf(KeptField.Leaf leaf, Object value) {
    WireFloat floating = leaf.floating();
    if (floating != null) {
      double number = value instanceof Number any ? any.doubleValue() : 0;
      put(FloatBits.of(number, floating), leaf.sizeBits(), floating.byteOrder());
    } else {
      put(value instanceof Long bits ? bits : 0, leaf.sizeBits(), order(leaf.number()));
    }
  }

  private static Optional<ByteOrder> order(WireClass wire) {
    if (wire instanceof WireInteger integer) {
      return integer.byteOrder();
    }
    return wire instanceof WireBitMap map
        ? map.bits().byteOrder()
        : ((WireBitArray) wire).byteOrder();
  }

  /**
   * Some bits, in whole bytes: little-endian, the first ones of these are the least significant; big-endian, the most
   * significant. Source: CTF 1.8.3, section 4.1.5.
   */
  private void put(long value, int sizeBits, Optional<ByteOrder> own) {
    int count = (sizeBits + Byte.SIZE - 1) / Byte.SIZE;
    boolean little = own.orElse(byteOrder) == ByteOrder.LITTLE_ENDIAN;
    long bits = sizeBits == Long.SIZE ? value : value & (1L << sizeBits) - 1;
    bits = little ? bits : bits << count * Byte.SIZE - sizeBits;
    room(count);
    for (int i = 0; i < count; i++) {
      bytes.put((byte) (bits >>> Byte.SIZE * (little ? i : count - 1 - i)));
    }
  }
}
