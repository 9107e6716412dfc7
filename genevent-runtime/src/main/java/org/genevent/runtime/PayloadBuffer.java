package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Memory in which a payload is put together before space for it is reserved.
 *
 * <p>Generated tracers use it where values have to be read once and may change or fail while they are read: arrays of
 * objects, which another thread may write to, and accessors and {@code toString} methods, which are the program's own code.
 * It has the same puts as {@link EventWriter}, to offsets from the payload's start; it grows as needed, up to what fits a
 * sub-buffer, beyond which the event is counted as discarded. It is also where contexts are encoded.
 *
 * <p>Used by the thread that opened it, and closed by it. A platform thread keeps its buffer for the next event; virtual
 * threads, and events that are traced while another one is put together, share a few.
 */
public final class PayloadBuffer implements AutoCloseable {

  /** The size of a payload that cannot be written. */
  public static final int UNWRITABLE = -1;

  /** The largest context that is encoded; one that leaves no room in a sub-buffer makes every event be discarded. */
  public static final int MAX_CONTEXT_BYTES = 1 << 22;

  private static final int INITIAL_BYTES = 512;
  private static final int SPARES = 16;

  private static final ThreadLocal<PayloadBuffer> OWN = new ThreadLocal<>();
  private static final AtomicReferenceArray<PayloadBuffer> SPARE =
      new AtomicReferenceArray<>(SPARES);

  // direct, as the sub-buffers are: the code that both go through sees one kind of buffer
  private ByteBuffer buffer = ByteBuffer.allocateDirect(INITIAL_BYTES);
  private int limit;
  private boolean isOwn;
  private boolean isOpen;
  private boolean isTooLarge;

  private PayloadBuffer() {}

  /**
   * Opens a buffer for an event.
   *
   * @param first the first route of the event
   * @return the buffer
   */
  public static PayloadBuffer open(Route first) {
    int largestBytes = 0;
    for (Route route = first; route != null; route = route.next()) {
      largestBytes = Math.max(largestBytes, route.channel().largestPayloadBytes());
    }
    return open(largestBytes);
  }

  /**
   * Opens a buffer for a context.
   *
   * @return the buffer
   */
  public static PayloadBuffer openForContext() {
    return open(MAX_CONTEXT_BYTES);
  }

  private static PayloadBuffer open(int limitBytes) {
    PayloadBuffer buffer = null;
    if (!Threads.currentIsVirtual()) {
      buffer = OWN.get();
      if (buffer == null) {
        buffer = new PayloadBuffer();
        buffer.isOwn = true;
        OWN.set(buffer);
      }
    }
    if (buffer == null || buffer.isOpen) {
      buffer = spare();
    }
    buffer.isOpen = true;
    buffer.isTooLarge = false;
    buffer.limit = limitBytes;
    return buffer;
  }

  private static PayloadBuffer spare() {
    for (int i = 0; i < SPARES; i++) {
      if (SPARE.getPlain(i) != null) {
        PayloadBuffer buffer = SPARE.getAndSet(i, null);
        if (buffer != null) {
          return buffer;
        }
      }
    }
    return new PayloadBuffer();
  }

  /** Gives the buffer back. */
  @Override
  public void close() {
    isOpen = false;
    for (int i = 0; i < SPARES && !isOwn; i++) {
      if (SPARE.getPlain(i) == null && SPARE.compareAndSet(i, null, this)) {
        return;
      }
    }
  }

  /**
   * Writes the payload as an event into every session that takes it, or counts it as discarded there.
   *
   * @param first the first route of the event
   * @param sizeBytes the payload's size, or {@link #UNWRITABLE}
   */
  public void write(Route first, int sizeBytes) {
    if (!isWritable(sizeBytes)) {
      Route.discardAll(first);
      return;
    }
    for (Route route = first; route != null; route = route.next()) {
      copyTo(route.begin(sizeBytes), sizeBytes);
    }
  }

  /**
   * Writes the payload of a facility with the layout of LTT as an event into every session that takes it, or counts it as
   * discarded there.
   *
   * @param first the first route of the event
   * @param sizeBytes the payload's size, or {@link #UNWRITABLE}
   */
  public void writeSized(Route first, int sizeBytes) {
    if (!isWritable(sizeBytes)) {
      Route.discardAll(first);
      return;
    }
    for (Route route = first; route != null; route = route.next()) {
      copyTo(route.beginSized(sizeBytes), sizeBytes);
    }
  }

  /**
   * Writes context and payload as an event into every session that takes it, or counts it as discarded there.
   *
   * @param first the first route of the event
   * @param context the encoded context
   * @param sizeBytes the payload's size, or {@link #UNWRITABLE}
   */
  public void write(Route first, byte[] context, int sizeBytes) {
    if (!isWritable(sizeBytes)) {
      Route.discardAll(first);
      return;
    }
    for (Route route = first; route != null; route = route.next()) {
      copyTo(route.begin(context, sizeBytes), sizeBytes);
    }
  }

  private void copyTo(EventWriter writer, int sizeBytes) {
    if (writer != null) {
      writer.putBytes(0, buffer, 0, sizeBytes);
      writer.commit();
    }
  }

  /**
   * A copy of what was put, for a context.
   *
   * @param sizeBytes the size
   * @return that many bytes, or null if it cannot be written: it is larger than {@link #MAX_CONTEXT_BYTES}, or the size is
   *     {@link #UNWRITABLE}
   */
  public byte[] toByteArray(int sizeBytes) {
    if (!isWritable(sizeBytes)) {
      return null;
    }
    byte[] bytes = new byte[sizeBytes];
    buffer.get(0, bytes);
    return bytes;
  }

  private boolean isWritable(int sizeBytes) {
    return !isTooLarge && sizeBytes >= 0 && sizeBytes <= buffer.capacity();
  }

  /** Makes room; false if there cannot be any, and then for good. */
  private boolean hasRoom(int offsetBytes, int sizeBytes) {
    if (isTooLarge || offsetBytes < 0 || sizeBytes > limit - offsetBytes) {
      isTooLarge = true;
      return false;
    }
    int end = offsetBytes + sizeBytes;
    if (end > buffer.capacity()) {
      int capacity = (int) Math.min(limit, Math.max(end, 2L * buffer.capacity()));
      buffer = ByteBuffer.allocateDirect(capacity).put(0, buffer, 0, buffer.capacity());
    }
    return true;
  }

  /**
   * Writes a byte.
   *
   * @param offsetBytes where
   * @param value the value, in its low 8 bits
   */
  public void putByte(int offsetBytes, int value) {
    if (hasRoom(offsetBytes, Byte.BYTES)) {
      buffer.put(offsetBytes, (byte) value);
    }
  }

  /**
   * Writes a boolean as a byte that is 0 or 1.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putBoolean(int offsetBytes, boolean value) {
    if (hasRoom(offsetBytes, Byte.BYTES)) {
      buffer.put(offsetBytes, value ? (byte) 1 : (byte) 0);
    }
  }

  /**
   * Writes two bytes in native order.
   *
   * @param offsetBytes where
   * @param value the value, in its low 16 bits
   */
  public void putShort(int offsetBytes, int value) {
    if (hasRoom(offsetBytes, Short.BYTES)) {
      Bytes.SHORT.set(buffer, offsetBytes, (short) value);
    }
  }

  /**
   * Writes four bytes in native order.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putInt(int offsetBytes, int value) {
    if (hasRoom(offsetBytes, Integer.BYTES)) {
      Bytes.INT.set(buffer, offsetBytes, value);
    }
  }

  /**
   * Writes eight bytes in native order.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putLong(int offsetBytes, long value) {
    if (hasRoom(offsetBytes, Long.BYTES)) {
      Bytes.LONG.set(buffer, offsetBytes, value);
    }
  }

  /**
   * Writes a single precision number in native order.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putFloat(int offsetBytes, float value) {
    if (hasRoom(offsetBytes, Float.BYTES)) {
      Bytes.FLOAT.set(buffer, offsetBytes, value);
    }
  }

  /**
   * Writes a double precision number in native order.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putDouble(int offsetBytes, double value) {
    if (hasRoom(offsetBytes, Double.BYTES)) {
      Bytes.DOUBLE.set(buffer, offsetBytes, value);
    }
  }

  /**
   * Writes two bytes, the most significant first.
   *
   * @param offsetBytes where
   * @param value the value, in its low 16 bits
   */
  public void putShortNetwork(int offsetBytes, int value) {
    putShort(offsetBytes, EventWriter.SWAP ? Short.reverseBytes((short) value) : value);
  }

  /**
   * Writes four bytes, the most significant first.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putIntNetwork(int offsetBytes, int value) {
    putInt(offsetBytes, EventWriter.SWAP ? Integer.reverseBytes(value) : value);
  }

  /**
   * Writes eight bytes, the most significant first.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putLongNetwork(int offsetBytes, long value) {
    putLong(offsetBytes, EventWriter.SWAP ? Long.reverseBytes(value) : value);
  }

  /**
   * Writes a text in UTF-8 and its zero byte; {@link Utf8#sizeBytes} tells the room it takes.
   *
   * @param offsetBytes where
   * @param text the text; null counts as empty
   * @return the offset behind the zero byte
   */
  public int putString(int offsetBytes, String text) {
    int sizeBytes = Utf8.sizeBytes(text);
    return hasRoom(offsetBytes, sizeBytes)
        ? Utf8.put(buffer, offsetBytes, text)
        : offsetBytes + sizeBytes;
  }

  /**
   * Writes elements of an array.
   *
   * @param offsetBytes where the first goes
   * @param values the array
   * @param from the index of the first
   * @param count how many
   * @return the offset behind the last
   */
  public int putBytes(int offsetBytes, byte[] values, int from, int count) {
    if (count > 0 && hasRoom(offsetBytes, count)) {
      buffer.put(offsetBytes, values, from, count);
    }
    return offsetBytes + EventWriter.sizeBytes(count, Byte.BYTES);
  }

  /**
   * Writes bytes of a buffer; the buffer's own position and limit stay as they are. Zeros are written instead where the
   * buffer cannot be read: another thread changed its limit meanwhile, or closed the memory behind it.
   *
   * @param offsetBytes where the first goes
   * @param values the buffer
   * @param from the index of the first
   * @param count how many
   * @return the offset behind the last
   */
  public int putBytes(int offsetBytes, ByteBuffer values, int from, int count) {
    if (count > 0 && hasRoom(offsetBytes, count)) {
      try {
        buffer.put(offsetBytes, values, from, count);
      } catch (RuntimeException e) {
        zero(offsetBytes, offsetBytes + count);
      }
    }
    return offsetBytes + EventWriter.sizeBytes(count, Byte.BYTES);
  }

  /**
   * Writes elements of an array, each as a byte that is 0 or 1.
   *
   * @param offsetBytes where the first goes
   * @param values the array
   * @param from the index of the first
   * @param count how many
   * @return the offset behind the last
   */
  public int putBooleans(int offsetBytes, boolean[] values, int from, int count) {
    int sizeBytes = EventWriter.sizeBytes(count, Byte.BYTES);
    if (hasRoom(offsetBytes, sizeBytes)) {
      int at = offsetBytes;
      for (int i = 0; i < count; i++, at += Byte.BYTES) {
        buffer.put(at, values[from + i] ? (byte) 1 : (byte) 0);
      }
    }
    return offsetBytes + sizeBytes;
  }

  /**
   * Writes elements of an array in native order.
   *
   * @param offsetBytes where the first goes
   * @param values the array
   * @param from the index of the first
   * @param count how many
   * @return the offset behind the last
   */
  public int putShorts(int offsetBytes, short[] values, int from, int count) {
    int sizeBytes = EventWriter.sizeBytes(count, Short.BYTES);
    if (hasRoom(offsetBytes, sizeBytes)) {
      int at = offsetBytes;
      for (int i = 0; i < count; i++, at += Short.BYTES) {
        Bytes.SHORT.set(buffer, at, values[from + i]);
      }
    }
    return offsetBytes + sizeBytes;
  }

  /**
   * Writes elements of an array in native order.
   *
   * @param offsetBytes where the first goes
   * @param values the array
   * @param from the index of the first
   * @param count how many
   * @return the offset behind the last
   */
  public int putChars(int offsetBytes, char[] values, int from, int count) {
    int sizeBytes = EventWriter.sizeBytes(count, Character.BYTES);
    if (hasRoom(offsetBytes, sizeBytes)) {
      int at = offsetBytes;
      for (int i = 0; i < count; i++, at += Character.BYTES) {
        Bytes.SHORT.set(buffer, at, (short) values[from + i]);
      }
    }
    return offsetBytes + sizeBytes;
  }

  /**
   * Writes elements of an array in native order.
   *
   * @param offsetBytes where the first goes
   * @param values the array
   * @param from the index of the first
   * @param count how many
   * @return the offset behind the last
   */
  public int putInts(int offsetBytes, int[] values, int from, int count) {
    int sizeBytes = EventWriter.sizeBytes(count, Integer.BYTES);
    if (hasRoom(offsetBytes, sizeBytes)) {
      int at = offsetBytes;
      for (int i = 0; i < count; i++, at += Integer.BYTES) {
        Bytes.INT.set(buffer, at, values[from + i]);
      }
    }
    return offsetBytes + sizeBytes;
  }

  /**
   * Writes elements of an array in native order.
   *
   * @param offsetBytes where the first goes
   * @param values the array
   * @param from the index of the first
   * @param count how many
   * @return the offset behind the last
   */
  public int putLongs(int offsetBytes, long[] values, int from, int count) {
    int sizeBytes = EventWriter.sizeBytes(count, Long.BYTES);
    if (hasRoom(offsetBytes, sizeBytes)) {
      int at = offsetBytes;
      for (int i = 0; i < count; i++, at += Long.BYTES) {
        Bytes.LONG.set(buffer, at, values[from + i]);
      }
    }
    return offsetBytes + sizeBytes;
  }

  /**
   * Writes elements of an array in native order.
   *
   * @param offsetBytes where the first goes
   * @param values the array
   * @param from the index of the first
   * @param count how many
   * @return the offset behind the last
   */
  public int putFloats(int offsetBytes, float[] values, int from, int count) {
    int sizeBytes = EventWriter.sizeBytes(count, Float.BYTES);
    if (hasRoom(offsetBytes, sizeBytes)) {
      int at = offsetBytes;
      for (int i = 0; i < count; i++, at += Float.BYTES) {
        Bytes.FLOAT.set(buffer, at, values[from + i]);
      }
    }
    return offsetBytes + sizeBytes;
  }

  /**
   * Writes elements of an array in native order.
   *
   * @param offsetBytes where the first goes
   * @param values the array
   * @param from the index of the first
   * @param count how many
   * @return the offset behind the last
   */
  public int putDoubles(int offsetBytes, double[] values, int from, int count) {
    int sizeBytes = EventWriter.sizeBytes(count, Double.BYTES);
    if (hasRoom(offsetBytes, sizeBytes)) {
      int at = offsetBytes;
      for (int i = 0; i < count; i++, at += Double.BYTES) {
        Bytes.DOUBLE.set(buffer, at, values[from + i]);
      }
    }
    return offsetBytes + sizeBytes;
  }

  /**
   * Writes padding.
   *
   * @param fromBytes where it begins
   * @param toBytes where it ends
   */
  public void zero(int fromBytes, int toBytes) {
    if (toBytes > fromBytes && hasRoom(fromBytes, toBytes - fromBytes)) {
      Bytes.zero(buffer, fromBytes, toBytes);
    }
  }
}
