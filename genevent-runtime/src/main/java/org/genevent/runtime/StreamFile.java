package org.genevent.runtime;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The file of one stream: packets one after the other, the last of them maybe still growing.
 *
 * <p>A packet that is written once, at its end, takes only the room of its content. One that is written while it is open is
 * given the room of the whole sub-buffer at once and then filled: content first, then the header that says how much of it
 * counts. The file is opened for each packet, so that thousands of streams need no more descriptors than one, and by
 * {@link RandomAccessFile}, which an interrupt does not close. Used by one thread.
 */
final class StreamFile {

  private final File file;
  private long endBytes;
  private long nextSequence;
  private long lastDiscarded;
  private long lastTimestamp;
  private int openContentEnd;

  StreamFile(Path path) {
    file = path.toFile();
  }

  /** The sequence number of the packet that comes next, or that is open. */
  long nextSequence() {
    return nextSequence;
  }

  long lastDiscarded() {
    return lastDiscarded;
  }

  long lastTimestamp() {
    return lastTimestamp;
  }

  /** How much of the open packet's content is in the file, or 0 if it is not there. */
  int openContentEnd() {
    return openContentEnd;
  }

  /** Continues a file whose packets up to here are final. */
  void continueAt(long fileEndBytes) {
    endBytes = fileEndBytes;
  }

  /**
   * Writes what is committed of an open packet.
   *
   * @param packet the packet, its header with the right sizes
   * @param contentEnd where its content ends, in bytes
   */
  void writeOpen(byte[] packet, int contentEnd) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file, "rw")) {
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

  /**
   * Writes a packet that does not change any more.
   *
   * @param packet the packet; its packet size is set here
   * @param contentEnd where its content ends, in bytes
   * @param trim whether room that the open packet has and does not need is given back
   */
  void writeFinal(byte[] packet, int contentEnd, boolean trim) throws IOException {
    boolean fresh = openContentEnd == 0;
    int size = fresh || trim ? PacketLayout.alignUp(contentEnd) : packet.length;
    ByteBuffer header = ByteBuffer.wrap(packet).order(ByteOrder.nativeOrder());
    header.putLong(PacketLayout.PACKET_SIZE_OFFSET, (long) size << 3);
    try (RandomAccessFile out = new RandomAccessFile(file, "rw")) {
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
    lastDiscarded = header.getLong(PacketLayout.DISCARDED_OFFSET);
    lastTimestamp = header.getLong(PacketLayout.TIMESTAMP_END_OFFSET);
  }

  /** Takes back a packet that the disk had no room for. */
  private void cut(RandomAccessFile out) throws IOException {
    out.setLength(endBytes);
  }
}
