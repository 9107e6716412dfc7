package org.genevent.runtime;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes one event into space that was reserved for it: puts, then {@link #commit}.
 *
 * <p>Offsets are bytes from the payload's start, which is a multiple of 8. Numbers are in native byte order unless the
 * method says network, and need not be aligned. Null arrays count as empty. A put beyond what was reserved for the event
 * stays within the sub-buffer or is refused by it; generated code never does that.
 *
 * <p>A writer belongs to the thread that {@link Route#begin} gave it to, from there to {@code commit}; no other event may
 * begin on that thread in between, and no code that could throw may run. An event that is begun and never committed was
 * never there.
 *
 * <p>How it is published: the payload and the header word are plain stores, then {@code timestamp_end} and {@code
 * content_size} of the packet are stored with release. Whoever reads {@code content_size} with acquire sees every byte in
 * front of it. In shared streams the header word itself is stored last, with release.
 */
public final class EventWriter {

  static final boolean SWAP = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  private static final ByteBuffer NO_BUFFER = ByteBuffer.allocateDirect(PacketLayout.HEADER_BYTES);

  /**
   * What sizes stop at: more than any sub-buffer holds, and little enough that a payload's fixed part and seven such sizes
   * add up to an {@code int}.
   */
  public static final int MAX_SIZE_BYTES = Session.MAX_SUB_BUFFER_BYTES;

  /** The stream of the thread that owns this writer, or null for a writer of shared streams. */
  private final OwnedStream owned;

  private final Channel channel;

  /** Read without order by threads that ask whether the writer is theirs: only its owner finds itself here. */
  private Thread owner;

  private ByteBuffer buffer = NO_BUFFER;
  private int limit;
  private int position;
  private long timestamp;
  private int payload;
  private int contentEnd;
  private int events;

  private SharedPacket packet;
  private int recordStart;
  private long header;

  EventWriter(OwnedStream owned) {
    this.owned = owned;
    channel = owned == null ? null : owned.channel();
  }

  /** Whether the writer is that of a thread; only that thread gets true for itself. */
  boolean isOf(Thread thread) {
    return owner == thread;
  }

  void own(Thread thread) {
    owner = thread;
  }

  boolean hasLivingOwner() {
    Thread thread = owner;
    return thread != null && thread.isAlive();
  }

  boolean isOf(Channel of) {
    return channel == of;
  }

  /** Begins an event in the owned stream; null if it was lost and counted. */
  EventWriter begin(int id, int sizeBytes) {
    int start = position;
    int payloadStart = start + PacketLayout.EVENT_HEADER_BYTES;
    long now = System.nanoTime();
    // a negative size, or no room, by one comparison; so is the gap, as time does not go back
    if ((sizeBytes | (long) limit - payloadStart - sizeBytes) < 0
        || Long.compareUnsigned(now - timestamp, PacketLayout.TIMESTAMP_MASK) > 0) {
      return owned.beginInNext(id, sizeBytes);
    }
    timestamp = now;
    place(start, payloadStart, sizeBytes);
    buffer.putLong(start, PacketLayout.eventHeader(id, now));
    return this;
  }

  /**
   * The size of elements that lie one after the other.
   *
   * @param count how many; 0 or more
   * @param elementSizeBytes the size of one
   * @return bytes, at most {@link #MAX_SIZE_BYTES}
   */
  public static int sizeBytes(int count, int elementSizeBytes) {
    return (int) Math.min(MAX_SIZE_BYTES, (long) count * elementSizeBytes);
  }

  private void place(int start, int payloadStart, int sizeBytes) {
    int end = payloadStart + sizeBytes;
    payload = payloadStart;
    contentEnd = end;
    // a session that ends looks whether an event is in flight; that must be seen in front of its
    // bytes
    VarHandle.storeStoreFence();
    if ((sizeBytes & (PacketLayout.EVENT_ALIGNMENT_BYTES - 1)) != 0) {
      // what lies between this event and the next: zeros, not what an earlier packet left here
      buffer.putLong(PacketLayout.alignUp(end) - PacketLayout.EVENT_ALIGNMENT_BYTES, 0L);
    }
  }

  /** Takes a fresh sub-buffer, whose packet header is written; called by the owner's thread. */
  void take(ByteBuffer subBuffer, long timestampNanos) {
    buffer = subBuffer;
    limit = subBuffer.capacity();
    position = PacketLayout.HEADER_BYTES;
    contentEnd = PacketLayout.HEADER_BYTES;
    timestamp = timestampNanos;
    events = 0;
  }

  /** Counts a lost event of the owner's thread. */
  void discard() {
    owned.discard();
  }

  /** Gives up the sub-buffer. */
  void release() {
    buffer = NO_BUFFER;
    limit = 0;
    position = 0;
    contentEnd = 0;
  }

  /** How many events of the open packet are committed. */
  int events() {
    return events;
  }

  /** Lets no event begin in the open packet any more; called by a session that ends. */
  void forbid() {
    limit = 0;
  }

  /** Whether an event has begun and is not committed. */
  boolean isInFlight() {
    return PacketLayout.alignUp(contentEnd) != position;
  }

  /** Begins an event at a place of a shared packet that was reserved for it. */
  void beginShared(
      SharedPacket sharedPacket, int start, int sizeBytes, long headerWord, long threadId) {
    packet = sharedPacket;
    buffer = sharedPacket.buffer();
    recordStart = start;
    header = headerWord;
    buffer.putLong(start + PacketLayout.EVENT_HEADER_BYTES, threadId);
    payload = start + PacketLayout.EVENT_HEADER_BYTES + Long.BYTES;
    contentEnd = payload + sizeBytes;
  }

  /** Says how large the payload is, and makes what follows be counted from behind that number; for LTT. */
  void putSize(int sizeBytes) {
    buffer.putLong(payload, sizeBytes);
    payload += Long.BYTES;
  }

  /** Makes what follows be counted from behind a context of that many bytes, which lies at the payload's start. */
  void putContext(byte[] context) {
    int end = putBytes(0, context, 0, context.length);
    zero(end, PacketLayout.alignUp(end));
    payload += PacketLayout.alignUp(end);
  }

  /** Publishes the event: from here on it survives whatever happens to the process. */
  public void commit() {
    if (owned == null) {
      commitShared();
      return;
    }
    int end = contentEnd;
    ByteBuffer into = buffer;
    VarHandle.releaseFence();
    into.putLong(PacketLayout.TIMESTAMP_END_OFFSET, timestamp);
    VarHandle.releaseFence();
    into.putLong(PacketLayout.CONTENT_SIZE_OFFSET, (long) end << 3);
    events++;
    VarHandle.storeStoreFence();
    position = PacketLayout.alignUp(end);
  }

  private void commitShared() {
    SharedPacket of = packet;
    Bytes.LONG.setRelease(buffer, recordStart, header);
    packet = null;
    buffer = NO_BUFFER;
    of.committed(PacketLayout.alignUp(contentEnd) - recordStart, this);
  }

  /**
   * Writes a byte.
   *
   * @param offsetBytes where
   * @param value the value, in its low 8 bits
   */
  public void putByte(int offsetBytes, int value) {
    buffer.put(payload + offsetBytes, (byte) value);
  }

  /**
   * Writes a boolean as a byte that is 0 or 1.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putBoolean(int offsetBytes, boolean value) {
    buffer.put(payload + offsetBytes, value ? (byte) 1 : (byte) 0);
  }

  /**
   * Writes two bytes in native order.
   *
   * @param offsetBytes where
   * @param value the value, in its low 16 bits
   */
  public void putShort(int offsetBytes, int value) {
    buffer.putShort(payload + offsetBytes, (short) value);
  }

  /**
   * Writes four bytes in native order.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putInt(int offsetBytes, int value) {
    buffer.putInt(payload + offsetBytes, value);
  }

  /**
   * Writes eight bytes in native order.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putLong(int offsetBytes, long value) {
    buffer.putLong(payload + offsetBytes, value);
  }

  /**
   * Writes a single precision number in native order.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putFloat(int offsetBytes, float value) {
    buffer.putFloat(payload + offsetBytes, value);
  }

  /**
   * Writes a double precision number in native order.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putDouble(int offsetBytes, double value) {
    buffer.putDouble(payload + offsetBytes, value);
  }

  /**
   * Writes two bytes, the most significant first.
   *
   * @param offsetBytes where
   * @param value the value, in its low 16 bits
   */
  public void putShortNetwork(int offsetBytes, int value) {
    putShort(offsetBytes, SWAP ? Short.reverseBytes((short) value) : value);
  }

  /**
   * Writes four bytes, the most significant first.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putIntNetwork(int offsetBytes, int value) {
    putInt(offsetBytes, SWAP ? Integer.reverseBytes(value) : value);
  }

  /**
   * Writes eight bytes, the most significant first.
   *
   * @param offsetBytes where
   * @param value the value
   */
  public void putLongNetwork(int offsetBytes, long value) {
    putLong(offsetBytes, SWAP ? Long.reverseBytes(value) : value);
  }

  /**
   * Writes a text in UTF-8 and its zero byte; {@link Utf8#sizeBytes} tells the room it takes.
   *
   * @param offsetBytes where
   * @param text the text; null counts as empty
   * @return the offset behind the zero byte
   */
  public int putString(int offsetBytes, String text) {
    return Utf8.put(buffer, payload + offsetBytes, text) - payload;
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
    if (count > 0) {
      buffer.put(payload + offsetBytes, values, from, count);
    }
    return offsetBytes + count;
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
    if (count > 0) {
      try {
        buffer.put(payload + offsetBytes, values, from, count);
      } catch (RuntimeException e) {
        zero(offsetBytes, offsetBytes + count);
      }
    }
    return offsetBytes + count;
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
    int at = offsetBytes;
    for (int i = 0; i < count; i++, at++) {
      putBoolean(at, values[from + i]);
    }
    return at;
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
    int at = offsetBytes;
    for (int i = 0; i < count; i++, at += Short.BYTES) {
      putShort(at, values[from + i]);
    }
    return at;
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
    int at = offsetBytes;
    for (int i = 0; i < count; i++, at += Character.BYTES) {
      putShort(at, values[from + i]);
    }
    return at;
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
    int at = offsetBytes;
    for (int i = 0; i < count; i++, at += Integer.BYTES) {
      putInt(at, values[from + i]);
    }
    return at;
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
    int at = offsetBytes;
    for (int i = 0; i < count; i++, at += Long.BYTES) {
      putLong(at, values[from + i]);
    }
    return at;
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
    int at = offsetBytes;
    for (int i = 0; i < count; i++, at += Float.BYTES) {
      putFloat(at, values[from + i]);
    }
    return at;
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
    int at = offsetBytes;
    for (int i = 0; i < count; i++, at += Double.BYTES) {
      putDouble(at, values[from + i]);
    }
    return at;
  }

  /**
   * Writes padding.
   *
   * @param fromBytes where it begins
   * @param toBytes where it ends
   */
  public void zero(int fromBytes, int toBytes) {
    Bytes.zero(buffer, payload + fromBytes, payload + toBytes);
  }
}
