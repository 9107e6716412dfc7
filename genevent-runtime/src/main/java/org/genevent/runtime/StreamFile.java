package org.genevent.runtime;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The file of one stream: packets one after the other, the last of them maybe still growing.
 *
 * <p>A packet that is written once, at its end, takes only the room of its content. One that is written while it is open is
 * given the room of the whole sub-buffer at once and then filled: content first, then the header that says how much of it
 * counts. No system makes a file longer and tells readers of the packet in one step, so that it ends within one for the moment
 * of the first write. The file is opened for each packet, so that thousands of streams need no more descriptors than one, and by
 * {@link RandomAccessFile}, which an interrupt does not close. Used by one thread.
 */
final class StreamFile implements StreamOutput {

  /** The number of a stream's first packet with events; the one that begins the file comes before it. */
  static final long FIRST_SEQUENCE = 1;

  private final File file;
  private long endBytes;
  private long nextSequence = FIRST_SEQUENCE;
  private long lastDiscarded;
  private long lastTimestamp;
  private int openContentEnd;

  StreamFile(Path path) {
    file = path.toFile();
  }

  @Override
  public long nextSequence() {
    return nextSequence;
  }

  @Override
  public long lastDiscarded() {
    return lastDiscarded;
  }

  @Override
  public long lastTimestamp() {
    return lastTimestamp;
  }

  @Override
  public int openContentEnd() {
    return openContentEnd;
  }

  /** Continues a file whose packets up to here are final. */
  void continueAt(long fileEndBytes, long discardedEvents) {
    endBytes = fileEndBytes;
    lastDiscarded = discardedEvents;
  }

  /** Threads that count losses while another opens a packet may have told the packet before of them. */
  private void keepDiscardedRising(byte[] packet) {
    ByteBuffer header = ByteBuffer.wrap(packet).order(ByteOrder.nativeOrder());
    lastDiscarded = Math.max(lastDiscarded, header.getLong(PacketLayout.DISCARDED_OFFSET));
    header.putLong(PacketLayout.DISCARDED_OFFSET, lastDiscarded);
  }

  /**
   * Begins the file with a packet without events that says that none was discarded yet: readers take differences between
   * packets, so that what a first packet says would be lost on them.
   */
  private void begin(RandomAccessFile out, byte[] first) throws IOException {
    if (endBytes > 0) {
      return;
    }
    byte[] packet = Arrays.copyOf(first, PacketLayout.HEADER_BYTES);
    ByteBuffer header = ByteBuffer.wrap(packet).order(ByteOrder.nativeOrder());
    long sizeBits = (long) PacketLayout.HEADER_BYTES << 3;
    header.putLong(
        PacketLayout.TIMESTAMP_END_OFFSET, header.getLong(PacketLayout.TIMESTAMP_BEGIN_OFFSET));
    header.putLong(PacketLayout.CONTENT_SIZE_OFFSET, sizeBits);
    header.putLong(PacketLayout.PACKET_SIZE_OFFSET, sizeBits);
    header.putLong(PacketLayout.SEQUENCE_OFFSET, header.getLong(PacketLayout.SEQUENCE_OFFSET) - 1);
    header.putLong(PacketLayout.DISCARDED_OFFSET, 0);
    try {
      out.write(packet);
    } catch (IOException e) {
      cut(out);
      throw e;
    }
    endBytes = PacketLayout.HEADER_BYTES;
  }

  @Override
  public void writeOpen(byte[] packet, int contentEnd) throws IOException {
    keepDiscardedRising(packet);
    try (RandomAccessFile out = new RandomAccessFile(file, "rw")) {
      begin(out, packet);
      int from = Math.max(PacketLayout.HEADER_BYTES, openContentEnd);
      if (openContentEnd == 0) {
        try {
          out.seek(endBytes);
          out.write(packet);
        } catch (IOException e) {
          cut(out);
          throw e;
        }
      } else {
        out.seek(endBytes + from);
        out.write(packet, from, contentEnd - from);
        out.seek(endBytes);
        out.write(packet, 0, PacketLayout.HEADER_BYTES);
      }
      openContentEnd = contentEnd;
    }
  }

  /** Writes a packet that does not change any more; its packet size is set here. */
  @Override
  public void writeFinal(byte[] packet, int contentEnd, boolean trim) throws IOException {
    keepDiscardedRising(packet);
    boolean fresh = openContentEnd == 0;
    int size = fresh || trim ? PacketLayout.alignUp(contentEnd) : packet.length;
    ByteBuffer header = ByteBuffer.wrap(packet).order(ByteOrder.nativeOrder());
    header.putLong(PacketLayout.PACKET_SIZE_OFFSET, (long) size << 3);
    try (RandomAccessFile out = new RandomAccessFile(file, "rw")) {
      begin(out, packet);
      try {
        out.seek(endBytes);
        if (fresh) {
          out.write(packet, 0, size);
        } else {
          int from = Math.max(PacketLayout.HEADER_BYTES, openContentEnd);
          out.seek(endBytes + from);
          out.write(packet, from, Math.max(0, contentEnd - from));
          out.seek(endBytes);
          out.write(packet, 0, PacketLayout.HEADER_BYTES);
          if (trim) {
            out.setLength(endBytes + size);
          }
        }
      } catch (IOException e) {
        if (fresh) {
          cut(out);
        }
        throw e;
      }
    }
    endBytes += size;
    openContentEnd = 0;
    nextSequence = header.getLong(PacketLayout.SEQUENCE_OFFSET) + 1;
    lastTimestamp = header.getLong(PacketLayout.TIMESTAMP_END_OFFSET);
  }

  /** Takes back a packet that the disk had no room for. */
  private void cut(RandomAccessFile out) throws IOException {
    out.setLength(endBytes);
  }
}
