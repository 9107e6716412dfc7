package org.genevent.cli.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Looks for packets at every multiple of eight bytes of a file, in a window that moves. */
final class PacketScan {

  private static final int WINDOW_BYTES = 8 << 20;
  private static final int STEP_BYTES = 8;

  private final UUID uuid;
  private final ByteOrder byteOrder;

  PacketScan(UUID uuid, ByteOrder byteOrder) {
    this.uuid = uuid;
    this.byteOrder = byteOrder;
  }

  /** Gives all packets of a file, in the order of their places; within a packet nothing is looked for. */
  void scan(Path file, Consumer<FoundPacket> found) throws IOException {
    ByteBuffer window = ByteBuffer.allocateDirect(WINDOW_BYTES).order(byteOrder);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long start = 0;
      while (fill(channel, window, start) >= FoundPacket.HEADER_BYTES) {
        long next = start + window.limit() - FoundPacket.HEADER_BYTES + STEP_BYTES & -STEP_BYTES;
        int index = 0;
        while (index + FoundPacket.HEADER_BYTES <= window.limit()) {
          Optional<FoundPacket> packet = FoundPacket.at(window, index, uuid, file, start + index);
          if (packet.isEmpty()) {
            index += STEP_BYTES;
            continue;
          }
          found.accept(packet.get());
          long behind = packet.get().offsetBytes() + packet.get().packetBytes();
          if (behind >= start + window.limit()) {
            next = behind;
            break;
          }
          index = (int) (behind - start);
        }
        start = next;
      }
    }
  }

  private static int fill(FileChannel channel, ByteBuffer window, long start) throws IOException {
    window.clear();
    while (window.hasRemaining() && channel.read(window, start + window.position()) > 0) {
      // files of the kernel come in pieces
    }
    window.flip();
    return window.limit();
  }
}
