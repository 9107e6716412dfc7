package org.genevent.reader.ltt;

import java.util.OptionalLong;
import org.genevent.reader.PacketFacts;

/**
 * Says of the blocks of a file what readers are told of packets: place, size, content and both times by their headers; a number
 * and lost events only where our own runtime tells them, as LTT has no place for either. Used by one thread.
 *
 * <p>Sub-buffers may be in several blocks, while packets are numbered one by one: blocks are counted, and each sub-buffer
 * that is missing counts as one.
 */
final class BlockFacts {

  private final int stream;
  private final TraceTime time;
  private long nextNumber;
  private long lastSubBuffer;
  private long discardedEvents;

  BlockFacts(int stream, TraceTime time) {
    this.stream = stream;
    this.time = time;
  }

  /** Of the block that a file has just begun, with what is noted in it. */
  PacketFacts of(BlockFile file, BlockNotes notes) {
    BlockHeader block = file.block();
    boolean ours = notes.sequence().isPresent();
    long end = block.end().cycles();
    // a header without a time of its end, or compact events, which leave out low bits of theirs
    boolean saysEnd = end != 0 && !file.isCompact();
    return new PacketFacts(
        stream,
        file.blockStart(),
        block.blockBytes(),
        (long) file.contentBytes() * Byte.SIZE,
        OptionalLong.of(beginNanos(block)),
        saysEnd ? OptionalLong.of(wallNanos(block, block.end())) : OptionalLong.empty(),
        ours ? OptionalLong.of(number(notes.sequence().getAsLong())) : OptionalLong.empty(),
        ours ? OptionalLong.of(discarded(notes)) : OptionalLong.empty());
  }

  /** When a block begins by its header. */
  long beginNanos(BlockHeader block) {
    return wallNanos(block, block.begin());
  }

  private long wallNanos(BlockHeader block, BlockHeader.Moment moment) {
    boolean ofDay = block.form().compareTo(HeaderForm.V0_7) < 0;
    return ofDay ? moment.wallNanos() : time.wallNanos(block, moment.cycles());
  }

  private long number(long subBuffer) {
    long missing = Math.max(0, subBuffer - lastSubBuffer - 1);
    lastSubBuffer = subBuffer;
    long number = nextNumber + missing;
    nextNumber = number + 1;
    return number;
  }

  private long discarded(BlockNotes notes) {
    discardedEvents = Math.max(discardedEvents, notes.discardedEvents().orElse(0));
    return discardedEvents;
  }
}
