package org.genevent.cli.convert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A stream file to which packets of any size are written, front to back, through a buffer of one size; what a packet says of
 * itself can be put in its place later.
 *
 * <p>The file is open only while it is written to, as there may be more streams than a process may have files.
 */
final class PacketFile implements Closeable {

  private final Path file;
  private final ByteBuffer buffer;
  private long packetAt;
  private long bufferAt;

  /**
   * Begins a file.
   *
   * @param file is made; there must not be one
   * @param byteOrder of all numbers
   * @param bufferBytes how much is kept before it is written
   */
  PacketFile(Path file, ByteOrder byteOrder, int bufferBytes) throws IOException {
    this.file = file;
    this.buffer = ByteBuffer.allocate(bufferBytes).order(byteOrder);
    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
        .close();
  }

  private long endBytes() {
    return bufferAt + buffer.position();
  }

  /** How many bytes of the packet there are. */
  long sizeBytes() {
    return endBytes() - packetAt;
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      spill();
    }
    return buffer;
  }

  void putInt(int value) throws IOException {
    room(Integer.BYTES).putInt(value);
  }

  void putLong(long value) throws IOException {
    room(Long.BYTES).putLong(value);
  }

  void put(byte[] bytes) throws IOException {
    int done = 0;
    while (done < bytes.length) {
      ByteBuffer to = room(1);
      int count = Math.min(to.remaining(), bytes.length - done);
      to.put(bytes, done, count);
      done += count;
    }
  }

  /** Goes on at the next multiple of 8 bytes of the packet. */
  void align() throws IOException {
    while (sizeBytes() % Long.BYTES != 0) {
      room(1).put((byte) 0);
    }
  }

  /** Puts a number where there is one, at a byte of the packet. */
  void replaceLong(long atBytes, long value) throws IOException {
    long at = packetAt + atBytes;
    if (at >= bufferAt) {
      buffer.putLong((int) (at - bufferAt), value);
      return;
    }
    // numbers lie in one piece on one side, as both sides are full when they are written
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(buffer.order()).putLong(0, value);
      while (bytes.hasRemaining()) {
        channel.write(bytes, at + bytes.position());
      }
    }
  }

  /** Ends the packet; what follows is another. */
  void end() {
    packetAt = endBytes();
  }

  private void spill() throws IOException {
    bufferAt += buffer.position();
    buffer.flip();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    spill();
  }
}
