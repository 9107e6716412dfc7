package org.genevent.benchmarks.read;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.List;

/** Decodes by method handles, one for each kind of event, put together from one for each field. */
final class HandleDecoder implements Decoder {

  private static final MethodType STEP =
      MethodType.methodType(void.class, int.class, Totals.class, ByteBuffer.class);

  private final MethodHandle[] events;

  HandleDecoder() throws ReflectiveOperationException {
    MethodHandle number = step("number", 0);
    MethodHandle value = step("value", 8);
    events = new MethodHandle[] {
      sequence(List.of(number, value, step("skip", 16))),
      sequence(List.of(number, value, step("text", 16)))
    };
  }

  private static MethodHandle step(String name, int offset) throws ReflectiveOperationException {
    MethodHandle step = MethodHandles.lookup().findStatic(HandleDecoder.class, name, STEP);
    return MethodHandles.insertArguments(step, 0, offset);
  }

  private static MethodHandle sequence(List<MethodHandle> steps) {
    MethodHandle all = steps.get(steps.size() - 1);
    for (int i = steps.size() - 2; i >= 0; i--) {
      all = MethodHandles.foldArguments(all, steps.get(i));
    }
    return all;
  }

  @Override
  public void decode(ByteBuffer memory, int begin, int end, Totals totals) {
    totals.position = begin;
    try {
      while (totals.position < end) {
        long header = memory.getLong(totals.position);
        totals.sum += header >>> 16;
        totals.position += BODY_BYTES;
        events[(int) header & 0xFFFF].invokeExact(totals, memory);
        totals.position = totals.position + 7 & -8;
        totals.events++;
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static void number(int offset, Totals totals, ByteBuffer memory) {
    totals.sum += memory.getInt(totals.position + offset);
  }

  private static void value(int offset, Totals totals, ByteBuffer memory) {
    totals.sum += memory.getLong(totals.position + offset);
  }

  private static void skip(int offset, Totals totals, ByteBuffer memory) {
    totals.position += offset;
  }

  private static void text(int offset, Totals totals, ByteBuffer memory) {
    int begin = totals.position + offset;
    totals.position = Text.end(memory, begin);
    totals.sum += totals.position - begin;
  }
}
