package org.genevent.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The memory of a channel: a mapped file that outlives the process.
 *
 * <pre>
 * | offset                     | size                     | content                                             |
 * |----------------------------|--------------------------|-----------------------------------------------------|
 * | i × subBufferBytes         | subBufferBytes           | sub-buffer i, a packet (see PacketLayout)           |
 * | count × subBufferBytes     | subBufferBytes / 2 each  | of sub-buffer i, while it is in a shared stream:    |
 * |   + i × subBufferBytes / 2 |                          | u32 size of the record that begins at each multiple |
 * |                            |                          | of 8, or 0                                          |
 * </pre>
 *
 * <p>Every byte is written once before the file is mapped, so that a full file system is noticed here and not by a
 * tracing thread, and no tracing thread ever touches a page for the first time.
 */
final class RingFile {

  /** How the names of ring files end. */
  static final String SUFFIX = ".ring";

  private static final int CHUNK_BYTES = 1 << 20;

  private final Path path;
  private final int subBufferBytes;
  private final ByteBuffer[] subBuffers;
  private final ByteBuffer[] recordSizes;

  private RingFile(
      Path path, int subBufferBytes, ByteBuffer[] subBuffers, ByteBuffer[] recordSizes) {
    this.path = path;
    this.subBufferBytes = subBufferBytes;
    this.subBuffers = subBuffers;
    this.recordSizes = recordSizes;
  }

  static RingFile create(Path path, int subBufferBytes, int count) throws IOException {
    FileAttribute<?>[] ownerOnly =
        path.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(path, ownerOnly);
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      fill(file, sizeBytes(subBufferBytes, count));
      return map(path, file, subBufferBytes, count, FileChannel.MapMode.READ_WRITE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** Opens what a killed process left; its size must be what the geometry says. */
  static RingFile open(Path path, int subBufferBytes, int count) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      if (file.size() != sizeBytes(subBufferBytes, count)) {
        throw new IOException(
            path + ": has " + file.size() + " bytes, not " + sizeBytes(subBufferBytes, count));
      }
      return map(path, file, subBufferBytes, count, FileChannel.MapMode.READ_ONLY);
    }
  }

  static long sizeBytes(int subBufferBytes, int count) {
    return (long) subBufferBytes * count + (long) tableBytes(subBufferBytes) * count;
  }

  private static int tableBytes(int subBufferBytes) {
    return subBufferBytes / PacketLayout.EVENT_ALIGNMENT_BYTES * Integer.BYTES;
  }

  private static void fill(FileChannel file, long sizeBytes) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, sizeBytes));
    for (long at = 0; at < sizeBytes; at += zeros.limit()) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), sizeBytes - at));
      while (zeros.hasRemaining()) {
        file.write(zeros);
      }
    }
  }

  private static RingFile map(
      Path path, FileChannel file, int subBufferBytes, int count, FileChannel.MapMode mode)
      throws IOException {
    int tableBytes = tableBytes(subBufferBytes);
    ByteBuffer[] subBuffers = slices(file, mode, 0, subBufferBytes, count);
    ByteBuffer[] tables = slices(file, mode, (long) subBufferBytes * count, tableBytes, count);
    return new RingFile(path, subBufferBytes, subBuffers, tables);
  }

  private static ByteBuffer[] slices(
      FileChannel file, FileChannel.MapMode mode, long start, int sliceBytes, int count)
      throws IOException {
    ByteBuffer[] slices = new ByteBuffer[count];
    int perMapping = Math.max(1, (1 << 30) / sliceBytes);
    for (int first = 0; first < count; first += perMapping) {
      int here = Math.min(perMapping, count - first);
      ByteBuffer mapping =
          file.map(mode, start + (long) first * sliceBytes, (long) here * sliceBytes);
      for (int i = 0; i < here; i++) {
        slices[first + i] =
            mapping.slice(i * sliceBytes, sliceBytes).order(ByteOrder.nativeOrder());
      }
    }
    return slices;
  }

  Path path() {
    return path;
  }

  int subBufferBytes() {
    return subBufferBytes;
  }

  int count() {
    return subBuffers.length;
  }

  ByteBuffer subBuffer(int index) {
    return subBuffers[index];
  }

  /** The sizes of the records of a sub-buffer in a shared stream. */
  ByteBuffer recordSizes(int index) {
    return recordSizes[index];
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
