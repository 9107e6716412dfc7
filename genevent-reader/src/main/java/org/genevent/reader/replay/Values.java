package org.genevent.reader.replay;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The values of one event, in places that were given out when it was bound: types do not contain themselves, so every part
 * of an event has a place of its own. Used by one thread.
 */
final class Values {

  private static final int FIRST_SCRATCH_BYTES = 256;

  private static final MethodHandle NUMBER = find("number", long.class);
  private static final MethodHandle OBJECT = find("object", Object.class);
  private static final MethodHandle IS_SET = find("isSet", boolean.class);

  final long[] numbers;
  final Object[] objects;
  private byte[] scratch = new byte[FIRST_SCRATCH_BYTES];

  Values(int places) {
    numbers = new long[places];
    objects = new Object[places];
  }

  /** Forgets: an LTT trace may leave out a field that travels nowhere. */
  void clear() {
    Arrays.fill(numbers, 0);
    Arrays.fill(objects, null);
  }

  private static MethodHandle find(String name, Class<?> result) {
    try {
      return MethodHandles.lookup()
          .findStatic(Values.class, name, MethodType.methodType(result, int.class, Values.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  private static long number(int place, Values values) {
    return values.numbers[place];
  }

  private static Object object(int place, Values values) {
    return values.objects[place];
  }

  private static boolean isSet(int place, Values values) {
    return values.numbers[place] != 0;
  }

  /** {@code (Values) → long}. */
  static MethodHandle numberAt(int place) {
    return MethodHandles.insertArguments(NUMBER, 0, place);
  }

  /** {@code (Values) → type}. */
  static MethodHandle objectAt(int place, Class<?> type) {
    return MethodHandles.insertArguments(OBJECT, 0, place)
        .asType(MethodType.methodType(type, Values.class));
  }

  /** {@code (Values) → boolean}: whether the number is not 0. */
  static MethodHandle isSetAt(int place) {
    return MethodHandles.insertArguments(IS_SET, 0, place);
  }

  /** The text in a piece of a trace; only the text itself is a new object. */
  String text(ByteBuffer bytes, int offset, int length) {
    if (scratch.length < length) {
      scratch = new byte[Math.max(length, scratch.length * 2)];
    }
    bytes.get(offset, scratch, 0, length);
    return new String(scratch, 0, length, StandardCharsets.UTF_8);
  }
}
