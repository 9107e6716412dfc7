package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/**
 * Compares values that were written with what our own reader gives: lengths and tags are not there, absent is null, a label
 * stands for its number.
 *
 * @param seed stands in messages
 */
public record ReaderComparison(Seed seed) {

  /** Compares the members of a structure, in order. */
  public void members(
      List<Field> fields, Map<?, ?> written, Map<String, Object> read, String path) {
    Map<String, Object> expected = new LinkedHashMap<>();
    for (Field field : fields) {
      expected.put(field.name(), expected(field.fieldClass(), written.get(field.name())));
    }
    assertEquals(
        new ArrayList<>(expected.keySet()),
        new ArrayList<>(read.keySet()),
        () -> seed + " " + path);
    assertEquals(expected, read, () -> seed + " " + path);
  }

  private static Object expected(FieldClass declared, Object written) {
    FieldClass fieldClass = declared.resolved();
    if (fieldClass instanceof FloatFieldClass number) {
      double value = (Double) written;
      return number.sizeBytes() == 4 ? (double) (float) value : value;
    } else if (fieldClass instanceof EnumerationFieldClass enumeration) {
      return label(enumeration, (Long) written);
    } else if (fieldClass instanceof StringFieldClass) {
      byte[] bytes = ReferenceSerializer.utf8((String) written);
      return new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
    } else if (fieldClass instanceof ArrayFieldClass array) {
      return elements(array.element(), (List<?>) written);
    } else if (fieldClass instanceof SequenceFieldClass sequence) {
      return elements(sequence.element(), (List<?>) written);
    } else if (fieldClass instanceof StructureFieldClass structure) {
      return members(structure.members(), (Map<?, ?>) written);
    } else if (fieldClass instanceof UnionFieldClass) {
      return Map.of("bytes", written);
    } else if (fieldClass instanceof OptionalFieldClass optional) {
      return ((Optional<?>) written)
          .map(value -> expected(optional.element(), value))
          .orElse(null);
    } else if (fieldClass instanceof VariantFieldClass variant) {
      for (Field option : variant.options()) {
        if (((Map<?, ?>) written).containsKey(option.name())) {
          return members(List.of(option), (Map<?, ?>) written);
        }
      }
    }
    return written;
  }

  private static Map<String, Object> members(List<Field> fields, Map<?, ?> written) {
    Map<String, Object> members = new LinkedHashMap<>();
    fields.forEach(field ->
        members.put(field.name(), expected(field.fieldClass(), written.get(field.name()))));
    return members;
  }

  private static List<Object> elements(FieldClass element, List<?> written) {
    List<Object> elements = new ArrayList<>();
    written.forEach(value -> elements.add(expected(element, value)));
    return elements;
  }

  private static Object label(EnumerationFieldClass enumeration, long value) {
    for (EnumerationLabel label : enumeration.labels()) {
      if (label.firstValue() <= value && value <= label.lastValue()) {
        return label.name();
      }
    }
    return value;
  }
}
