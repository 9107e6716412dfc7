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

  private final Channel channel;
  private final Path directory;
  private final TreeMap<Long, List<PacketCopy>> packets = new TreeMap<>();

  Snapshot(Channel channel, Path directory) {
    this.channel = channel;
    this.directory = directory;
  }

  void write() throws IOException {
    copyFull();
    copyOpen();
    for (var stream : packets.entrySet()) {
      StreamFile file = new StreamFile(directory.resolve(channel.name() + "_" + stream.getKey()));
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

  /** Takes each full packet out of the queue, so that nobody recycles it, and puts it back. */
  private void copyFull() {
    for (int i = 0; i < channel.ring().count(); i++) {
      int index = channel.takeFull();
      if (index < 0) {
        return;
      }
      add(copy(index));
      channel.handOver(index);
    }
  }

  private void copyOpen() {
    for (OwnedStream stream : channel.streams()) {
      copyOpen(stream.current(), stream.instance());
    }
    for (SharedStream stream : channel.sharedStreams()) {
      SharedPacket packet = stream.current();
      copyOpen(packet == null ? -1 : packet.index(), stream.instance());
    }
  }

  /** An open packet can be handed over and recycled meanwhile; its number before and after tells. */
  private void copyOpen(int index, int instance) {
    if (index < 0) {
      return;
    }
    ByteBuffer packet = channel.subBuffer(index);
    boolean valid = PacketHeader.isValid(packet, channel.uuid());
    long sequence = PacketHeader.sequence(packet);
    PacketCopy copy = copy(index);
    boolean same = valid
        && PacketHeader.isValid(packet, channel.uuid())
        && PacketHeader.streamInstance(packet) == instance
        && PacketHeader.sequence(packet) == sequence
        && copy.sequence() == sequence;
    if (same) {
      add(copy);
    }
  }

  private PacketCopy copy(int index) {
    ByteBuffer packet = channel.subBuffer(index);
    return PacketHeader.streamClass(packet) == channel.sharedClass()
        ? PacketCopy.ofShared(packet, channel.recordSizes(index), false)
        : PacketCopy.ofOwned(packet);
  }

  private void add(PacketCopy copy) {
    packets.computeIfAbsent(copy.instance(), key -> new ArrayList<>()).add(copy);
  }
}
