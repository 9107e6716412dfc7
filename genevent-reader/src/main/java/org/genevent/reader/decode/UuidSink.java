package org.genevent.reader.decode;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.genevent.reader.PartialSink;

/** Picks the uuid out of a packet header. */
final class UuidSink extends PartialSink {

  /** The name of the field with the number. */
  static final String NAME = "uuid";

  private static final int UUID_BYTES = 16;

  private final ByteBuffer bytes = ByteBuffer.allocate(UUID_BYTES);
  private boolean inside;

  Optional<UUID> value() {
    return bytes.hasRemaining()
        ? Optional.empty()
        : Optional.of(new UUID(bytes.getLong(0), bytes.getLong(Long.BYTES)));
  }

  @Override
  public void beginList(String name) {
    inside = name.equals(NAME);
  }

  @Override
  public void endList() {
    inside = false;
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    if (inside && bytes.hasRemaining()) {
      bytes.put((byte) value);
    }
  }

  @Override
  public void blob(String name, ByteBuffer blob, int offset, int length, String mediaType) {
    if (name.equals(NAME) && length == UUID_BYTES && bytes.remaining() == UUID_BYTES) {
      bytes.put(blob.duplicate().limit(offset + length).position(offset));
    }
  }
}
