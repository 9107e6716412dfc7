package org.genevent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayloadBufferTest {

  @Test
  void whatIsPutComesOutInTheSameOrder() {
    try (PayloadBuffer buffer = PayloadBuffer.openForContext()) {
      buffer.putByte(0, 0x101);
      buffer.putBoolean(1, true);
      buffer.putShort(2, 0x12345);
      buffer.putInt(4, 7);
      buffer.putLong(8, -2);
      buffer.putFloat(16, 1.5f);
      buffer.zero(20, 24);
      buffer.putDouble(24, -2.25);
      buffer.putShortNetwork(32, 0x0102);
      buffer.putIntNetwork(34, 0x01020304);
      buffer.putLongNetwork(38, 0x0102030405060708L);
      int end = buffer.putString(46, "\u20ac");
      end = buffer.putBytes(end, new byte[] {9, 10, 11}, 1, 2);
      end = buffer.putBytes(end, ByteBuffer.wrap(new byte[] {12, 13}), 1, 1);
      end = buffer.putBooleans(end, new boolean[] {true, false}, 0, 2);
      end = buffer.putChars(end, new char[] {'x'}, 0, 1);
      end = buffer.putShorts(end, new short[] {5, 6}, 1, 1);
      end = buffer.putInts(end, new int[] {8}, 0, 1);
      end = buffer.putLongs(end, new long[] {9}, 0, 1);
      end = buffer.putFloats(end, new float[] {0.5f}, 0, 1);
      end = buffer.putDoubles(end, new double[] {0.25}, 0, 1);
      ByteBuffer expected = ByteBuffer.allocate(83).order(ByteOrder.nativeOrder());
      expected.put((byte) 1).put((byte) 1).putShort((short) 0x2345).putInt(7).putLong(-2);
      expected.putFloat(1.5f).putInt(0).putDouble(-2.25);
      expected.order(ByteOrder.BIG_ENDIAN).putShort((short) 0x0102).putInt(0x01020304);
      expected.putLong(0x0102030405060708L).order(ByteOrder.nativeOrder());
      expected.put("\u20ac".getBytes(StandardCharsets.UTF_8)).put((byte) 0);
      expected.put((byte) 10).put((byte) 11).put((byte) 13).put((byte) 1).put((byte) 0);
      expected.putShort((short) 'x').putShort((short) 6).putInt(8).putLong(9);
      expected.putFloat(0.5f).putDouble(0.25);
      assertEquals(expected.position(), end);
      assertArrayEquals(expected.array(), buffer.toByteArray(end));
    }
  }

  @Test
  void beyondTheLimitNothingCanBeWrittenUntilTheNextOpen() {
    try (PayloadBuffer buffer = PayloadBuffer.openForContext()) {
      int end = buffer.putString(0, "x".repeat(PayloadBuffer.MAX_CONTEXT_BYTES));
      assertEquals(PayloadBuffer.MAX_CONTEXT_BYTES + 1, end);
      buffer.putInt(0, 1);
      assertNull(buffer.toByteArray(4));
    }
    try (PayloadBuffer buffer = PayloadBuffer.openForContext()) {
      buffer.putInt(0, 0);
      assertArrayEquals(new byte[4], buffer.toByteArray(4));
      assertNull(buffer.toByteArray(PayloadBuffer.UNWRITABLE));
    }
  }

  @Test
  void aThreadKeepsItsBufferAndGetsAnotherOneWhileItIsOpen() {
    PayloadBuffer outer = PayloadBuffer.openForContext();
    try (PayloadBuffer inner = PayloadBuffer.openForContext()) {
      assertNotSame(outer, inner);
    }
    outer.close();
    try (PayloadBuffer again = PayloadBuffer.openForContext()) {
      assertSame(outer, again);
    }
  }

  @Test
  void aBufferThatCannotBeReadIsWrittenAsZeros() {
    try (PayloadBuffer buffer = PayloadBuffer.openForContext()) {
      ByteBuffer shrunk = ByteBuffer.wrap(new byte[] {1, 2, 3, 4}).limit(2);
      assertEquals(4, buffer.putBytes(0, shrunk, 0, 4));
      assertArrayEquals(new byte[4], buffer.toByteArray(4));
    }
  }
}
