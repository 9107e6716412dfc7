package org.genevent.reader.replay;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Method handles from {@link Values} to what a parameter takes. */
final class Handles {

  private static final MethodHandles.Lookup OWN = MethodHandles.lookup();
  private static final MethodHandles.Lookup PUBLIC = MethodHandles.publicLookup();

  private static final MethodHandle TO_DOUBLE =
      found(PUBLIC, Double.class, "longBitsToDouble", double.class, long.class);
  private static final MethodHandle COPY =
      found(OWN, Handles.class, "copy", Object.class, Object.class);
  private static final MethodHandle CHOOSE = found(
      OWN, Handles.class, "choose", Object.class, MethodHandle[].class, int.class, Values.class);
  private static final MethodHandle WRAP =
      found(PUBLIC, ByteBuffer.class, "wrap", ByteBuffer.class, byte[].class);
  private static final MethodHandle ALLOCATE =
      found(PUBLIC, ByteBuffer.class, "allocate", ByteBuffer.class, int.class);

  private Handles() {}

  private static MethodHandle found(
      MethodHandles.Lookup lookup, Class<?> of, String name, Class<?> result, Class<?>... types) {
    try {
      return lookup.findStatic(of, name, MethodType.methodType(result, types));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  /** The looker-up that sees what the class sees. */
  static MethodHandles.Lookup lookup(Class<?> type) throws BindingFailure {
    try {
      return MethodHandles.privateLookupIn(type, OWN);
    } catch (IllegalAccessException e) {
      throw new BindingFailure("the package " + type.getPackageName() + " of module "
          + type.getModule().getName() + " is not open to org.genevent.reader: add \"opens "
          + type.getPackageName() + " to org.genevent.reader;\" to its module-info");
    }
  }

  private static Object copy(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  private static Object choose(MethodHandle[] options, int place, Values values) throws Throwable {
    int chosen = (int) values.numbers[place];
    return chosen < 0 ? null : (Object) options[chosen].invokeExact(values);
  }

  /** An integer or truth value, cut to its type. */
  static MethodHandle number(int place, Class<?> type) {
    return MethodHandles.explicitCastArguments(
        Values.numberAt(place), MethodType.methodType(type, Values.class));
  }

  static MethodHandle floating(int place, Class<?> type) {
    return MethodHandles.explicitCastArguments(
        MethodHandles.filterReturnValue(Values.numberAt(place), TO_DOUBLE),
        MethodType.methodType(type, Values.class));
  }

  static MethodHandle constant(Class<?> type, Object value) {
    MethodHandle constant =
        value == null ? MethodHandles.zero(type) : MethodHandles.constant(type, value);
    return MethodHandles.dropArguments(constant, 0, Values.class);
  }

  /** A new copy of an array each time. */
  static MethodHandle copyOf(Object array) {
    return MethodHandles.dropArguments(
            MethodHandles.insertArguments(COPY, 0, array), 0, Values.class)
        .asType(MethodType.methodType(array.getClass(), Values.class));
  }

  static MethodHandle newBuffer(int length) {
    return MethodHandles.dropArguments(
        MethodHandles.insertArguments(ALLOCATE, 0, length), 0, Values.class);
  }

  static MethodHandle wrapped(MethodHandle bytes) {
    return MethodHandles.filterReturnValue(bytes, WRAP);
  }

  /** Calls a method or constructor with what the getters give. */
  static MethodHandle call(MethodHandle method, List<MethodHandle> getters) {
    MethodHandle filtered =
        MethodHandles.filterArguments(method, 0, getters.toArray(new MethodHandle[0]));
    return MethodHandles.permuteArguments(
        filtered,
        MethodType.methodType(method.type().returnType(), Values.class),
        new int[getters.size()]);
  }

  /** One of several getters, by the number in a place; null for a negative one. */
  static MethodHandle choice(int place, Class<?> type, List<MethodHandle> options) {
    MethodType general = MethodType.methodType(Object.class, Values.class);
    MethodHandle[] all =
        options.stream().map(option -> option.asType(general)).toArray(MethodHandle[]::new);
    return MethodHandles.insertArguments(CHOOSE, 0, all, place)
        .asType(MethodType.methodType(type, Values.class));
  }

  /** Stores what a getter gives: {@code (Object array, int index, Values) → void}. */
  static MethodHandle store(Class<?> elementType, MethodHandle getter) {
    MethodHandle setter = MethodHandles.arrayElementSetter(elementType.arrayType());
    return MethodHandles.filterArguments(setter, 2, getter)
        .asType(MethodType.methodType(void.class, Object.class, int.class, Values.class));
  }

  /** A value as the form of absence wants it. */
  static MethodHandle present(Class<?> form, MethodHandle value) {
    MethodType general = MethodType.methodType(Object.class, Values.class);
    if (form == Optional.class) {
      return MethodHandles.filterReturnValue(
          value.asType(general),
          found(PUBLIC, Optional.class, "ofNullable", Optional.class, Object.class));
    } else if (form == OptionalInt.class) {
      return MethodHandles.filterReturnValue(value, found(PUBLIC, form, "of", form, int.class));
    } else if (form == OptionalLong.class) {
      return MethodHandles.filterReturnValue(value, found(PUBLIC, form, "of", form, long.class));
    } else if (form == OptionalDouble.class) {
      return MethodHandles.filterReturnValue(value, found(PUBLIC, form, "of", form, double.class));
    }
    return value.asType(MethodType.methodType(form, Values.class));
  }

  static MethodHandle absent(Class<?> form) {
    Object absent = null;
    if (form == Optional.class) {
      absent = Optional.empty();
    } else if (form == OptionalInt.class) {
      absent = OptionalInt.empty();
    } else if (form == OptionalLong.class) {
      absent = OptionalLong.empty();
    } else if (form == OptionalDouble.class) {
      absent = OptionalDouble.empty();
    }
    return constant(form, absent);
  }

  static MethodHandle either(int presence, MethodHandle present, MethodHandle absent) {
    return MethodHandles.guardWithTest(Values.isSetAt(presence), present, absent);
  }

  /** An array of a length whose elements all are what a getter gives. */
  static Object filled(Class<?> elementType, int length, MethodHandle element) {
    Object array = Array.newInstance(elementType, length);
    if (array instanceof Object[] references) {
      try {
        Object value = element
            .asType(MethodType.methodType(Object.class, Values.class))
            .invokeExact(new Values(0));
        Arrays.fill(references, value);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
    return array;
  }
}
