package org.genevent.reader.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
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
 * <p>An event is gone over once without a sink before it is given out, so that sinks never see a part of one that turns out
 * to be damaged: a batch of them at once by flat plans where there are such, else one by one by nodes. What a plan cannot read
 * the nodes read again: they know what is wrong with it, or that the window has to move.
 */
public final class StreamCursor implements EventStream, FlatEvent {

  static final int MAGIC = 0xC1FC1FC1;

  /** How much of a file is read at a time, if nobody says so. */
  private static final int WINDOW_BYTES = 1 << 18;

  /** Broken headers after which a file is given up: what only looks like a header costs time, too. */
  private static final int MAX_SEARCHES = 1000;

  private static final long BEFORE_FIRST = -1;

  private final TracePlan plan;
  private final Path path;
  private final String name;
  private final int order;
  private final Consumer<Diagnostic> damage;
  private final StreamWindow window;
  private final BitInput in = new BitInput();
  private final State state;
  private final PacketReader packet;
  private final EventBatch batch;

  /** The packet in the window: where it begins in the buffer, and up to where it may be read by plans, in bytes. */
  private ByteBuffer buffer;

  private int base;
  private int flatLimit;

  private TracePlan.StreamPlan stream;
  private FlatWalk walk;

  /** Whether the events of the batch were gone over by plans; else it holds one, which begins at a bit. */
  private boolean isFlat;

  private long bodyStart;
  private long eventBits;

  /** The event of the batch for which the state holds lengths and tags. */
  private int slotsOf;

  /** Where the batch ends, in bits of the packet; {@link #BEFORE_FIRST} if the next packet is to be opened. */
  private long eventEnd = BEFORE_FIRST;

  private Consumer<PacketFacts> onPacket;
  private long beginNanos = Long.MIN_VALUE;
  private long endNanos = Long.MAX_VALUE;
  private boolean isBounded;
  private final PacketLosses losses = new PacketLosses();
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
    this(plan, path, order, damage, new StreamWindow(path, WINDOW_BYTES));
  }

  private StreamCursor(
      TracePlan plan, Path path, int order, Consumer<Diagnostic> damage, StreamWindow window) {
    this.plan = plan;
    this.path = path;
    this.name = path.getFileName().toString();
    this.order = order;
    this.damage = damage;
    this.window = window;
    this.state = new State(plan.slotCount);
    this.packet = new PacketReader(plan, window, in, state);
    this.batch = new EventBatch(plan.markCount);
  }

  /**
   * Another cursor on the same file, at its beginning; it ends to be of use when this one is closed.
   *
   * @param findings takes what that cursor cannot read
   * @return the cursor
   */
  public StreamCursor fork(Consumer<Diagnostic> findings) {
    return new StreamCursor(plan, path, order, findings, new StreamWindow(window, WINDOW_BYTES));
  }

  /**
   * Sets how much of the file is read at a time.
   *
   * @param bytes the size of the window
   */
  public void windowBytes(int bytes) {
    window.windowBytes(bytes);
  }

  /**
   * Leaves out events outside of a span of time. Packets that lie outside of it by their own word are not looked into, and the
   * first packet or event behind it ends the stream.
   *
   * @param firstNanos the first nanosecond since the epoch
   * @param lastNanos the last
   */
  public void bound(long firstNanos, long lastNanos) {
    beginNanos = firstNanos;
    endNanos = lastNanos;
    isBounded = firstNanos != Long.MIN_VALUE || lastNanos != Long.MAX_VALUE;
  }

  @Override
  public boolean next() {
    return ++batch.at < batch.count || nextBatch();
  }

  /** Goes over the next events of the file; false if there are none. */
  private boolean nextBatch() {
    batch.clear();
    slotsOf = -1;
    while (!ended) {
      try {
        if (eventEnd == BEFORE_FIRST) {
          if (!openPacket()) {
            ended = true;
          }
        } else if (!nextInPacket()) {
          eventEnd = BEFORE_FIRST;
        }
        if (batch.count > 0) {
          return true;
        }
      } catch (DecodeFailure e) {
        report(e.getMessage(), packet.startBytes + (in.position() >>> 3));
        eventEnd = BEFORE_FIRST;
        if (packet.sizeBytes == 0) {
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
      long found =
          ++searches > MAX_SEARCHES ? -1 : plan.packetSearch.find(window, packet.startBytes + 1);
      ended = found < 0;
      packet.startBytes = Math.max(packet.startBytes, found);
    } catch (IOException e) {
      unreadable(e);
      ended = true;
    }
  }

  private boolean openPacket() throws IOException {
    if (!packet.open(packet.startBytes + packet.sizeBytes)) {
      return false;
    }
    if (stream != packet.stream) {
      stream = packet.stream;
      walk = stream.flatHeader == null ? null : new FlatWalk(stream);
    }
    packets++;
    losses.count(state);
    if (onPacket != null) {
      onPacket.accept(packet.facts(order));
    }
    if (isBounded && isOutside()) {
      return true;
    }
    if (packet.isCut) {
      report("the file ends within its last packet", window.sizeBytes());
    }
    eventEnd = packet.headerBits;
    look(0, (int) Math.min(packet.contentBits + 7 >>> 3, packet.headerBits >>> 3));
    return true;
  }

  /** Whether the packet says of itself that it lies outside of the span of time, and that the next one knows its own time. */
  private boolean isOutside() {
    if (!packet.setsClock || !state.has(Role.TIMESTAMP_BEGIN)) {
      return false;
    }
    long begin = packet.begin().getAsLong();
    long end = packet.end().orElse(Long.MAX_VALUE);
    ended = begin > endNanos;
    return ended || end < beginNanos && end >= begin;
  }

  /** Makes bytes of the packet's content available, from one of them on. */
  private void look(long fromBytes, int countBytes) throws IOException {
    long from = packet.startBytes + fromBytes;
    int there = window.look(from, countBytes);
    if (there < countBytes) {
      // the file was cut while it was read
      packet.contentBits = Math.min(packet.contentBits, fromBytes + there << 3);
    }
    buffer = window.buffer();
    base = window.index(packet.startBytes);
    long windowBits = window.endBytes() - packet.startBytes << 3;
    in.reopen(buffer, base, Math.min(packet.contentBits, windowBits));
    long limit = Math.min(packet.contentBits, windowBits) >>> 3;
    flatLimit = window.hasSlack() && limit <= FlatPlan.MAX_LIMIT_BYTES ? (int) limit : -1;
  }

  /** Goes over events of the packet; false at its end. */
  private boolean nextInPacket() throws IOException {
    return nextByPlans() || nextByNodes();
  }

  /** Goes over as many events as plans can and a batch holds; false if there is none. */
  private boolean nextByPlans() {
    if (walk == null || (eventEnd & 7) != 0 || eventEnd >>> 3 >= flatLimit) {
      return false;
    }
    isFlat = true;
    int before = (int) (eventEnd >>> 3);
    int end = walk.walk(buffer, base, before, flatLimit, state, batch);
    eventEnd = (long) end << 3;
    if (isBounded) {
      ended |= batch.keepInside(beginNanos, endNanos);
    }
    return end != before;
  }

  /** Decodes an event by nodes; moves the window, and makes it larger, as long as that may be what is missing. */
  private boolean nextByNodes() throws IOException {
    long clock = state.clock;
    long workLeft = state.workLeft;
    int wanted = 1;
    while (true) {
      try {
        return decodeNext();
      } catch (DecodeFailure e) {
        long from = eventEnd >>> 3;
        long content = packet.contentBits + 7 >>> 3;
        if (!e.mayEndWithMoreBytes() || window.endBytes() >= packet.startBytes + content) {
          throw e;
        }
        state.clock = clock;
        state.workLeft = workLeft;
        look(from, (int) Math.min(content - from, wanted));
        int seen = (int) (window.endBytes() - packet.startBytes - from);
        wanted = (int) Math.min(content - from, 2L * seen);
        if (nextByPlans()) {
          return true;
        }
      }
    }
  }

  private boolean decodeNext() {
    isFlat = false;
    in.position(eventEnd);
    in.align(stream.eventHeader.alignmentBits);
    if (in.position() >= packet.contentBits) {
      return false;
    }
    state.rolesSeen &= ~(1 << Role.EVENT_ID.ordinal());
    stream.eventHeader.decodeMembers(in, state, null);
    TracePlan.EventPlan found =
        state.has(Role.EVENT_ID) ? stream.event(state.get(Role.EVENT_ID)) : stream.onlyEvent;
    if (found == null) {
      throw DecodeFailure.UNKNOWN_EVENT;
    }
    long body = in.position();
    stream.eventContext.decodeMembers(in, state, null);
    if (found.eventClass.context().isPresent()) {
      found.context.decodeMembers(in, state, null);
    }
    if (found.eventClass.fields().isPresent()) {
      found.fields.decodeMembers(in, state, null);
    }
    if (in.position() == eventEnd) {
      throw DecodeFailure.NO_PROGRESS;
    }
    if (in.remaining() < 0) {
      throw DecodeFailure.BEYOND_CONTENT;
    }
    bodyStart = body;
    eventBits = in.position() - eventEnd;
    eventEnd = in.position();
    if (found.wanted) {
      batch.add(stream.clock.realNanos(state.clock), state.clock, found);
      if (isBounded) {
        ended |= batch.keepInside(beginNanos, endNanos);
      }
    }
    return true;
  }

  private void report(String message, long atByte) {
    damage.accept(
        Diagnostic.of(
                DiagnosticCode.TRACE_DAMAGED,
                new Place.InFile(path.toString(), 0, 0),
                message + " (at byte " + atByte + ", in the packet at byte " + packet.startBytes
                    + ")")
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
    TracePlan.EventPlan event = current();
    if (isFlat && sink instanceof FlatSink flat && flat.fields(this, event.flatFields)) {
      return;
    }
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
    if (isFlat) {
      findSlots();
    }
    in.position(isFlat ? (long) batch.body() << 3 : bodyStart);
    long workLeft = state.workLeft;
    state.workLeft = Long.MAX_VALUE;
    return workLeft;
  }

  @Override
  public void streamContext(FieldSink sink) {
    if (isFlat && sink instanceof FlatSink flat && flat.fields(this, current().flatStreamContext)) {
      return;
    }
    long workLeft = beginAgain();
    stream.eventContext.decodeMembers(in, state, sink);
    state.workLeft = workLeft;
  }

  @Override
  public void context(FieldSink sink) {
    TracePlan.EventPlan event = current();
    if (isFlat && sink instanceof FlatSink flat && flat.fields(this, event.flatContext)) {
      return;
    }
    long workLeft = beginAgain();
    stream.eventContext.decodeMembers(in, state, null);
    if (event.eventClass.context().isPresent()) {
      event.context.decodeMembers(in, state, sink);
    }
    state.workLeft = workLeft;
  }

  @Override
  public void packetContext(FieldSink sink) {
    packet.context(sink);
  }

  @Override
  public boolean hasPacketContext() {
    return stream.hasPacketContext;
  }

  @Override
  public FieldLocation locate(EventScope scope, List<String> path) {
    return FieldLocation.of(current(), scope, path);
  }

  /**
   * Whether the current event gives its fields from where they lie.
   *
   * @return true if {@link #flat} gives something
   */
  public boolean isFlat() {
    return isFlat;
  }

  /**
   * Copies the bytes of a text.
   *
   * @param field a text
   * @param into takes as many of them as it has room for
   * @return how many bytes the text has
   */
  public int text(FlatField field, byte[] into) {
    int from = index(field);
    int length = base + batch.position(field.endMark) - 1 - from;
    int count = Math.min(length, into.length);
    int at = 0;
    // texts are mostly too short for what a copy of a block costs at its beginning
    for (; at <= count - Long.BYTES; at += Long.BYTES) {
      FlatPlan.copyEight(buffer, from + at, into, at);
    }
    for (; at < count; at++) {
      into[at] = buffer.get(from + at);
    }
    return length;
  }

  @Override
  public FlatEvent flat() {
    return isFlat ? this : null;
  }

  /** Makes the state hold the lengths and tags of the current event again, as the batch went on behind it. */
  private void findSlots() {
    if (slotsOf != batch.at && plan.slotCount > 0) {
      slotsOf = batch.at;
      int index = base + batch.start();
      stream.flatHeader.form(buffer, index).keep(buffer, index, state);
      current().flat.skip(buffer, base, batch.body(), flatLimit, state, null, 0);
    }
  }

  private int index(FlatField field) {
    return base + batch.position(field.mark) + field.offsetBytes;
  }

  @Override
  public long integer(FlatField field) {
    return field.read(buffer, index(field));
  }

  @Override
  public double floating(FlatField field) {
    return field.kind == FlatField.Kind.FLOAT
        ? Float.intBitsToFloat(FlatPlan.intAt(buffer, index(field), field.bigEndian))
        : Double.longBitsToDouble(FlatPlan.longAt(buffer, index(field), field.bigEndian));
  }

  @Override
  public ByteBuffer bytes() {
    return buffer;
  }

  @Override
  public int textOffset(FlatField field) {
    return index(field);
  }

  @Override
  public int textLength(FlatField field) {
    return batch.position(field.endMark) - 1 - batch.position(field.mark) - field.offsetBytes;
  }

  @Override
  public void other(FlatField field, FieldSink sink) {
    findSlots();
    long workLeft = state.workLeft;
    state.workLeft = Long.MAX_VALUE;
    in.position((long) (index(field) - base) << 3);
    field.node.decode(in, state, sink);
    state.workLeft = workLeft;
  }

  private TracePlan.EventPlan current() {
    return plan.event(batch.classIndex());
  }

  @Override
  public int classIndex() {
    return batch.classIndex();
  }

  @Override
  public boolean hasStreamContext() {
    return stream.hasEventContext;
  }

  @Override
  public boolean hasContext() {
    return current().hasContext;
  }

  @Override
  public EventRecordClass eventClass() {
    return current().eventClass;
  }

  @Override
  public String facility() {
    return current().facility;
  }

  @Override
  public String event() {
    return current().event;
  }

  @Override
  public long timestampNanos() {
    return batch.nanos();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public long discardedEvents() {
    return losses.discardedEvents();
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
    return batch.cycles();
  }

  @Override
  public long eventSizeBits() {
    return isFlat ? (long) batch.sizeBytes() << 3 : eventBits;
  }

  @Override
  public long positionBytes() {
    return packet.startBytes + Math.max(0, eventEnd >>> 3);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public long lostPackets() {
    return losses.lostPackets();
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
