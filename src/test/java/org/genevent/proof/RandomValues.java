package org.genevent.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/**
 * Makes values that fit field classes, as plain objects.
 *
 * <pre>
 * | field class  | object                                                                                   |
 * |--------------|------------------------------------------------------------------------------------------|
 * | integer      | Long: the value; an unsigned one of 8 bytes as its bits                                  |
 * | float        | Double; of 4 bytes, one that a float holds exactly                                       |
 * | boolean      | Boolean                                                                                  |
 * | enumeration  | Long: the number, mostly one with a label                                                |
 * | string       | String, of any characters                                                                |
 * | array        | List of the elements                                                                     |
 * | sequence     | List of the elements                                                                     |
 * | structure    | Map from member names to values, in the members' order                                   |
 * | union        | List of Long: its bytes, 0 to 255, in memory order                                       |
 * | variant      | Map with one entry: the name of the chosen option and its value                          |
 * | optional     | Optional of the value                                                                    |
 * </pre>
 */
public final class RandomValues implements FieldClassVisitor<Object> {

  private static final int[] CODE_POINTS = {
    'a', 'Z', '0', ' ', '"', '\\', '\n', '\t', 0x1b, 0x7f, '%', '{', '}', 0xe9, 0x20ac, 0x2028,
    0x1f600, 0x10ffff
  };

  private final Random random;
  private final ReferenceSerializer target;

  /**
   * Makes values for a target.
   *
   * @param random decides
   * @param target knows the sizes of C types and of unions
   */
  public RandomValues(Random random, ReferenceSerializer target) {
    this.random = random;
    this.target = target;
  }

  /**
   * Makes a value for each field.
   *
   * @param fields the fields of an event, or of a context
   * @return the values by name, in order
   */
  public Map<String, Object> of(List<Field> fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : fields) {
      values.put(field.name(), of(field.fieldClass()));
    }
    return values;
  }

  /**
   * Makes a value.
   *
   * @param fieldClass its class
   * @return the value
   */
  public Object of(FieldClass fieldClass) {
    return fieldClass.accept(this);
  }

  @Override
  public Object visitInteger(IntegerFieldClass fieldClass) {
    int bits = 8 * target.scalarBytes(fieldClass);
    long value = switch (random.nextInt(4)) {
      case 0 -> random.nextInt(4);
      case 1 -> -1L - random.nextInt(2);
      case 2 -> Long.MIN_VALUE >>> (64 - bits);
      default -> random.nextLong();
    };
    // cut to the size, then extended as the sign wants it
    int unused = 64 - bits;
    return fieldClass.signed() ? value << unused >> unused : value << unused >>> unused;
  }

  @Override
  public Object visitFloat(FloatFieldClass fieldClass) {
    double value = switch (random.nextInt(6)) {
      case 0 -> (random.nextInt(2000) - 1000) / 8.0;
      case 1 -> -0.0;
      case 2 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      case 3 -> Double.NaN;
      default -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
    };
    return fieldClass.sizeBytes() == 4 ? (double) (float) value : value;
  }

  @Override
  public Object visitBoolean(BooleanFieldClass fieldClass) {
    return random.nextBoolean();
  }

  @Override
  public Object visitEnumeration(EnumerationFieldClass fieldClass) {
    if (random.nextInt(8) == 0) {
      return (long) (random.nextInt(DataModel.LP32.sizeBytes(CType.INT) << 14) - (1 << 14));
    }
    EnumerationLabel label =
        fieldClass.labels().get(random.nextInt(fieldClass.labels().size()));
    long span = label.lastValue() - label.firstValue();
    return label.firstValue()
        + (span == 0 ? 0 : random.nextInt((int) Math.min(span, Integer.MAX_VALUE - 1) + 1));
  }

  @Override
  public Object visitString(StringFieldClass fieldClass) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(3) == 0 ? 0 : random.nextInt(20);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(40)) {
        case 0 -> text.append('\0');
        case 1 -> text.append('\uD800');
        case 2 -> text.append('\uDC00');
        default ->
          text.appendCodePoint(
              random.nextBoolean()
                  ? 'a' + random.nextInt(26)
                  : CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
      }
    }
    return text.toString();
  }

  @Override
  public Object visitArray(ArrayFieldClass fieldClass) {
    return elements(fieldClass.length(), fieldClass.element());
  }

  @Override
  public Object visitSequence(SequenceFieldClass fieldClass) {
    return elements(random.nextInt(4), fieldClass.element());
  }

  private List<Object> elements(int count, FieldClass element) {
    List<Object> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      elements.add(of(element));
    }
    return elements;
  }

  @Override
  public Object visitStructure(StructureFieldClass fieldClass) {
    return of(fieldClass.members());
  }

  @Override
  public Object visitUnion(UnionFieldClass fieldClass) {
    List<Object> bytes = new ArrayList<>();
    for (int i = target.unionBytes(fieldClass); i > 0; i--) {
      bytes.add((long) random.nextInt(256));
    }
    return bytes;
  }

  @Override
  public Object visitVariant(VariantFieldClass fieldClass) {
    Field option = fieldClass.options().get(random.nextInt(fieldClass.options().size()));
    return Map.of(option.name(), of(option.fieldClass()));
  }

  @Override
  public Object visitOptional(OptionalFieldClass fieldClass) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(of(fieldClass.element()));
  }

  @Override
  public Object visitReference(ReferenceFieldClass fieldClass) {
    return of(fieldClass.target());
  }
}
