package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.diagnostic.Origin;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
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
 * Compares values that were written with what babeltrace2 shows of them: lengths and tags as members of their own, numbers
 * in another base as bits, floats with six digits.
 *
 * <p>babeltrace2 2.0 shows an empty string as the text that the same field object had in an earlier event (it clears the
 * length, not the characters), so of an empty string only that is compared: nothing, or a text that was there before.
 *
 * @param target knows the sizes
 * @param seed stands in messages
 * @param earlierTexts the strings that were compared so far
 */
public record BabeltraceComparison(
    ReferenceSerializer target, Seed seed, Set<String> earlierTexts) {

  public BabeltraceComparison(ReferenceSerializer target, Seed seed) {
    this(target, seed, new HashSet<>());
  }

  /** Compares the members of a structure, in order. */
  public void members(List<Field> fields, Map<?, ?> written, Object read, String path) {
    Iterator<? extends Map.Entry<?, ?>> members = ((Map<?, ?>) read).entrySet().iterator();
    for (Field field : fields) {
      FieldClass fieldClass = field.fieldClass().resolved();
      String where = path + "." + field.name();
      Object value = written.get(field.name());
      if (hasHelper(fieldClass)) {
        helper(fieldClass, value, members.next().getValue(), where);
      }
      Map.Entry<?, ?> member = members.next();
      assertEquals(field.name(), member.getKey(), () -> message(where));
      value(fieldClass, value, member.getValue(), where);
    }
    assertFalse(members.hasNext(), () -> message(path));
  }

  private static boolean hasHelper(FieldClass fieldClass) {
    return fieldClass instanceof SequenceFieldClass
        || fieldClass instanceof OptionalFieldClass
        || fieldClass instanceof VariantFieldClass;
  }

  private void helper(FieldClass fieldClass, Object written, Object read, String path) {
    if (fieldClass instanceof SequenceFieldClass) {
      assertEquals((long) ((List<?>) written).size(), read, () -> message(path));
    } else if (fieldClass instanceof VariantFieldClass variant) {
      long tag = variant.options().indexOf(chosen(variant, written));
      assertEquals(tag, ((BabeltraceText.Label) read).value(), () -> message(path));
    } else {
      boolean present = ((Optional<?>) written).isPresent();
      assertEquals(
          new BabeltraceText.Label(present ? "present" : "absent", present ? 1 : 0),
          read,
          () -> message(path));
    }
  }

  private static Field chosen(VariantFieldClass variant, Object written) {
    return variant.options().stream()
        .filter(option -> ((Map<?, ?>) written).containsKey(option.name()))
        .findFirst()
        .orElseThrow();
  }

  private void value(FieldClass fieldClass, Object written, Object read, String path) {
    if (fieldClass instanceof FloatFieldClass) {
      number((Double) written, ((Number) read).doubleValue(), path);
    } else if (fieldClass instanceof BooleanFieldClass) {
      boolean truth = (Boolean) written;
      // CTF 1.8 has no truth values
      Object label = new BabeltraceText.Label(written.toString(), truth ? 1 : 0);
      assertEquals(read instanceof Boolean ? truth : label, read, () -> message(path));
    } else if (fieldClass instanceof EnumerationFieldClass enumeration) {
      assertEquals(label(enumeration, (Long) written), read, () -> message(path));
    } else if (fieldClass instanceof StringFieldClass) {
      text((String) written, read, path);
    } else if (fieldClass instanceof ArrayFieldClass array) {
      elements(array.element(), (List<?>) written, read, path);
    } else if (fieldClass instanceof SequenceFieldClass sequence) {
      elements(sequence.element(), (List<?>) written, read, path);
    } else if (fieldClass instanceof StructureFieldClass structure) {
      members(structure.members(), (Map<?, ?>) written, read, path);
    } else if (fieldClass instanceof UnionFieldClass) {
      assertEquals(Map.of("bytes", written), read, () -> message(path));
    } else if (fieldClass instanceof OptionalFieldClass optional) {
      Optional<?> inside = (Optional<?>) written;
      if (inside.isPresent()) {
        inner(optional.element(), inside.get(), read, path);
      } else {
        assertEquals(read == null ? null : Map.of(), read, () -> message(path));
      }
    } else if (fieldClass instanceof VariantFieldClass variant) {
      Field option = chosen(variant, written);
      Object value = ((Map<?, ?>) written).get(option.name());
      inner(option.fieldClass(), value, read, path + "." + option.name());
    } else {
      int unused = 64 - 8 * target.scalarBytes(fieldClass);
      // other bases show the bits of a negative number
      assertEquals((Long) written << unused, (Long) read << unused, () -> message(path));
    }
  }

  /** An element or option; one that needs a length or tag has a structure around it. */
  private void inner(FieldClass fieldClass, Object written, Object read, String path) {
    FieldClass resolved = fieldClass.resolved();
    if (hasHelper(resolved)) {
      Field around = new Field("value", "", Optional.empty(), resolved, Origin.NONE);
      members(List.of(around), Map.of("value", written), read, path);
    } else {
      value(resolved, written, read, path);
    }
  }

  private void elements(FieldClass element, List<?> written, Object read, String path) {
    List<?> found = (List<?>) read;
    assertEquals(written.size(), found.size(), () -> message(path));
    for (int i = 0; i < found.size(); i++) {
      inner(element, written.get(i), found.get(i), path + "[" + i + "]");
    }
  }

  private void text(String written, Object read, String path) {
    byte[] bytes = ReferenceSerializer.utf8(written);
    String text = new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
    if (!text.isEmpty() || !earlierTexts.contains(read)) {
      assertEquals(text, read, () -> message(path));
    }
    earlierTexts.add(text);
  }

  private static BabeltraceText.Label label(EnumerationFieldClass enumeration, long value) {
    for (EnumerationLabel label : enumeration.labels()) {
      if (label.firstValue() <= value && value <= label.lastValue()) {
        return new BabeltraceText.Label(label.name(), value);
      }
    }
    return new BabeltraceText.Label("", value);
  }

  private void number(double written, double read, String path) {
    boolean same =
        Double.compare(written, read) == 0 || Math.abs(written - read) <= Math.abs(written) * 1e-5;
    assertTrue(same, () -> message(path) + " written " + written + ", read " + read);
  }

  private String message(String path) {
    return seed + " " + target + " " + path;
  }
}
