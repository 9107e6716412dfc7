package org.genevent.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.layout.LayoutRule;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/**
 * Writes the payload of an event byte by byte as the layout reference says, with nothing worked out beforehand.
 *
 * <p>Two tables, then one walk over the values: the sizes of the C types (section 1) and, for each class, how it is
 * aligned and what it writes (sections 2 and 3). Structures have no padding behind their last member; a union has, as in
 * C. What genevent adds: a boolean is one byte; an optional is a byte, 0 or 1, then the value; a variant is the option's
 * number in a byte (two bytes where there are more than 256), then the option. Positions count from the start of the
 * payload. Values are as {@link RandomValues} describes them.
 *
 * @param dataModel the sizes of the C types
 * @param byteOrder the order of bytes, but for network integers
 * @param rule whether strings and sequences end padded to the word
 * @param packed true if there is no padding at all
 */
public record ReferenceSerializer(
    DataModel dataModel, ByteOrder byteOrder, LayoutRule rule, boolean packed) {

  /** Section 1, in bytes: int, long, pointer, size_t. */
  private static final Map<DataModel, int[]> SIZES = new EnumMap<>(Map.of(
      DataModel.LP32, new int[] {2, 4, 4, 4},
      DataModel.ILP32, new int[] {4, 4, 4, 4},
      DataModel.ILP64, new int[] {8, 8, 8, 8},
      DataModel.LLP64, new int[] {4, 4, 8, 8},
      DataModel.LP64, new int[] {4, 8, 8, 8}));

  /**
   * Writes the payload of an event, or a context.
   *
   * @param fields the fields
   * @param values the values, by name
   * @return the bytes
   */
  public byte[] payload(List<Field> fields, Map<String, ?> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Field field : fields) {
      write(field.fieldClass(), values.get(field.name()), out);
    }
    return out.toByteArray();
  }

  /**
   * The bytes of a text, as they stand in a payload.
   *
   * @param text the text
   * @return UTF-8 with its zero byte; a zero character inside became U+2400, half a surrogate pair '?'
   */
  public static byte[] utf8(String text) {
    // the JDK's own encoder puts '?' where half a pair is
    byte[] bytes = text.replace('\0', '\u2400').getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(bytes.length + 1).put(bytes).array();
  }

  /**
   * The size of an integer, float, boolean or enumeration.
   *
   * @param fieldClass the class
   * @return bytes
   */
  public int scalarBytes(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    if (resolved instanceof IntegerFieldClass integer) {
      return integer.size() instanceof IntegerSize.OfType type
          ? cTypeBytes(type.type())
          : ((IntegerSize.Fixed) integer.size()).sizeBytes();
    } else if (resolved instanceof FloatFieldClass number) {
      return number.sizeBytes();
    }
    return resolved instanceof BooleanFieldClass ? 1 : cTypeBytes(CType.INT);
  }

  private int cTypeBytes(CType type) {
    int[] sizes = SIZES.get(dataModel);
    return switch (type) {
      case CHAR -> 1;
      case SHORT -> 2;
      case INT -> sizes[0];
      case LONG -> sizes[1];
      case POINTER -> sizes[2];
      case SIZE_T, SSIZE_T, OFF_T -> sizes[3];
    };
  }

  private int wordBytes() {
    return SIZES.get(dataModel)[2];
  }

  /**
   * The size of a union.
   *
   * @param union the union
   * @return its largest member's, rounded up to its strictest member's alignment unless packed
   */
  public int unionBytes(UnionFieldClass union) {
    int largest = 0;
    for (Field member : union.members()) {
      FieldClass fieldClass = member.fieldClass().resolved();
      int size = fieldClass instanceof ArrayFieldClass array
          ? array.length() * scalarBytes(array.element())
          : scalarBytes(fieldClass);
      largest = Math.max(largest, size);
    }
    return largest + padding(largest, union);
  }

  /** Section 2: the s of the alignment function. */
  private int alignmentSize(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    if (resolved instanceof StringFieldClass) {
      return 1;
    } else if (resolved instanceof ArrayFieldClass array) {
      return alignmentSize(array.element());
    } else if (resolved instanceof SequenceFieldClass sequence) {
      return Math.max(alignmentSize(sequence.length()), alignmentSize(sequence.element()));
    } else if (resolved instanceof StructureFieldClass structure) {
      return strictest(structure.members());
    } else if (resolved instanceof UnionFieldClass union) {
      return strictest(union.members());
    } else if (resolved instanceof VariantFieldClass variant) {
      return tagBytes(variant);
    }
    return resolved instanceof OptionalFieldClass ? 1 : scalarBytes(resolved);
  }

  private int strictest(List<Field> members) {
    return members.stream()
        .mapToInt(member -> alignmentSize(member.fieldClass()))
        .max()
        .orElse(1);
  }

  private static int tagBytes(VariantFieldClass variant) {
    return variant.options().size() > 256 ? 2 : 1;
  }

  /** Section 2: the padding from a position to an item of a class. */
  private int padding(int position, FieldClass fieldClass) {
    int alignment = packed ? 1 : Math.min(wordBytes(), alignmentSize(fieldClass));
    return (alignment - position % alignment) % alignment;
  }

  /** Section 3, a row of its table at a time. */
  private void write(FieldClass fieldClass, Object value, ByteArrayOutputStream out) {
    FieldClass resolved = fieldClass.resolved();
    zeros(padding(out.size(), resolved), out);
    if (resolved instanceof StringFieldClass) {
      out.writeBytes(utf8((String) value));
      padToWord(out);
    } else if (resolved instanceof ArrayFieldClass array) {
      ((List<?>) value).forEach(element -> write(array.element(), element, out));
    } else if (resolved instanceof SequenceFieldClass sequence) {
      List<?> elements = (List<?>) value;
      scalar(sequence.length().resolved(), (long) elements.size(), out);
      zeros(padding(out.size(), sequence.element()), out);
      elements.forEach(element -> write(sequence.element(), element, out));
      padToWord(out);
    } else if (resolved instanceof StructureFieldClass structure) {
      Map<?, ?> members = (Map<?, ?>) value;
      structure
          .members()
          .forEach(member -> write(member.fieldClass(), members.get(member.name()), out));
    } else if (resolved instanceof UnionFieldClass) {
      ((List<?>) value).forEach(element -> out.write(((Long) element).intValue()));
    } else if (resolved instanceof VariantFieldClass variant) {
      option(variant, (Map<?, ?>) value, out);
    } else if (resolved instanceof OptionalFieldClass optional) {
      Optional<?> inside = (Optional<?>) value;
      out.write(inside.isPresent() ? 1 : 0);
      inside.ifPresent(present -> write(optional.element(), present, out));
    } else {
      scalar(resolved, value, out);
    }
  }

  private void option(VariantFieldClass variant, Map<?, ?> value, ByteArrayOutputStream out) {
    for (int i = 0; i < variant.options().size(); i++) {
      Field option = variant.options().get(i);
      if (value.containsKey(option.name())) {
        number(i, tagBytes(variant), byteOrder, out);
        write(option.fieldClass(), value.get(option.name()), out);
      }
    }
  }

  private void scalar(FieldClass fieldClass, Object value, ByteArrayOutputStream out) {
    boolean network = fieldClass instanceof IntegerFieldClass integer && integer.network();
    long bits;
    if (fieldClass instanceof FloatFieldClass number) {
      double real = (Double) value;
      bits = number.sizeBytes() == 4
          ? Float.floatToRawIntBits((float) real)
          : Double.doubleToRawLongBits(real);
    } else {
      bits = value instanceof Boolean truth ? (truth ? 1 : 0) : (Long) value;
    }
    number(bits, scalarBytes(fieldClass), network ? ByteOrder.BIG_ENDIAN : byteOrder, out);
  }

  private static void number(long bits, int sizeBytes, ByteOrder order, ByteArrayOutputStream out) {
    for (int i = 0; i < sizeBytes; i++) {
      int significance = order == ByteOrder.BIG_ENDIAN ? sizeBytes - 1 - i : i;
      out.write((int) (bits >>> (8 * significance)));
    }
  }

  private void padToWord(ByteArrayOutputStream out) {
    if (rule == LayoutRule.LTT && !packed) {
      zeros(-out.size() & (wordBytes() - 1), out);
    }
  }

  private static void zeros(int count, ByteArrayOutputStream out) {
    for (int i = 0; i < count; i++) {
      out.write(0);
    }
  }
}
