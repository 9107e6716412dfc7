package org.genevent.reader.ltt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.genevent.model.Event;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.FieldSink;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.stream.EventStream;

/**
 * Walks the events of one trace file. Used by one thread.
 *
 * <p>An event is decoded once without a sink before it is given out, so that sinks never see a part of one that turns out to
 * be damaged.
 */
final class LttCursor implements EventStream {

  private final BlockFile file;
  private final String name;
  private final int order;
  private final FacilityTable facilities;
  private final TraceTime time;
  private final BlockFacts blockFacts;
  private final PayloadInput in = new PayloadInput();
  private final StreamNotes notes = new StreamNotes();
  private BlockHeader block;

  /** The clock at the event before in the block, and the last block of which it was said that it goes back. */
  private long lastCycles;

  private BlockHeader lateBlock;
  private LttEvent event;
  private int way;
  private int payloadBytes;
  private long unknownEvents;
  private long discardedEvents;
  private long packets;
  private long repeatedBlocks;
  private long lastBeginNanos = Long.MIN_VALUE;
  private Consumer<PacketFacts> onPacket;
  private BlockIndex index;
  private long fromNanos = Long.MIN_VALUE;

  LttCursor(BlockFile file, String name, int order, FacilityTable facilities, TraceTime time) {
    this.file = file;
    this.name = name;
    this.order = order;
    this.facilities = facilities;
    this.time = time;
    this.blockFacts = new BlockFacts(order, time);
    file.onBlock(this::beginBlock);
  }

  private void beginBlock() {
    packets++;
    long beginNanos = blockFacts.beginNanos(file.block());
    repeatedBlocks += beginNanos < lastBeginNanos ? 1 : 0;
    lastBeginNanos = beginNanos;
    if (onPacket != null) {
      BlockNotes found = facilities.hasNotes() ? lookAhead() : BlockNotes.NONE;
      onPacket.accept(blockFacts.of(file, found));
    }
  }

  /** Looks what our runtime's events in the block tell of it, and goes back. */
  private BlockNotes lookAhead() {
    BlockNotes found = BlockNotes.NONE;
    in.block(file.buffer(), (int) file.block().blockBytes(), file.block().swappedDoubles());
    try {
      while (file.nextInBlock()) {
        in.open(file.payloadStart(), 0);
        event = facilities.event(file.facilityId(), file.eventId());
        if (event == null) {
          skip();
        } else {
          decode();
          if (!event.note.isEmpty()) {
            NumberSink number = new NumberSink(event.note);
            fields(number);
            found = found.with(event.note, number.value());
          }
        }
      }
    } catch (LttFailure e) {
      // that is said when reading comes there
    }
    file.rewind();
    return found;
  }

  @Override
  public boolean next() {
    while (file.next()) {
      if (file.block() != block) {
        block = file.block();
        in.block(file.buffer(), (int) block.blockBytes(), block.swappedDoubles());
        lastCycles = file.cycles();
      }
      long before = lastCycles;
      lastCycles = file.cycles();
      in.open(file.payloadStart(), 0);
      try {
        event = facilities.event(file.facilityId(), file.eventId());
        if (event != null) {
          decode();
          if (!event.note.isEmpty()) {
            NumberSink number = new NumberSink(event.note);
            fields(number);
            notes.take(event.note, number.value());
          }
          if (event.wanted && (fromNanos == Long.MIN_VALUE || timestampNanos() >= fromNanos)) {
            if (lastCycles - before < 0 && lateBlock != block) {
              lateBlock = block;
              file.late(time.wallNanos(block, before) - timestampNanos());
            }
            return true;
          }
        } else {
          pass();
        }
      } catch (LttFailure e) {
        file.damaged(e.getMessage(), file.payloadStart() + in.position());
      }
    }
    return false;
  }

  @Override
  public void seek(long nanos) {
    fromNanos = nanos;
    try {
      index = index == null ? BlockIndex.of(file, time) : index;
      file.enter(index.blockFor(nanos));
    } catch (IOException e) {
      // that is said when reading comes there
      file.enter(0);
    }
    block = null;
    notes.forgetSequence();
    lastBeginNanos = Long.MIN_VALUE;
  }

  private void decode() {
    int size = file.sizeBytes();
    if (size != LttEvent.NO_SIZE && size > file.payloadRoom()) {
      throw LttFailure.BEYOND_BLOCK;
    }
    way = event.fit(in, file.payloadStart(), file.payloadRoom(), size);
    payloadBytes = in.position();
    if (payloadBytes > file.payloadRoom()) {
      throw LttFailure.BEYOND_BLOCK;
    }
    if (event.countsLosses) {
      in.open(file.payloadStart(), payloadBytes);
      discardedEvents = Math.max(discardedEvents, in.unsigned(Long.BYTES, false));
    }
    file.endEvent(file.payloadStart() + payloadBytes);
  }

  /** Goes behind an event that nothing describes. */
  private void pass() {
    skip();
    unknownEvents++;
  }

  private void skip() {
    int size = file.sizeBytes();
    if (size == LttEvent.NO_SIZE) {
      throw new LttFailure(
          "an event that nothing describes does not say its size, facility " + file.facilityId());
    } else if (size > file.payloadRoom()) {
      throw LttFailure.BEYOND_BLOCK;
    }
    file.endEvent(file.payloadStart() + size);
  }

  @Override
  public void fields(FieldSink sink) {
    long workLeft = in.allow(Long.MAX_VALUE);
    in.open(file.payloadStart(), payloadBytes);
    event.fields(
        in, way, file.isCompact() ? OptionalInt.of(file.headerValue()) : OptionalInt.empty(), sink);
    in.allow(workLeft);
  }

  @Override
  public long timestampNanos() {
    return time.wallNanos(block, file.cycles());
  }

  @Override
  public long clockNanos() {
    return time.clockNanos(block, file.cycles());
  }

  @Override
  public String facility() {
    return event.facility;
  }

  @Override
  public String event() {
    return event.declaration.name();
  }

  @Override
  public EventRecordClass eventClass() {
    return event.eventClass;
  }

  @Override
  public Optional<Event> declaration() {
    return Optional.of(event.declaration);
  }

  @Override
  public boolean hasStreamContext() {
    return false;
  }

  @Override
  public void streamContext(FieldSink sink) {
    // an LTT event has a header and a payload, nothing else
  }

  @Override
  public boolean hasContext() {
    return false;
  }

  @Override
  public void context(FieldSink sink) {
    // as above
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Path path() {
    return file.path();
  }

  @Override
  public long clockCycles() {
    return file.cycles();
  }

  @Override
  public long eventSizeBits() {
    return file.eventSizeBytes() * Byte.SIZE;
  }

  @Override
  public long positionBytes() {
    return file.positionBytes();
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public void onPacket(Consumer<PacketFacts> listener) {
    onPacket = listener;
  }

  @Override
  public long packets() {
    return packets;
  }

  @Override
  public long discardedEvents() {
    return discardedEvents;
  }

  @Override
  public long lostPackets() {
    return notes.lostBlocks();
  }

  @Override
  public long repeatedPackets() {
    return repeatedBlocks + notes.repeatedBlocks();
  }

  @Override
  public long unknownEvents() {
    return unknownEvents;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
