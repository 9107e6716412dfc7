package org.genevent.reader.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A stream file, looked at through a window that moves with the packets, so that files of any size need little memory.
 *
 * <p>The window is read, not mapped, as a file that is cut while it is mapped fails in the middle of a read; only packets
 * that are too large for the heap are mapped.
 */
final class StreamWindow implements AutoCloseable {

  private static final int LEAST_BYTES = 1 << 17;
  private static final int MOST_HEAP_BYTES = 1 << 24;

  private final FileChannel file;
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private long startBytes;

  StreamWindow(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.READ);
  }

  long sizeBytes() throws IOException {
    return file.size();
  }

  /**
   * Makes bytes of the file available.
   *
   * @param fromBytes where they begin in the file
   * @param countBytes how many
   * @return how many there are; fewer only where the file ends
   */
  int look(long fromBytes, int countBytes) throws IOException {
    if (fromBytes >= startBytes && fromBytes + countBytes <= startBytes + buffer.limit()) {
      return countBytes;
    }
    startBytes = fromBytes;
    if (countBytes > MOST_HEAP_BYTES) {
      long there = Math.max(0, Math.min(countBytes, file.size() - fromBytes));
      buffer = file.map(FileChannel.MapMode.READ_ONLY, fromBytes, there);
      return (int) there;
    }
    int wanted = Math.max(countBytes, LEAST_BYTES);
    if (buffer.isReadOnly() || buffer.capacity() < wanted || buffer.capacity() > 4L * wanted) {
      buffer = ByteBuffer.allocate(wanted);
    }
    buffer.clear();
    while (buffer.hasRemaining()) {
      int count = file.read(buffer, fromBytes + buffer.position());
      if (count < 0) {
        break;
      }
    }
    buffer.flip();
    return Math.min(countBytes, buffer.limit());
  }

  ByteBuffer buffer() {
    return buffer;
  }

  /** Where in the buffer a byte of the file is. */
  int index(long fileBytes) {
    return (int) (fileBytes - startBytes);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
