package org.genevent.testing;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Compares and shows arguments as what they are in a trace: by their content, and null as what is written for it. */
final class Arguments {

  private Arguments() {}

  /** Whether a trace has the same for both. */
  static boolean areSame(Object expected, Object traced) {
    if (expected == null || traced == null) {
      return isWrittenForNull(expected) && isWrittenForNull(traced);
    } else if (expected instanceof CharSequence a && traced instanceof CharSequence b) {
      return a.toString().equals(b.toString());
    } else if (expected instanceof ByteBuffer a && traced instanceof ByteBuffer b) {
      return a.equals(b);
    } else if (expected instanceof Optional<?> a && traced instanceof Optional<?> b) {
      return areSame(a.orElse(null), b.orElse(null));
    } else if (expected.getClass().isArray() && traced.getClass().isArray()) {
      return areSameLists(elements(expected), elements(traced));
    } else if (expected instanceof Record a && a.getClass() == traced.getClass()) {
      return areSameLists(components(a), components((Record) traced));
    }
    return expected.equals(traced);
  }

  private static boolean areSameLists(List<Object> a, List<Object> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!areSame(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Null, or what a trace has for null: empty text and lists, absent values, records of nothing but these and zeros. */
  private static boolean isWrittenForNull(Object value) {
    if (value == null) {
      return true;
    } else if (value instanceof CharSequence text) {
      return text.length() == 0;
    } else if (value instanceof ByteBuffer bytes) {
      return !bytes.hasRemaining();
    } else if (value instanceof Optional<?> optional) {
      return optional.isEmpty();
    } else if (value instanceof OptionalInt
        || value instanceof OptionalLong
        || value instanceof OptionalDouble) {
      return value.equals(OptionalInt.empty())
          || value.equals(OptionalLong.empty())
          || value.equals(OptionalDouble.empty());
    } else if (value.getClass().isArray()) {
      return Array.getLength(value) == 0;
    } else if (value instanceof Record record) {
      return components(record).stream()
          .allMatch(component -> isZero(component) || isWrittenForNull(component));
    }
    return false;
  }

  private static boolean isZero(Object value) {
    return value instanceof Number number && number.doubleValue() == 0
        || Boolean.FALSE.equals(value)
        || value instanceof Character character && character == 0;
  }

  private static List<Object> elements(Object array) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }

  private static List<Object> components(Record record) {
    List<Object> components = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      components.add(component(record, component));
    }
    return components;
  }

  private static Object component(Record record, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  /** The value as it would stand in a program, as far as that is short. */
  static String text(Object value) {
    if (value instanceof CharSequence text) {
      return '"' + escaped(text) + '"';
    } else if (value instanceof Character character) {
      return "'" + character + "'";
    } else if (value instanceof Long number) {
      return number + "L";
    } else if (value instanceof Float number) {
      return number + "f";
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? "empty" : "of(" + text(optional.get()) + ")";
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return text(copy);
    } else if (value instanceof Record record) {
      return record.getClass().getSimpleName() + list(components(record), "(", ")");
    } else if (value != null && value.getClass().isArray()) {
      return list(elements(value), "[", "]");
    }
    return String.valueOf(value);
  }

  private static String list(List<Object> values, String open, String close) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(text(value)));
    return open + String.join(", ", texts) + close;
  }

  private static String escaped(CharSequence text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> {
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (Character.isISOControl(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        out.append((char) c);
      }
    });
    return out.toString();
  }
}
