package org.genevent.reader.replay;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What replay must know of Java types, seen by reflection. */
final class JavaTypes {

  private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(
      Byte.class, byte.class,
      Short.class, short.class,
      Integer.class, int.class,
      Long.class, long.class,
      Character.class, char.class,
      Float.class, float.class,
      Double.class, double.class,
      Boolean.class, boolean.class,
      OptionalInt.class, int.class,
      OptionalLong.class, long.class);

  private JavaTypes() {}

  static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    } else if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    } else if (type instanceof GenericArrayType array) {
      return raw(array.getGenericComponentType()).arrayType();
    } else if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return Object.class;
  }

  /** What an array holds. */
  static Type component(Type type) {
    return type instanceof GenericArrayType array
        ? array.getGenericComponentType()
        : raw(type).getComponentType();
  }

  /** The type of the value of something that may be absent. */
  static Type present(Type type) {
    Class<?> raw = raw(type);
    if (raw == Optional.class) {
      Type value = type instanceof ParameterizedType generic
          ? generic.getActualTypeArguments()[0]
          : Object.class;
      Class<?> primitive = PRIMITIVES.get(raw(value));
      return primitive == null ? value : primitive;
    } else if (raw == OptionalDouble.class) {
      return double.class;
    }
    Class<?> primitive = PRIMITIVES.get(raw);
    return primitive == null ? type : primitive;
  }

  /** The records that a sealed interface finally permits, each once, in the order in which they are options. */
  static List<Class<?>> options(Class<?> sealed) {
    Set<Class<?>> leaves = new LinkedHashSet<>();
    collect(sealed, leaves, new LinkedHashSet<>());
    return List.copyOf(leaves);
  }

  private static void collect(Class<?> sealed, Set<Class<?>> leaves, Set<Class<?>> seen) {
    if (!seen.add(sealed)) {
      return;
    }
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isInterface() && permitted.isSealed()) {
        collect(permitted, leaves, seen);
      } else {
        leaves.add(permitted);
      }
    }
  }
}
