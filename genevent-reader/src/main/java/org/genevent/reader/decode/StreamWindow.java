package org.genevent.reader.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A stream file, looked at through a window that moves over it, so that files and packets of any size need little memory.
 *
 * <p>The window is read, not mapped, as a file that is cut while it is mapped fails in the middle of a read; only events that
 * are too large for that are mapped.
 */
final class StreamWindow implements AutoCloseable {

  /** The bytes behind the window that may be read along with it, so that the last number can be read as eight bytes. */
  static final int SLACK_BYTES = 16;

  private static final int LEAST_BYTES = 1 << 12;
  private static final int MOST_READ_BYTES = 1 << 24;

  /** Windows below this are those of many streams: between two looks at one, what is in it goes out of what is near. */
  private static final int FAR_WINDOW_BYTES = 1 << 17;

  /** What is asked for at once, about as much as a batch of events takes; and what comes at a time. */
  private static final int FETCH_BYTES = 1 << 12;

  private static final int LINE_BYTES = 64;

  private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(SLACK_BYTES);

  private final FileChannel file;
  private final boolean owned;
  private int windowBytes;
  private ByteBuffer buffer = NOTHING;
  private long startBytes;
  private int validBytes;
  private long knownSizeBytes = -1;

  /** What was fetched, so that no compiler finds the reads to be of no use. */
  private int fetched;

  StreamWindow(Path path, int windowBytes) throws IOException {
    this.file = FileChannel.open(path, StandardOpenOption.READ);
    this.owned = true;
    this.windowBytes = windowBytes;
  }

  /** Another window on the same file; it ends to be of use when the first is closed. */
  StreamWindow(StreamWindow other, int windowBytes) {
    this.file = other.file;
    this.owned = false;
    this.windowBytes = windowBytes;
  }

  /** Sets how much is read at a time; from the next read on. */
  void windowBytes(int bytes) {
    windowBytes = Math.max(LEAST_BYTES, bytes);
  }

  /** The file's size now. */
  long sizeBytes() throws IOException {
    knownSizeBytes = file.size();
    return knownSizeBytes;
  }

  /**
   * The file's size.
   *
   * @param leastBytes if it was this or more when it was asked for last, it is not asked for again
   */
  long sizeBytes(long leastBytes) throws IOException {
    return knownSizeBytes >= leastBytes ? knownSizeBytes : sizeBytes();
  }

  /**
   * Makes bytes of the file available.
   *
   * @param fromBytes where they begin in the file
   * @param countBytes how many
   * @return how many there are, at most as many as were asked for; fewer only where the file ends
   */
  int look(long fromBytes, int countBytes) throws IOException {
    if (fromBytes >= startBytes && fromBytes + countBytes <= startBytes + validBytes) {
      return countBytes;
    }
    startBytes = fromBytes;
    validBytes = 0;
    if (countBytes > MOST_READ_BYTES) {
      validBytes = (int) Math.max(0, Math.min(countBytes, file.size() - fromBytes));
      buffer = file.map(FileChannel.MapMode.READ_ONLY, fromBytes, validBytes);
      return validBytes;
    }
    int wanted = Math.max(countBytes, windowBytes);
    if (buffer.isReadOnly()
        || buffer.capacity() < wanted + SLACK_BYTES
        || buffer.capacity() > 4L * wanted + SLACK_BYTES) {
      buffer = ByteBuffer.allocateDirect(wanted + SLACK_BYTES);
    }
    buffer.clear().limit(wanted);
    while (buffer.hasRemaining()) {
      int count = file.read(buffer, fromBytes + buffer.position());
      if (count < 0) {
        break;
      }
    }
    validBytes = buffer.position();
    // what lies behind is never part of a value, but may be read along with the last one
    buffer.clear();
    return Math.min(countBytes, validBytes);
  }

  /**
   * Asks for what is to be read next where that is far away: all of it at once, as it comes side by side then, not one place
   * after the other when its turn is.
   *
   * @param from where in the buffer that begins
   * @param limit where in the buffer it ends at the latest
   */
  void fetch(int from, int limit) {
    if (windowBytes < FAR_WINDOW_BYTES) {
      int all = fetched;
      int end = Math.min(limit, from + FETCH_BYTES);
      for (int i = from; i < end; i += LINE_BYTES) {
        all += buffer.get(i);
      }
      fetched = all;
    }
  }

  /** Forgets what it has, as the file may have changed. */
  void forget() {
    validBytes = 0;
    knownSizeBytes = -1;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  /** Whether numbers at the window's end may be read as eight bytes. */
  boolean hasSlack() {
    return !buffer.isReadOnly();
  }

  /** Where the window ends in the file. */
  long endBytes() {
    return startBytes + validBytes;
  }

  /** Where in the buffer a byte of the file is; negative for one in front of the window. */
  int index(long fileBytes) {
    return (int) (fileBytes - startBytes);
  }

  @Override
  public void close() throws IOException {
    buffer = NOTHING;
    validBytes = 0;
    if (owned) {
      file.close();
    }
  }
}
