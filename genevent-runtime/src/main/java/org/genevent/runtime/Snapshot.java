package org.genevent.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Copies what is in a channel's memory while it is being overwritten. */
final class Snapshot {

  private final TraceDescription description;
  private final Channel channel;
  private final Path directory;
  private final TreeMap<Long, List<PacketCopy>> packets = new TreeMap<>();

  Snapshot(TraceDescription description, Channel channel, Path directory) {
    this.description = description;
    this.channel = channel;
    this.directory = directory;
  }

  void write() throws IOException {
    for (int i = 0; i < channel.ring().count(); i++) {
      copy(i);
    }
    for (var stream : packets.entrySet()) {
      StreamOutput file = description.stream(directory, channel, stream.getKey());
      stream.getValue().sort(Comparator.comparingLong(PacketCopy::sequence));
      long last = -1;
      for (PacketCopy packet : stream.getValue()) {
        // a packet that was open, then full, may have been copied twice
        if (packet.sequence() > last) {
          last = packet.sequence();
          file.writeFinal(packet.bytes(), packet.contentEnd(), true);
        }
      }
    }
  }

  /** A sub-buffer can be recycled meanwhile; its packet's number before and after tells. */
  private void copy(int index) {
    ByteBuffer packet = channel.subBuffer(index);
    boolean valid = PacketHeader.isValid(packet, channel.uuid());
    long instance = PacketHeader.streamInstance(packet);
    long sequence = PacketHeader.sequence(packet);
    PacketCopy copy = PacketHeader.streamClass(packet) == channel.sharedClass()
        ? PacketCopy.ofShared(packet, channel.recordSizes(index), false)
        : PacketCopy.ofOwned(packet);
    boolean same = valid
        && PacketHeader.isValid(packet, channel.uuid())
        && PacketHeader.streamInstance(packet) == instance
        && PacketHeader.sequence(packet) == sequence
        && copy.instance() == instance
        && copy.sequence() == sequence;
    if (same) {
      add(copy);
    }
  }

  private void add(PacketCopy copy) {
    packets.computeIfAbsent(copy.instance(), key -> new ArrayList<>()).add(copy);
  }
}
