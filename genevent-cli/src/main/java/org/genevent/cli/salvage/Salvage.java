package org.genevent.cli.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Makes a trace of the packets that are found in files: dumps of memory, copies of buffers.
 *
 * <p>Sub-buffers are whole packets at every instant, so that what is found can be read as it is. Of copies of the same packet
 * the one with the most events is taken. Memory grows with the number of packets, which has a limit. Used by one thread.
 */
public final class Salvage {

  private static final int MAX_PACKETS = 4_000_000;
  private static final int COPY_BYTES = 1 << 20;

  private final PacketScan scan;
  private final Map<String, TreeMap<Long, FoundPacket>> streams = new TreeMap<>();
  private int packets;
  private long truncated;

  /**
   * Prepares.
   *
   * @param uuid the trace's
   * @param byteOrder the trace's
   */
  public Salvage(UUID uuid, ByteOrder byteOrder) {
    this.scan = new PacketScan(uuid, byteOrder);
  }

  /**
   * Looks for packets.
   *
   * @param file where
   * @throws IOException if it cannot be read, or holds more packets than any trace in memory
   */
  public void search(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder; name the files to search");
    }
    int before = packets;
    scan.scan(file, this::found);
    if (packets > MAX_PACKETS) {
      throw new IOException(
          file + ": more than " + MAX_PACKETS + " packets; give less of the dump at a time");
    }
    if (packets == before) {
      throw new IOException(file + ": there is no packet of this trace");
    }
  }

  private void found(FoundPacket packet) {
    if (++packets > MAX_PACKETS) {
      return;
    }
    streams
        .computeIfAbsent(packet.streamName(), name -> new TreeMap<>(Long::compareUnsigned))
        .merge(
            packet.sequence(),
            packet,
            (one, other) -> one.contentBits() >= other.contentBits() ? one : other);
  }

  /**
   * Writes a file for each stream, its packets in order.
   *
   * @param folder the trace directory
   * @return how many packets were written
   * @throws IOException if a file cannot be read or written
   */
  public long write(Path folder) throws IOException {
    long written = 0;
    for (Map.Entry<String, TreeMap<Long, FoundPacket>> stream : streams.entrySet()) {
      try (FileChannel to = FileChannel.open(
          folder.resolve(stream.getKey()),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE)) {
        for (FoundPacket packet : stream.getValue().values()) {
          copy(packet, to);
          written++;
        }
      }
    }
    return written;
  }

  /**
   * How many packets were cut by the ends of their files; what is missing of them is zeros.
   *
   * @return packets
   */
  public long truncated() {
    return truncated;
  }

  private void copy(FoundPacket packet, FileChannel to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(COPY_BYTES);
    long end = packet.offsetBytes() + packet.packetBytes();
    boolean cut = false;
    try (FileChannel from = FileChannel.open(packet.file(), StandardOpenOption.READ)) {
      long at = packet.offsetBytes();
      while (at < end) {
        buffer.clear().limit((int) Math.min(COPY_BYTES, end - at));
        if (!cut && from.read(buffer, at) < 0) {
          cut = true;
          truncated++;
        }
        if (cut) {
          buffer.put(new byte[buffer.remaining()]);
        }
        buffer.flip();
        at += buffer.remaining();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
    }
  }
}
