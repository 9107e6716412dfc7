package org.genevent.reader.replay;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/** The kinds of targets. */
final class Targets {

  private Targets() {}

  /** A number in a place; of a floating point number, its bits. */
  static final class NumberTarget extends Target {
    private final int place;

    NumberTarget(int place) {
      this.place = place;
    }

    @Override
    void integer(Values values, long value) {
      values.numbers[place] = value;
    }

    @Override
    void floating(Values values, double value) {
      values.numbers[place] = Double.doubleToRawLongBits(value);
    }

    @Override
    void truth(Values values, boolean value) {
      values.numbers[place] = value ? 1 : 0;
    }

    /** A truth value that is neither 0 nor 1 is true, as in C. */
    @Override
    void enumeration(Values values, long value, String label) {
      values.numbers[place] = value != 0 ? 1 : 0;
    }
  }

  /** A text in a place. */
  static final class TextTarget extends Target {
    private final int place;

    TextTarget(int place) {
      this.place = place;
    }

    @Override
    void text(Values values, ByteBuffer bytes, int offset, int length) {
      values.objects[place] = values.text(bytes, offset, length);
    }
  }

  /** A constant in a place, found by its label; null where the trace has null, which is -1, or one that is not known. */
  static final class EnumTarget extends Target {
    private static final long NULL = -1;

    private final int place;
    private final Map<String, Object> constants;
    private final Consumer<String> unknown;

    EnumTarget(int place, Map<String, Object> constants, Consumer<String> unknown) {
      this.place = place;
      this.constants = constants;
      this.unknown = unknown;
    }

    @Override
    void enumeration(Values values, long value, String label) {
      Object constant = label == null ? null : constants.get(label);
      values.objects[place] = constant;
      if (constant == null && (label != null || value != NULL)) {
        unknown.accept(label == null ? "number " + value : "label '" + label + "'");
      }
    }

    /** An enumeration whose two labels are false and true looks like a truth value. */
    @Override
    void truth(Values values, boolean value) {
      enumeration(values, value ? 1 : 0, Boolean.toString(value));
    }
  }

  /** Something that nobody asks for, with all that is in it. */
  static final class IgnoredTarget extends Target {
    static final IgnoredTarget INSTANCE = new IgnoredTarget();

    @Override
    void integer(Values values, long value) {}

    @Override
    void floating(Values values, double value) {}

    @Override
    void truth(Values values, boolean value) {}

    @Override
    void enumeration(Values values, long value, String label) {}

    @Override
    void text(Values values, ByteBuffer bytes, int offset, int length) {}

    @Override
    void absent(Values values) {}

    @Override
    Target open(Values values) {
      return this;
    }

    @Override
    Target part(String name, int position) {
      return this;
    }
  }

  /** The members of a structure by name; those of a trace come in one order, so the search mostly ends where it begins. */
  static final class StructureTarget extends Target {
    private final String[] names;
    private final Target[] members;

    StructureTarget(String[] names, Target[] members) {
      this.names = names;
      this.members = members;
    }

    @Override
    Target open(Values values) {
      return this;
    }

    @Override
    Target part(String name, int position) {
      if (position < names.length && names[position].equals(name)) {
        return members[position];
      }
      int found = Arrays.asList(names).indexOf(name);
      return found < 0 ? IgnoredTarget.INSTANCE : members[found];
    }
  }

  /** A value that may be absent: a place tells whether it is there. */
  static final class MaybeTarget extends Target {
    private final Target value;
    private final int presence;

    MaybeTarget(Target value, int presence) {
      this.value = value;
      this.presence = presence;
    }

    private Target present(Values values) {
      values.numbers[presence] = 1;
      return value;
    }

    @Override
    void integer(Values values, long number) {
      present(values).integer(values, number);
    }

    @Override
    void floating(Values values, double number) {
      present(values).floating(values, number);
    }

    @Override
    void truth(Values values, boolean is) {
      present(values).truth(values, is);
    }

    @Override
    void enumeration(Values values, long number, String label) {
      present(values).enumeration(values, number, label);
    }

    @Override
    void text(Values values, ByteBuffer bytes, int offset, int length) {
      present(values).text(values, bytes, offset, length);
    }

    @Override
    void absent(Values values) {
      values.numbers[presence] = 0;
    }

    @Override
    Target open(Values values) {
      return present(values).open(values);
    }
  }

  /** One of several options: a place tells which was there, -1 one that is not known. */
  static final class ChoiceTarget extends Target {
    private final int place;
    private final String[] names;
    private final Target[] options;
    private final Consumer<String> unknown;
    private Values open;

    ChoiceTarget(int place, String[] names, Target[] options, Consumer<String> unknown) {
      this.place = place;
      this.names = names;
      this.options = options;
      this.unknown = unknown;
    }

    @Override
    Target open(Values values) {
      open = values;
      return this;
    }

    @Override
    Target part(String name, int position) {
      int chosen = Arrays.asList(names).indexOf(name);
      open.numbers[place] = chosen;
      if (chosen < 0) {
        unknown.accept("option '" + name + "'");
        return IgnoredTarget.INSTANCE;
      }
      return options[chosen];
    }
  }

  /** Elements in an array that grows; the exact array is made when the list ends. */
  static final class ListTarget extends Target {
    private static final int FIRST_LENGTH = 16;

    private final int place;
    private final Class<?> elementType;
    private final Target element;
    private final MethodHandle store;
    private Object elements;
    private int count;
    private int capacity;

    /** The handle stores an element: {@code (Object array, int index, Values) → void}. */
    ListTarget(int place, Class<?> elementType, Target element, MethodHandle store) {
      this.place = place;
      this.elementType = elementType;
      this.element = element;
      this.store = store;
    }

    @Override
    Target open(Values values) {
      count = 0;
      return this;
    }

    @Override
    Target part(String name, int position) {
      return element;
    }

    @Override
    void taken(Values values) {
      if (count == capacity) {
        capacity = Math.max(FIRST_LENGTH, capacity * 2);
        Object larger = Array.newInstance(elementType, capacity);
        if (count > 0) {
          System.arraycopy(elements, 0, larger, 0, count);
        }
        elements = larger;
      }
      try {
        store.invokeExact(elements, count, values);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
      count++;
    }

    @Override
    void close(Values values) {
      Object exact = Array.newInstance(elementType, count);
      if (count > 0) {
        System.arraycopy(elements, 0, exact, 0, count);
      }
      if (elements instanceof Object[] references) {
        Arrays.fill(references, 0, count, null);
      }
      values.objects[place] = exact;
    }
  }
}
