package org.genevent.reader.ltt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;

/**
 * A trace file, from block to block and from event header to event header. Used by one thread.
 *
 * <p>Blocks are equally long and the first says how long. A block that makes no sense is reported, and reading goes on with
 * the next. Positions are bytes from the block's start. Source: the trace format reference, sections 2 to 4.
 *
 * <pre>
 * event header, at a multiple of the word if aligned:
 *   with heartbeat, or without TSC:  4 low half of the TSC, or microseconds; 1 facility; 1 event; 2 payload size
 *   else:                            8 TSC; 1 facility; 1 event; 2 payload size
 * then the payload, at a multiple of the word if aligned
 *
 * compact event header, at a multiple of 4 if aligned:
 *   4, from the lowest bit: TSC bits, event, first field; then the payload at once
 * </pre>
 */
final class BlockFile implements AutoCloseable {

  private static final int PAGE_BYTES = 4096;

  /** How far a block is looked for where the first one does not say how long blocks are. */
  private static final int SEARCH_BYTES = 64 << 20;

  /** Broken blocks after which a file is given up. */
  private static final int MAX_BROKEN_BLOCKS = 1000;

  /** Larger blocks are mapped. */
  private static final int MOST_HEAP_BYTES = 1 << 24;

  private static final long MOST_BLOCK_BYTES = Integer.MAX_VALUE - 8;
  private static final int SHORT_HEADER_BYTES = 8;
  private static final int LONG_HEADER_BYTES = 12;
  private static final int COMPACT_HEADER_BYTES = 4;

  private final Path path;
  private final Consumer<Diagnostic> damage;
  private final FileChannel channel;
  private ByteBuffer buffer = ByteBuffer.allocate(0);

  private long blockBytes;
  private long blockStart;
  private long nextBlockStart;
  private int brokenBlocks;
  private boolean ended;
  private BlockHeader block;
  private int limit;
  private int position;
  private int eventStart;

  private Runnable onBlock = () -> {};
  private int compactFacility = -1;
  private int compactEventBits;

  private long cycles;
  private int facilityId;
  private int eventId;
  private int sizeBytes;
  private int payloadStart;
  private int headerValue;

  BlockFile(Path path, Consumer<Diagnostic> damage) throws IOException {
    this.path = path;
    this.damage = damage;
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
  }

  /** Something is done when a block was begun, in front of its first event. */
  void onBlock(Runnable listener) {
    onBlock = listener;
  }

  /** All events are compact ones of a facility with so many events. */
  void compact(int facility, int eventCount) {
    compactFacility = facility;
    compactEventBits = Integer.SIZE - Integer.numberOfLeadingZeros(eventCount);
  }

  /**
   * Looks how long blocks are.
   *
   * @return what is wrong, or an empty text; then the file can be read
   */
  String open() throws IOException {
    String wrong;
    try {
      blockBytes = blockBytes(header(0));
      return "";
    } catch (LttFailure e) {
      wrong = e.getMessage();
    }
    long end = Math.min(channel.size(), SEARCH_BYTES) - PAGE_BYTES;
    for (long at = PAGE_BYTES; at <= end; at += PAGE_BYTES) {
      try {
        long found = blockBytes(header(at));
        if (at % found == 0) {
          blockBytes = found;
          return "";
        }
      } catch (LttFailure e) {
        // no block begins there
      }
    }
    return wrong;
  }

  private BlockHeader header(long at) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BlockHeader.MOST_BYTES);
    int there = read(bytes, at);
    return BlockHeader.read(bytes, 0, there);
  }

  private int read(ByteBuffer into, long from) throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into, from + into.position()) < 0) {
        break;
      }
    }
    into.flip();
    return into.limit();
  }

  private static long blockBytes(BlockHeader header) {
    if (header.blockBytes() < header.headerBytes() || header.blockBytes() > MOST_BLOCK_BYTES) {
      throw new LttFailure("its header says that it has " + header.blockBytes() + " bytes");
    }
    return header.blockBytes();
  }

  /** The header of the first block that has one; null if there is none before the file ends. */
  BlockHeader firstHeader() throws IOException {
    for (long at = 0;
        at < channel.size() && at / blockBytes <= MAX_BROKEN_BLOCKS;
        at += blockBytes) {
      try {
        return header(at);
      } catch (LttFailure e) {
        // a later one may be whole
      }
    }
    return null;
  }

  /** Whether the file has a byte of the block with a number. */
  boolean hasBlock(long number) throws IOException {
    return number * blockBytes < channel.size();
  }

  /**
   * The header of the block with a number.
   *
   * @throws LttFailure if it makes no sense
   */
  BlockHeader headerOf(long number) throws IOException {
    BlockHeader header = header(number * blockBytes);
    if (header.blockBytes() != blockBytes) {
      throw LttFailure.BEYOND_BLOCK;
    }
    return header;
  }

  /** Goes to the begin of the block with a number, whatever was read before. */
  void enter(long number) {
    block = null;
    nextBlockStart = number * blockBytes;
    blockStart = nextBlockStart;
    position = 0;
    brokenBlocks = 0;
    ended = false;
  }

  /**
   * Moves to the next event.
   *
   * @return false at the end of the file
   */
  boolean next() {
    while (!ended) {
      try {
        if (block == null || atEnd()) {
          ended = !nextBlock();
          if (!ended) {
            onBlock.run();
          }
        } else {
          header();
          return true;
        }
      } catch (LttFailure e) {
        damaged(e.getMessage(), position);
      } catch (IOException | InternalError e) {
        // a mapped file that was cut shows itself as an internal error
        unreadable(e);
        ended = true;
      }
    }
    return false;
  }

  private void header() {
    eventStart = position;
    if (compactFacility >= 0) {
      compactHeader();
    } else {
      eventHeader();
    }
  }

  /**
   * Moves to the next event of the current block; {@link #rewind} goes back.
   *
   * @return false at the block's end
   */
  boolean nextInBlock() {
    if (atEnd()) {
      return false;
    }
    header();
    return true;
  }

  /** Goes back to where the events of the current block begin. */
  void rewind() {
    position = block.headerBytes();
    cycles = block.begin().cycles();
  }

  private boolean atEnd() {
    return aligned(position, wordBytes()) >= limit;
  }

  private static int aligned(int position, int alignmentBytes) {
    // positions are at least 8 below the largest number
    return position + alignmentBytes - 1 & -alignmentBytes;
  }

  private int wordBytes() {
    return Math.max(1, block.alignmentBytes());
  }

  private boolean nextBlock() throws IOException {
    block = null;
    blockStart = nextBlockStart;
    nextBlockStart += blockBytes;
    position = 0;
    long remaining = channel.size() - blockStart;
    if (remaining <= 0) {
      return false;
    } else if (brokenBlocks > MAX_BROKEN_BLOCKS) {
      damaged("more than " + MAX_BROKEN_BLOCKS + " blocks are broken; what follows is not read", 0);
      return false;
    }
    int there = load((int) Math.min(blockBytes, remaining));
    if (remaining < blockBytes) {
      report("the file ends within its last block", blockStart + there);
    }
    brokenBlocks++;
    BlockHeader header = BlockHeader.read(buffer, 0, there);
    if (header.blockBytes() != blockBytes) {
      throw new LttFailure("its header says that it has "
          + header.blockBytes()
          + " bytes, but the blocks of this file have "
          + blockBytes);
    } else if (header.lostBytes() == BlockHeader.OPEN) {
      throw new LttFailure("it was still being written");
    } else if (header.lostBytes() > blockBytes - header.headerBytes()) {
      throw new LttFailure(
          "its header says that " + header.lostBytes() + " bytes at its end are unused");
    }
    brokenBlocks--;
    block = header;
    buffer.order(header.byteOrder());
    limit = (int) Math.min(there, blockBytes - header.lostBytes());
    position = header.headerBytes();
    cycles = header.begin().cycles();
    return true;
  }

  private int load(int count) throws IOException {
    if (count > MOST_HEAP_BYTES) {
      buffer = channel.map(FileChannel.MapMode.READ_ONLY, blockStart, count);
      return count;
    }
    if (buffer.isReadOnly() || buffer.capacity() < count) {
      buffer = ByteBuffer.allocate(count);
    }
    buffer.clear().limit(count);
    return read(buffer, blockStart);
  }

  private void eventHeader() {
    boolean whole = block.tsc() && !block.heartbeat();
    int headerBytes = whole ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES;
    int at = aligned(position, Math.min(wordBytes(), headerBytes));
    if (headerBytes > limit - at) {
      throw LttFailure.BEYOND_BLOCK;
    }
    if (whole) {
      cycles = buffer.getLong(at);
    } else if (block.tsc()) {
      advance(buffer.getInt(at) & 0xFFFFFFFFL, 0, Integer.SIZE);
    } else {
      cycles = buffer.getInt(at) & 0xFFFFFFFFL;
    }
    int ids = at + headerBytes - 4;
    facilityId = buffer.get(ids) & 0xFF;
    eventId = buffer.get(ids + 1) & 0xFF;
    sizeBytes = buffer.getShort(ids + 2) & 0xFFFF;
    payloadStart = Math.min(limit, aligned(at + headerBytes, wordBytes()));
  }

  private void compactHeader() {
    int at = aligned(position, Math.min(wordBytes(), COMPACT_HEADER_BYTES));
    int tscBits = block.tscBits();
    int dataBits = Integer.SIZE - tscBits - compactEventBits;
    if (COMPACT_HEADER_BYTES > limit - at) {
      throw LttFailure.BEYOND_BLOCK;
    } else if (dataBits < 0 || tscBits + block.tscLsbTruncate() >= Long.SIZE) {
      throw new LttFailure("its header gives compact events " + tscBits
          + " bits of the TSC from bit " + block.tscLsbTruncate());
    }
    long word = buffer.getInt(at) & 0xFFFFFFFFL;
    advance(word & (1L << tscBits) - 1, block.tscLsbTruncate(), tscBits);
    facilityId = compactFacility;
    eventId = (int) (word >>> tscBits & (1L << compactEventBits) - 1);
    headerValue = (int) (word >>> tscBits + compactEventBits);
    sizeBytes = LttEvent.NO_SIZE;
    payloadStart = at + COMPACT_HEADER_BYTES;
  }

  /** Replaces bits of the clock; a smaller value than before means that they wrapped once. */
  private void advance(long value, int shift, int bits) {
    long mask = (1L << bits) - 1 << shift;
    long now = value << shift;
    if (now < (cycles & mask)) {
      cycles += mask + (1L << shift);
    }
    cycles = cycles & ~mask | now;
  }

  /** The current event's payload ends at a position. */
  void endEvent(int end) {
    position = end;
  }

  /** Something in the current block makes no sense: its rest is passed over. */
  void damaged(String message, int at) {
    position = limit;
    if (block == null) {
      position = 0;
    }
    report(message, blockStart + at);
    brokenBlocks++;
  }

  /**
   * Says that the current event is earlier than the one in front of it.
   *
   * @param nanos by how much
   */
  void late(long nanos) {
    damage.accept(
        at(
                DiagnosticCode.TRACE_ORDER,
                "an event is " + nanos + " ns earlier than the one in front of it",
                blockStart + eventStart)
            .withRule(
                "in a file, time never goes back; events are read in the order in which they lie there"));
  }

  private void report(String message, long atByte) {
    damage.accept(at(DiagnosticCode.TRACE_DAMAGED, message, atByte)
        .withRule("what is left of the block is passed over; reading goes on with the next one"));
  }

  private Diagnostic at(DiagnosticCode code, String message, long atByte) {
    return Diagnostic.of(
        code,
        new Place.InFile(path.toString(), 0, 0),
        message
            + " (at byte "
            + atByte
            + ", in block "
            + blockStart / Math.max(1, blockBytes)
            + " at byte "
            + blockStart
            + ")");
  }

  private void unreadable(Throwable cause) {
    damage.accept(Diagnostic.of(
        DiagnosticCode.TRACE_UNREADABLE,
        new Place.InFile(path.toString(), 0, 0),
        "cannot be read: " + cause.getMessage()));
  }

  Path path() {
    return path;
  }

  /** How much room the event takes that ended last, with its header and what is padded in front of it. */
  long eventSizeBytes() {
    return position - eventStart;
  }

  /** How far the file was read. */
  long positionBytes() {
    return blockStart + position;
  }

  BlockHeader block() {
    return block;
  }

  /** Where the current block begins in the file. */
  long blockStart() {
    return blockStart;
  }

  /** How many bytes of the current block are there and mean something, from its start. */
  int contentBytes() {
    return limit;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  /** The clock at the current event, in cycles; in microseconds since the block's begin where there is no TSC. */
  long cycles() {
    return cycles;
  }

  int facilityId() {
    return facilityId;
  }

  int eventId() {
    return eventId;
  }

  /** The payload's size, or {@link LttEvent#NO_SIZE}. */
  int sizeBytes() {
    return sizeBytes;
  }

  int payloadStart() {
    return payloadStart;
  }

  /** How many bytes the block has from the payload's start. */
  int payloadRoom() {
    return limit - payloadStart;
  }

  /** What the header of a compact event brings of the first field. */
  int headerValue() {
    return headerValue;
  }

  boolean isCompact() {
    return compactFacility >= 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
