package org.genevent.cli.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.genevent.layout.Metrics;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/**
 * Writes the values of an event as the payload of a facility on a target. Sizes and alignments are those of the layout;
 * padding is zeros. What does not fit is counted as a loss.
 */
final class PayloadBytes {

  private final ByteOrder byteOrder;
  private final Losses losses;
  private final Renames renames;
  private Metrics metrics;
  private ByteBuffer bytes;
  private String event = "";

  /** How many values around are none, so that nothing inside is missing. */
  private int insideNone;

  PayloadBytes(ByteOrder byteOrder, Renames renames, Losses losses) {
    this.byteOrder = byteOrder;
    this.losses = losses;
    this.renames = renames;
    this.bytes = ByteBuffer.allocate(1 << 12).order(byteOrder);
  }

  /** The bytes of some fields with the values that have their names. */
  byte[] write(String eventName, List<Field> fields, ValueSink.Members values, Metrics target) {
    event = eventName;
    metrics = target;
    bytes.clear();
    members(fields, values);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void room(int count) {
    if (bytes.remaining() < count) {
      int wanted = Math.max(bytes.capacity() * 2, bytes.position() + count);
      ByteBuffer larger = ByteBuffer.allocate(wanted).order(byteOrder);
      bytes = larger.put(bytes.flip());
    }
  }

  private void zeros(int count) {
    room(count);
    for (int i = 0; i < count; i++) {
      bytes.put((byte) 0);
    }
  }

  private void align(FieldClass fieldClass) {
    zeros(metrics.alignment(fieldClass).paddingAfter(bytes.position()));
  }

  private void padAfter(FieldClass fieldClass) {
    if (metrics.padsAfter(fieldClass)) {
      zeros(metrics.word().paddingAfter(bytes.position()));
    }
  }

  /** Fields are a part of the values, in the same order. */
  private void members(List<Field> fields, ValueSink.Members values) {
    int next = 0;
    for (Field field : fields) {
      Object value = null;
      for (int at = next; at < values.values().size(); at++) {
        if (values.values().get(at).name().equals(renames.original(field))) {
          value = values.values().get(at).value();
          next = at + 1;
          break;
        }
      }
      value(field.fieldClass(), value, field.name());
    }
  }

  private void value(FieldClass declared, Object value, String name) {
    FieldClass fieldClass = declared.resolved();
    if (value == null && renames.isEmptyForNone(fieldClass)) {
      insideNone++;
      value(fieldClass, new ValueSink.Members(List.of()), name);
      insideNone--;
      return;
    }
    align(fieldClass);
    if (fieldClass instanceof StringFieldClass) {
      text(value instanceof byte[] text ? text : new byte[0]);
      padAfter(fieldClass);
    } else if (fieldClass instanceof SequenceFieldClass sequence) {
      List<NamedValue> elements = renames.isNoneOrOne(sequence)
          ? value == null ? List.of() : List.of(new NamedValue("", value))
          : elements(value);
      scalar(sequence.length().resolved(), (long) elements.size(), name);
      align(sequence.element());
      elements.forEach(element -> value(sequence.element(), element.value(), name));
      padAfter(fieldClass);
    } else if (fieldClass instanceof ArrayFieldClass array) {
      List<NamedValue> elements = elements(value);
      for (int i = 0; i < array.length(); i++) {
        Object element = i < elements.size() ? elements.get(i).value() : null;
        value(array.element(), element, name);
      }
    } else if (fieldClass instanceof StructureFieldClass structure) {
      members(structure.members(), inside(value));
    } else if (fieldClass instanceof UnionFieldClass union) {
      union(union, inside(value));
    } else if (fieldClass instanceof VariantFieldClass variant) {
      variant(variant, inside(value), name);
    } else if (fieldClass instanceof OptionalFieldClass optional) {
      scalar(optional.tag(), value == null ? 0L : 1L, name);
      if (value != null) {
        value(optional.element(), value, name);
      }
    } else {
      scalar(fieldClass, value, name);
    }
  }

  private static List<NamedValue> elements(Object value) {
    return value instanceof ValueSink.Elements list ? list.values() : List.of();
  }

  private static ValueSink.Members inside(Object value) {
    return value instanceof ValueSink.Members members ? members : new ValueSink.Members(List.of());
  }

  private void text(byte[] text) {
    room(text.length + 1);
    bytes.put(text).put((byte) 0);
  }

  /** The widest member has all the bytes. */
  private void union(UnionFieldClass union, ValueSink.Members values) {
    int start = bytes.position();
    int size = metrics.fixedSizeBytes(union).orElse(0);
    Field widest = null;
    int widestBytes = -1;
    for (Field member : union.members()) {
      int memberBytes = metrics.fixedSizeBytes(member.fieldClass()).orElse(0);
      if (memberBytes > widestBytes) {
        widest = member;
        widestBytes = memberBytes;
      }
    }
    if (widest != null) {
      members(List.of(widest), values);
    }
    zeros(Math.max(0, start + size - bytes.position()));
  }

  private void variant(VariantFieldClass variant, ValueSink.Members values, String name) {
    NamedValue chosen = values.values().isEmpty() ? null : values.values().get(0);
    int tag = 0;
    for (int i = 0; chosen != null && i < variant.options().size(); i++) {
      if (renames.original(variant.options().get(i)).equals(chosen.name())) {
        tag = i;
      }
    }
    scalar(variant.tag(), (long) tag, name);
    value(variant.options().get(tag).fieldClass(), chosen == null ? null : chosen.value(), name);
  }

  private void scalar(FieldClass fieldClass, Object value, String name) {
    int size = metrics.scalarSizeBytes(fieldClass);
    align(fieldClass);
    room(size);
    if (fieldClass instanceof FloatFieldClass) {
      double number = value instanceof Number any ? any.doubleValue() : 0;
      if (size == Float.BYTES) {
        if (!Double.isNaN(number) && (double) (float) number != number) {
          losses.count("values of " + event + "." + name + " that a float cannot hold", 1);
        }
        bytes.putFloat((float) number);
      } else {
        bytes.putDouble(number);
      }
      return;
    }
    long number = value instanceof Long bits ? bits : 0;
    boolean signed = !(fieldClass instanceof IntegerFieldClass integer) || integer.signed();
    int bits = size * Byte.SIZE;
    long kept = signed
        ? number << Long.SIZE - bits >> Long.SIZE - bits
        : number << Long.SIZE - bits >>> Long.SIZE - bits;
    if (kept != number) {
      losses.count("values of " + event + "." + name + " that " + size + " bytes cannot hold", 1);
    }
    if (value == null && insideNone == 0) {
      losses.count("that there is no value of " + event + "." + name + ", which becomes 0", 1);
    }
    boolean network = fieldClass instanceof IntegerFieldClass integer && integer.network();
    put(number, size, network ? ByteOrder.BIG_ENDIAN : byteOrder);
  }

  private void put(long number, int size, ByteOrder order) {
    for (int i = 0; i < size; i++) {
      int significance = order == ByteOrder.LITTLE_ENDIAN ? i : size - 1 - i;
      bytes.put((byte) (number >>> Byte.SIZE * significance));
    }
  }
}
