package org.genevent.java;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The event records of a trace that one thread wrote, byte by byte as the design draws packets: nothing of the runtime or
 * of a reader is asked.
 */
final class StreamBytes {

  private static final int HEADER_BYTES = 128;
  private static final int CONTENT_SIZE_OFFSET = 48;
  private static final int PACKET_SIZE_OFFSET = 56;
  private static final int EVENT_HEADER_BYTES = 8;

  private final List<ByteBuffer> packets = new ArrayList<>();
  private int packet;

  StreamBytes(Path trace) throws IOException {
    List<Path> streams;
    try (Stream<Path> files = Files.list(trace)) {
      streams = files
          .filter(file -> !file.getFileName().toString().equals("metadata"))
          .sorted()
          .toList();
    }
    for (Path stream : streams) {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(stream));
      for (int at = 0; at < bytes.capacity(); ) {
        ByteBuffer header = bytes.slice(at, bytes.capacity() - at).order(ByteOrder.nativeOrder());
        int contentBytes = Math.toIntExact(header.getLong(CONTENT_SIZE_OFFSET) / 8);
        ByteBuffer content =
            bytes.slice(at, contentBytes).order(ByteOrder.nativeOrder()).position(HEADER_BYTES);
        packets.add(content);
        at += Math.toIntExact(header.getLong(PACKET_SIZE_OFFSET) / 8);
      }
    }
  }

  /** The next event's bytes behind its header, of which the caller knows how many there are. */
  byte[] next(int sizeBytes) {
    while (!packets.get(packet).hasRemaining()) {
      packet++;
    }
    ByteBuffer content = packets.get(packet);
    content.position(content.position() + EVENT_HEADER_BYTES);
    byte[] bytes = new byte[sizeBytes];
    content.get(bytes);
    // the next event begins at a multiple of 8, if there is one in this packet
    content.position(Math.min(content.limit(), content.position() + 7 & -8));
    return bytes;
  }

  boolean hasMore() {
    return packets.stream().anyMatch(ByteBuffer::hasRemaining);
  }
}
