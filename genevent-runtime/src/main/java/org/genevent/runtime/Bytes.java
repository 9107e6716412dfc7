package org.genevent.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Views of byte buffers; their names tell the byte order. Memory ordering is told by the method that is called on them:
 * {@code set} is plain, {@code setRelease} publishes everything that was written before.
 */
final class Bytes {

  static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  static final VarHandle SHORT = view(short[].class, ByteOrder.nativeOrder());
  static final VarHandle INT = view(int[].class, ByteOrder.nativeOrder());
  static final VarHandle LONG = view(long[].class, ByteOrder.nativeOrder());
  static final VarHandle FLOAT = view(float[].class, ByteOrder.nativeOrder());
  static final VarHandle DOUBLE = view(double[].class, ByteOrder.nativeOrder());

  private Bytes() {}

  private static VarHandle view(Class<?> arrayType, ByteOrder order) {
    return MethodHandles.byteBufferViewVarHandle(arrayType, order).withInvokeExactBehavior();
  }

  static void zero(ByteBuffer buffer, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      LONG.set(buffer, at, 0L);
    }
    for (; at < to; at++) {
      buffer.put(at, (byte) 0);
    }
  }
}
