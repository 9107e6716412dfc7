package org.genevent.reader.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;

/** Looks for the next packet behind a broken one, by what all packets of the trace begin with. */
final class PacketSearch {

  private static final int WINDOW_BYTES = 1 << 16;
  private static final int UUID_BYTES = 16;

  private final byte[] beginning;

  private PacketSearch(byte[] beginning) {
    this.beginning = beginning;
  }

  /** A search for the magic number, and for the uuid if it comes next; for nothing if packets begin otherwise. */
  static PacketSearch of(TraceClass trace) {
    List<WireMember> members = trace.packetHeader().map(WireStructure::members).orElse(List.of());
    if (members.isEmpty()
        || !(members.get(0).wireClass() instanceof WireInteger magic)
        || !magic.roles().contains(FieldRole.PACKET_MAGIC_NUMBER)
        || magic.sizeBits() != Integer.SIZE) {
      return new PacketSearch(new byte[0]);
    }
    ByteOrder order = magic.byteOrder().orElse(trace.byteOrder());
    boolean withUuid =
        members.size() > 1 && isUuid(members.get(1)) && trace.uuid().isPresent();
    ByteBuffer bytes = ByteBuffer.allocate(withUuid ? Integer.BYTES + UUID_BYTES : Integer.BYTES);
    bytes.order(order).putInt(StreamCursor.MAGIC).order(ByteOrder.BIG_ENDIAN);
    if (withUuid) {
      bytes.putLong(trace.uuid().get().getMostSignificantBits());
      bytes.putLong(trace.uuid().get().getLeastSignificantBits());
    }
    return new PacketSearch(bytes.array());
  }

  private static boolean isUuid(WireMember member) {
    if (member.wireClass() instanceof WireBlob blob) {
      return blob.lengthBytes() == UUID_BYTES
          && blob.roles().contains(FieldRole.METADATA_STREAM_UUID);
    }
    return member.name().equals(UuidSink.NAME)
        && member.wireClass() instanceof WireArray array
        && array.length() == UUID_BYTES
        && array.element() instanceof WireInteger element
        && element.sizeBits() == Byte.SIZE
        && element.alignmentBits() <= Byte.SIZE;
  }

  /** Where a packet seems to begin at or behind a byte of the file; -1 if nowhere. */
  long find(StreamWindow window, long fromBytes) throws IOException {
    if (beginning.length == 0) {
      return -1;
    }
    long at = fromBytes;
    while (true) {
      int there = window.look(at, WINDOW_BYTES);
      if (there < beginning.length) {
        return -1;
      }
      int index = window.index(at);
      for (int i = 0; i <= there - beginning.length; i++) {
        if (isHere(window.buffer(), index + i)) {
          return at + i;
        }
      }
      at += there - beginning.length + 1;
    }
  }

  private boolean isHere(ByteBuffer buffer, int index) {
    for (int i = 0; i < beginning.length; i++) {
      if (buffer.get(index + i) != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
