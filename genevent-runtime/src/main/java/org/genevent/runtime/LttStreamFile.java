package org.genevent.runtime;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of one stream of an LTT trace: blocks of equal length, one or more for a packet.
 *
 * <p>A block takes its whole length in the file from the first write on, most of it a hole that no disk has to hold. It gets
 * there with its header, so that what a reader sees is whole but for the moment between two calls of the system; of a block
 * that grows, the content is written before the header that says how much of it counts. Like {@link StreamFile} it is
 * opened for each packet.
 */
final class LttStreamFile implements StreamOutput {

  private final LttTrace trace;
  private final int blockBytes;
  private final File file;
  private final List<Integer> written = new ArrayList<>();
  private long endBytes;
  private long nextSequence = StreamFile.FIRST_SEQUENCE;
  private long lastDiscarded;
  private long lastTimestamp;
  private int openContentEnd;
  private long contentBytes;

  LttStreamFile(LttTrace trace, Path path, int blockBytes) {
    this.trace = trace;
    this.blockBytes = blockBytes;
    file = path.toFile();
  }

  /** Continues a file whose blocks up to here are final. */
  void continueAt(long fileEndBytes) {
    endBytes = fileEndBytes;
  }

  /** How many bytes of content the blocks of the last packet have, without their headers. */
  long contentBytes() {
    return contentBytes;
  }

  @Override
  public long nextSequence() {
    return nextSequence;
  }

  @Override
  public long lastDiscarded() {
    return lastDiscarded;
  }

  @Override
  public long lastTimestamp() {
    return lastTimestamp;
  }

  @Override
  public int openContentEnd() {
    return openContentEnd;
  }

  @Override
  public void writeOpen(byte[] packet, int contentEnd) throws IOException {
    write(LttPacket.blocks(trace, blockBytes, packet, contentEnd, 0));
    openContentEnd = contentEnd;
  }

  @Override
  public void writeFinal(byte[] packet, int contentEnd, boolean trim) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(packet).order(ByteOrder.nativeOrder());
    long discarded = header.getLong(PacketLayout.DISCARDED_OFFSET);
    long news = discarded > lastDiscarded ? discarded : 0;
    List<LttBlock> blocks = LttPacket.blocks(trace, blockBytes, packet, contentEnd, news);
    write(blocks);
    endBytes += (long) blocks.size() * blockBytes;
    written.clear();
    openContentEnd = 0;
    lastDiscarded = Math.max(lastDiscarded, discarded);
    nextSequence = header.getLong(PacketLayout.SEQUENCE_OFFSET) + 1;
    lastTimestamp = header.getLong(PacketLayout.TIMESTAMP_END_OFFSET);
  }

  private void write(List<LttBlock> blocks) throws IOException {
    contentBytes = 0;
    if (blocks.isEmpty()) {
      return;
    }
    try (RandomAccessFile out = new RandomAccessFile(file, "rw")) {
      for (int i = 0; i < blocks.size(); i++) {
        LttBlock block = blocks.get(i);
        byte[] bytes = block.bytes();
        int end = block.contentEnd();
        contentBytes += end - LttLayout.headerBytes(trace);
        long start = endBytes + (long) i * bytes.length;
        if (i == written.size()) {
          append(out, start, bytes, end);
          written.add(end);
        } else if (written.get(i) < end) {
          grow(out, start, bytes, written.get(i), end);
          written.set(i, end);
        }
      }
    }
  }

  private void append(RandomAccessFile out, long start, byte[] bytes, int end) throws IOException {
    try {
      out.seek(start);
      out.write(bytes, 0, end);
      out.setLength(start + bytes.length);
    } catch (IOException e) {
      out.setLength(start);
      throw e;
    }
  }

  private void grow(RandomAccessFile out, long start, byte[] bytes, int from, int end)
      throws IOException {
    out.seek(start + from);
    out.write(bytes, from, end - from);
    out.seek(start);
    out.write(bytes, 0, LttLayout.headerBytes(trace));
  }
}
