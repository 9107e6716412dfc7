package org.genevent.cli.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Moves the sub-buffers of one stream into its file. Used by one thread. */
final class StreamCopy {

  private final StreamSource source;
  private final TraceFolder folder;
  private final int subBufferBytes;
  private final int maxReadBytes;

  /**
   * @param subBufferBytes the bytes of a sub-buffer
   * @param readBytes how many bytes are read at once, at least one sub-buffer
   */
  StreamCopy(StreamSource source, TraceFolder folder, int subBufferBytes, int readBytes) {
    this.source = source;
    this.folder = folder;
    this.subBufferBytes = subBufferBytes;
    this.maxReadBytes = Math.max(subBufferBytes, readBytes / subBufferBytes * subBufferBytes);
  }

  /**
   * Copies until the stream ends or enough is copied.
   *
   * @param subBuffers how many sub-buffers are wanted; a stream that goes on is waited for, so no more than are there
   * @return the bytes that were copied
   */
  long run(long subBuffers) throws IOException {
    long wanted =
        subBuffers > Long.MAX_VALUE / subBufferBytes ? Long.MAX_VALUE : subBuffers * subBufferBytes;
    long copied = 0;
    ByteBuffer buffer = ByteBuffer.allocateDirect(maxReadBytes);
    FileChannel to = null;
    try (FileChannel from = open()) {
      while (copied < wanted) {
        buffer.clear().limit((int) Math.min(maxReadBytes, wanted - copied));
        if (from.read(buffer) <= 0) {
          break;
        }
        if (to == null) {
          // a stream without a packet has no file
          to = folder.stream(source);
        }
        buffer.flip();
        copied += buffer.remaining();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
    } finally {
      if (to != null) {
        to.close();
      }
    }
    return copied;
  }

  private FileChannel open() throws IOException {
    try {
      return FileChannel.open(source.file(), StandardOpenOption.READ);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      throw message.contains("busy")
          ? new IOException(source.file() + ": another program reads this stream already")
          : e;
    }
  }
}
