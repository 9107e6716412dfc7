package org.genevent.reader.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.EventScope;
import org.genevent.reader.FieldSink;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.stream.EventStream;

/**
 * Walks the event records of one stream file, packet by packet. Used by one thread.
 *
 * <p>An event is decoded once without a sink before it is given out, so that sinks never see a part of one that turns out to
 * be damaged.
 */
public final class StreamCursor implements EventStream {

  static final int MAGIC = 0xC1FC1FC1;

  /** How much of a packet is looked at for its header and context: first this, as most are small, and at most that. */
  private static final int HEADER_LOOK_BYTES = 512;

  private static final int MAX_HEADER_BYTES = 1 << 16;

  /** Members that take no bits, besides those that a packet has bits for. */
  private static final long FREE_WORK = 1_000_000;

  private static final int WORK_PER_BIT = 8;

  /** Broken headers after which a file is given up: what only looks like a header costs time, too. */
  private static final int MAX_SEARCHES = 1000;

  private static final long MAX_CONTENT_BYTES = Integer.MAX_VALUE - 8;

  private final TracePlan plan;
  private final Path path;
  private final int order;
  private final Consumer<Diagnostic> damage;
  private final StreamWindow window;
  private final BitInput in = new BitInput();
  private final State state;

  private TracePlan.StreamPlan stream;
  private TracePlan.EventPlan event;
  private Consumer<PacketFacts> onPacket;
  private byte[] beginning = new byte[0];
  private long beginningBits;
  private long packetStart;
  private long packetBytes;
  private long eventStart;
  private long bodyStart;
  private long eventEnd;
  private long nextSequence = -1;
  private long discardedEvents;
  private long lostPackets;
  private long packets;
  private int searches;
  private boolean ended;

  /**
   * Opens a stream file.
   *
   * @param plan the plan of its trace
   * @param path the file
   * @param order its place among the streams, which decides between events of the same time
   * @param damage takes what cannot be read
   * @throws IOException if the file cannot be opened
   */
  public StreamCursor(TracePlan plan, Path path, int order, Consumer<Diagnostic> damage)
      throws IOException {
    this.plan = plan;
    this.path = path;
    this.order = order;
    this.damage = damage;
    this.window = new StreamWindow(path);
    this.state = new State(plan.slotCount);
  }

  @Override
  public boolean next() {
    event = null;
    while (!ended) {
      try {
        if (packetBytes == 0 || eventEnd < 0) {
          if (!openPacket()) {
            ended = true;
          }
        } else if (nextInPacket()) {
          if (event.wanted) {
            return true;
          }
        } else {
          eventEnd = -1;
        }
      } catch (DecodeFailure e) {
        report(e.getMessage(), packetStart + (in.position() >>> 3));
        eventEnd = -1;
        if (packetBytes == 0) {
          search();
        }
      } catch (IOException | InternalError e) {
        // a mapped file that was cut shows itself as an internal error
        unreadable(e);
        ended = true;
      }
    }
    return false;
  }

  /** Goes to where the next packet seems to begin after one whose size is not known. */
  private void search() {
    try {
      long found = ++searches > MAX_SEARCHES ? -1 : plan.packetSearch.find(window, packetStart + 1);
      ended = found < 0;
      packetStart = Math.max(packetStart, found);
    } catch (IOException e) {
      unreadable(e);
      ended = true;
    }
  }

  private boolean nextInPacket() {
    in.position(eventEnd);
    in.align(stream.eventHeader.alignmentBits);
    if (in.remaining() <= 0) {
      return false;
    }
    eventStart = eventEnd;
    state.rolesSeen &= ~(1 << Role.EVENT_ID.ordinal());
    stream.eventHeader.decodeMembers(in, state, null);
    TracePlan.EventPlan found =
        state.has(Role.EVENT_ID) ? stream.events.get(state.get(Role.EVENT_ID)) : stream.onlyEvent;
    if (found == null) {
      throw DecodeFailure.UNKNOWN_EVENT;
    }
    bodyStart = in.position();
    stream.eventContext.decodeMembers(in, state, null);
    if (found.eventClass.context().isPresent()) {
      found.context.decodeMembers(in, state, null);
    }
    if (found.eventClass.fields().isPresent()) {
      found.fields.decodeMembers(in, state, null);
    }
    if (in.position() == eventStart) {
      throw DecodeFailure.NO_PROGRESS;
    }
    if (in.remaining() < 0) {
      throw DecodeFailure.BEYOND_CONTENT;
    }
    eventEnd = in.position();
    event = found;
    return true;
  }

  private boolean openPacket() throws IOException {
    packetStart += packetBytes;
    packetBytes = 0;
    long remaining = window.sizeBytes() - packetStart;
    if (remaining <= 0) {
      return false;
    }
    decodeBeginning(remaining);
    long fileBits = remaining << 3;
    long packetBits = state.has(Role.PACKET_SIZE)
        ? state.get(Role.PACKET_SIZE)
        : state.has(Role.CONTENT_SIZE) ? state.get(Role.CONTENT_SIZE) + 7 & -8 : fileBits;
    long contentBits = state.has(Role.CONTENT_SIZE) ? state.get(Role.CONTENT_SIZE) : packetBits;
    if (packetBits < in.position()
        || contentBits < in.position()
        || contentBits > packetBits
        || packetBits % 8 != 0) {
      throw new DecodeFailure("a packet has impossible sizes");
    }
    if (contentBits >>> 3 > MAX_CONTENT_BYTES) {
      throw new DecodeFailure("a packet is larger than 2 GiB");
    }
    packetBytes = packetBits >>> 3;
    if (packetBits > fileBits) {
      report("the file ends within its last packet", packetStart + remaining);
      contentBits = Math.min(contentBits, fileBits);
    }
    long at = in.position();
    int contentBytes = (int) (contentBits + 7 >>> 3);
    int there = window.look(packetStart, contentBytes);
    contentBits = Math.min(contentBits, (long) there << 3);
    in.reopen(window.buffer(), window.index(packetStart), contentBits);
    state.workLeft = FREE_WORK + contentBits * WORK_PER_BIT;
    eventEnd = at;
    packets++;
    keepBeginning(at);
    countLosses();
    if (onPacket != null) {
      onPacket.accept(facts(contentBits));
    }
    return true;
  }

  private void decodeBeginning(long remaining) throws IOException {
    for (int look = HEADER_LOOK_BYTES; ; look = MAX_HEADER_BYTES) {
      int there = window.look(packetStart, (int) Math.min(remaining, look));
      in.open(window.buffer(), window.index(packetStart), (long) there << 3);
      state.rolesSeen = 0;
      state.workLeft = FREE_WORK;
      try {
        decodeHeader();
        stream.packetContext.decodeMembers(in, state, null);
        return;
      } catch (DecodeFailure e) {
        if (!e.mayEndWithMoreBytes() || look == MAX_HEADER_BYTES) {
          throw e;
        } else if (there < look) {
          throw DecodeFailure.CUT_HEADER;
        }
      }
    }
  }

  private void decodeHeader() {
    if (plan.hasPacketHeader) {
      UuidSink uuid = plan.uuid().isPresent() ? new UuidSink() : null;
      plan.packetHeader.decodeMembers(in, state, uuid);
      if (state.has(Role.MAGIC) && (int) state.get(Role.MAGIC) != MAGIC) {
        throw new DecodeFailure("there is no packet");
      }
      Optional<UUID> found = uuid == null ? Optional.empty() : uuid.value();
      if (found.isPresent() && !found.equals(plan.uuid())) {
        throw new DecodeFailure("a packet belongs to another trace");
      }
    }
    if (state.has(Role.STREAM_ID)) {
      stream = plan.streams.get(state.get(Role.STREAM_ID));
    } else {
      stream =
          plan.streams.size() == 1 ? plan.streams.values().iterator().next() : plan.streams.get(0L);
    }
    if (stream == null) {
      throw new DecodeFailure("a packet is of a stream that the metadata does not define");
    }
  }

  private PacketFacts facts(long contentBits) {
    OptionalLong begin = OptionalLong.empty();
    OptionalLong end = time(Role.TIMESTAMP_END);
    if (state.has(Role.TIMESTAMP_BEGIN) && stream.clock != StreamClock.NONE) {
      begin = OptionalLong.of(stream.clock.realNanos(state.clock));
      if (end.isPresent()) {
        // of a clock with fewer bits than 64 the end has no more of them than the beginning
        long lengthCycles = state.get(Role.TIMESTAMP_END) - state.get(Role.TIMESTAMP_BEGIN);
        end =
            OptionalLong.of(stream.clock.realNanos(state.clock + (lengthCycles & stream.endMask)));
      }
    } else {
      begin = time(Role.TIMESTAMP_BEGIN);
    }
    return new PacketFacts(
        order,
        packetStart,
        packetBytes,
        contentBits,
        begin,
        end,
        number(Role.PACKET_SEQ_NUM),
        number(Role.EVENTS_DISCARDED));
  }

  private OptionalLong number(Role role) {
    return state.has(role) ? OptionalLong.of(state.get(role)) : OptionalLong.empty();
  }

  private OptionalLong time(Role role) {
    return state.has(role)
        ? OptionalLong.of(stream.clock.realNanos(state.get(role)))
        : OptionalLong.empty();
  }

  /** Copies the packet's header and context, for those who ask for them at an event. */
  private void keepBeginning(long endBits) {
    int bytes = (int) (endBits + 7 >>> 3);
    if (beginning.length < bytes) {
      beginning = new byte[bytes];
    }
    window.buffer().get(window.index(packetStart), beginning, 0, bytes);
    beginningBits = endBits;
  }

  private void countLosses() {
    if (state.has(Role.EVENTS_DISCARDED)) {
      discardedEvents = Math.max(discardedEvents, state.get(Role.EVENTS_DISCARDED));
    }
    if (state.has(Role.PACKET_SEQ_NUM)) {
      long sequence = state.get(Role.PACKET_SEQ_NUM);
      if (nextSequence >= 0 && sequence > nextSequence) {
        lostPackets += sequence - nextSequence;
      }
      nextSequence = sequence + 1;
    }
  }

  private void report(String message, long atByte) {
    damage.accept(
        Diagnostic.of(
                DiagnosticCode.TRACE_DAMAGED,
                new Place.InFile(path.toString(), 0, 0),
                message + " (at byte " + atByte + ", in the packet at byte " + packetStart + ")")
            .withRule(
                "what is left of the packet is passed over; reading goes on where the next one begins"));
  }

  private void unreadable(Throwable cause) {
    damage.accept(Diagnostic.of(
        DiagnosticCode.TRACE_UNREADABLE,
        new Place.InFile(path.toString(), 0, 0),
        "cannot be read: " + cause.getMessage()));
  }

  @Override
  public void fields(FieldSink sink) {
    long workLeft = beginAgain();
    stream.eventContext.decodeMembers(in, state, null);
    if (event.eventClass.context().isPresent()) {
      event.context.decodeMembers(in, state, null);
    }
    if (event.eventClass.fields().isPresent()) {
      event.fields.decodeMembers(in, state, sink);
    }
    state.workLeft = workLeft;
  }

  /** Goes back behind the event's header, with no limit, as it was decoded once; returns the limit. */
  private long beginAgain() {
    in.position(bodyStart);
    long workLeft = state.workLeft;
    state.workLeft = Long.MAX_VALUE;
    return workLeft;
  }

  @Override
  public void streamContext(FieldSink sink) {
    long workLeft = beginAgain();
    stream.eventContext.decodeMembers(in, state, sink);
    state.workLeft = workLeft;
  }

  @Override
  public void context(FieldSink sink) {
    long workLeft = beginAgain();
    stream.eventContext.decodeMembers(in, state, null);
    if (event.eventClass.context().isPresent()) {
      event.context.decodeMembers(in, state, sink);
    }
    state.workLeft = workLeft;
  }

  @Override
  public void packetContext(FieldSink sink) {
    BitInput packet = new BitInput();
    packet.open(ByteBuffer.wrap(beginning), 0, beginningBits);
    State own = new State(plan.slotCount);
    own.workLeft = Long.MAX_VALUE;
    if (plan.hasPacketHeader) {
      plan.packetHeader.decodeMembers(packet, own, null);
    }
    stream.packetContext.decodeMembers(packet, own, sink);
  }

  @Override
  public boolean hasPacketContext() {
    return stream.packetContext.hasVisibleMembers();
  }

  @Override
  public void part(EventScope scope, FieldSink sink) {
    switch (scope) {
      case PACKET_CONTEXT -> packetContext(sink);
      case STREAM_CONTEXT -> streamContext(sink);
      case CONTEXT -> context(sink);
      default -> fields(sink);
    }
  }

  @Override
  public FieldLocation locate(EventScope scope, List<String> path) {
    return FieldLocation.of(event, scope, path);
  }

  @Override
  public int classIndex() {
    return event.index;
  }

  @Override
  public boolean hasStreamContext() {
    return stream.eventContext.hasVisibleMembers();
  }

  @Override
  public boolean hasContext() {
    return event.context.hasVisibleMembers();
  }

  @Override
  public EventRecordClass eventClass() {
    return event.eventClass;
  }

  @Override
  public String facility() {
    return event.facility;
  }

  @Override
  public String event() {
    return event.event;
  }

  @Override
  public long timestampNanos() {
    return stream.clock.realNanos(state.clock);
  }

  @Override
  public String name() {
    return path.getFileName().toString();
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public long discardedEvents() {
    return discardedEvents;
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
  public long clockCycles() {
    return state.clock;
  }

  @Override
  public long eventSizeBits() {
    return eventEnd - eventStart;
  }

  @Override
  public long positionBytes() {
    return packetStart + (packetBytes == 0 ? 0 : in.position() >>> 3);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public long lostPackets() {
    return lostPackets;
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
