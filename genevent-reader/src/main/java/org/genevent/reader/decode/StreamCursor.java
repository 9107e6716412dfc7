package org.genevent.reader.decode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.PacketFacts;

/**
 * Walks the event records of one stream file, packet by packet. Used by one thread.
 *
 * <p>An event is gone over once without a sink before it is given out, so that sinks never see a part of one that turns out
 * to be damaged: a batch of them at once by flat plans where there are such, else one by one by nodes. What a plan cannot read
 * the nodes read again: they know what is wrong with it, or that the window has to move.
 */
public final class StreamCursor extends PacketEvents {

  static final int MAGIC = 0xC1FC1FC1;

  /** How much of a file is read at a time, if nobody says so. */
  private static final int WINDOW_BYTES = 1 << 18;

  /** Broken headers after which a file is given up: what only looks like a header costs time, too. */
  private static final int MAX_SEARCHES = 1000;

  private static final long BEFORE_FIRST = -1;

  /** Where positions in a packet become large; a multiple of all alignments. */
  private static final long FAR_BITS = 1L << 33;

  private static final int MOST_EVENT_BYTES = 1 << 30;

  /** What is left of a window when an event that goes beyond it is met; most events have less. */
  private static final int LITTLE_BYTES = 1 << 10;

  private final Consumer<Diagnostic> report;
  private final StreamFindings findings;
  private final StreamWindow window;
  private final LateEvents late;

  private boolean nodesOnly;

  /** Where the batch ends, in bits of the packet; {@link #BEFORE_FIRST} if the next packet is to be opened. */
  private long eventEnd = BEFORE_FIRST;

  private Consumer<PacketFacts> onPacket;
  private long beginNanos = Long.MIN_VALUE;
  private long endNanos = Long.MAX_VALUE;
  private boolean isBounded;
  private long packets;
  private int searches;
  private boolean ended;

  /** Where reading is to go on when a file that still grows has grown; null for files that do not. */
  private GrowingPacket growing;

  /** Finds packets by their times, once somebody needed that. */
  private PacketFinder finder;

  /** Takes the numbers of events where nobody wants to see them; else null. */
  private long[] counted;

  /** The part of the file that is read; null for all of it. */
  private StreamSpan span;

  /**
   * Opens a stream file.
   *
   * @param plan the plan of its trace
   * @param path the file
   * @param order its place among the streams, which decides between events of the same time
   * @param damage takes what cannot be read
   * @param rows what the streams of a reader share
   * @throws IOException if the file cannot be opened
   */
  public StreamCursor(
      TracePlan plan, Path path, int order, Consumer<Diagnostic> damage, BatchRows rows)
      throws IOException {
    this(plan, path, order, damage, rows, new StreamWindow(path, WINDOW_BYTES));
  }

  private StreamCursor(
      TracePlan plan,
      Path path,
      int order,
      Consumer<Diagnostic> damage,
      BatchRows rows,
      StreamWindow window) {
    super(plan, window, path, order, rows);
    this.report = damage;
    this.findings = new StreamFindings(path, damage);
    this.late = new LateEvents(findings);
    this.window = window;
  }

  /**
   * Another cursor on the same file, at its beginning; it ends to be of use when this one is closed.
   *
   * @param findings takes what that cursor cannot read
   * @param rows what the streams of its reader share
   * @return the cursor
   */
  public StreamCursor fork(Consumer<Diagnostic> findings, BatchRows rows) {
    StreamWindow same = new StreamWindow(window, WINDOW_BYTES);
    return new StreamCursor(plan, path, order, findings, rows, same);
  }

  /** Does without plans from now on, to compare both. */
  public void useNodesOnly() {
    nodesOnly = true;
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
    if (isBounded) {
      batch.keepRare();
    }
  }

  /**
   * Goes to a part of the file, whatever was read before.
   *
   * @param part what is read from now on
   */
  public void enter(StreamSpan part) {
    span = part;
    batch.keepRare();
    window.forget();
    clearBatch();
    losses.forgetSequence();
    late.forget();
    state.clock = 0;
    packet.startBytes = part.startByte;
    packet.sizeBytes = 0;
    eventEnd = BEFORE_FIRST;
    ended = false;
  }

  /**
   * Makes an index of the packets of the file.
   *
   * @param mostEntries how large it may become
   * @return the index, or empty if a packet makes no sense
   */
  public Optional<PacketIndex> index(int mostEntries) {
    return PacketFinder.index(plan, window, mostEntries);
  }

  @Override
  public void seek(long nanos) {
    enter(StreamSpan.ofTimes(finder().startFor(nanos), nanos, Long.MAX_VALUE));
  }

  /**
   * When the last packet begins, by its own word.
   *
   * @return nanoseconds since the epoch; {@link Long#MIN_VALUE} if there is no packet; empty if packets do not say it, or make
   *     no sense
   */
  public OptionalLong lastPacketNanos() {
    return finder().lastBeginNanos();
  }

  private PacketFinder finder() {
    if (finder == null) {
      finder = new PacketFinder(plan, path, window);
    }
    return finder;
  }

  /**
   * Takes a file for read that others have read.
   *
   * @param index what is known of its packets
   */
  public void readByOthers(PacketIndex index) {
    losses = index.losses;
    packets = index.packets();
    packet.startBytes = index.startByte(index.entries());
    ended = true;
  }

  /**
   * Counts all events that are left, by their classes.
   *
   * @param counts takes them, by the numbers of the classes
   */
  public void count(long[] counts) {
    // times tell which events belong to a span, so they are needed there
    counted = isBounded || span != null && span.isOfTimes() ? null : counts;
    while (nextBatch()) {
      for (int i = batch.first; i < batch.count; i++) {
        counts[batch.classIndex(i)]++;
      }
    }
  }

  @Override
  public long packetStartBytes() {
    return growing == null ? packet.startBytes : -1;
  }

  @Override
  public boolean next() {
    if (moveOn()) {
      return true;
    } else if (nextBatch()) {
      first(batch);
      return true;
    }
    return false;
  }

  /** Goes over the next events of the file; false if there are none. */
  private boolean nextBatch() {
    clearBatch();
    slotsOf = -1;
    while (!ended) {
      try {
        if (eventEnd == BEFORE_FIRST) {
          if (!openPacket()) {
            ended = true;
          }
        } else if (!nextInPacket()) {
          leavePacket();
        }
        if (batch.count > 0 && (late.isIn(batch, this) ? keepLate() : keepWanted())) {
          return true;
        }
      } catch (DecodeFailure e) {
        if (growing != null && growing.mayWait(e, packet, eventEnd, state.clock)) {
          eventEnd = BEFORE_FIRST;
          ended = true;
          break;
        }
        report(e.getMessage(), packet.startBytes + (in.position() >>> 3), damagedField());
        eventEnd = BEFORE_FIRST;
        if (packet.sizeBytes == 0) {
          search();
        }
      } catch (IOException | InternalError e) {
        // a mapped file that was cut shows itself as an internal error
        findings.unreadable(e);
        ended = true;
      }
    }
    return false;
  }

  private void leavePacket() {
    if (growing != null) {
      growing.leave(packet, eventEnd, state.clock);
    }
    eventEnd = BEFORE_FIRST;
  }

  /** From now on, what is not whole is not there yet. */
  public void follow() {
    growing = new GrowingPacket();
  }

  /** Goes on behind what was read, if the file has grown. Only for files that are followed, at their end. */
  public void resume() {
    window.forget();
    clearBatch();
    ended = false;
    eventEnd = BEFORE_FIRST;
    try {
      if (growing.isInside() && packet.open(growing.packetByte())) {
        stream = packet.stream;
        walk = stream.flatHeader == null || nodesOnly ? null : new FlatWalk(stream);
        state.clock = growing.clock();
        eventEnd = growing.eventEnd();
        comeNearer();
        look(eventEnd >>> 3, 0);
      }
    } catch (DecodeFailure | IOException e) {
      // as it was read before, this is for the next look
      ended = true;
    }
  }

  /**
   * A cursor that goes on where this one ended, with what the metadata says now.
   *
   * @param newPlan the plan of the new metadata
   * @return a cursor that is to be resumed
   */
  public StreamCursor withPlan(TracePlan newPlan) {
    StreamCursor cursor = new StreamCursor(newPlan, path, order, report, rows, window);
    cursor.growing = growing;
    cursor.onPacket = onPacket;
    cursor.losses = losses;
    cursor.packets = packets;
    cursor.packet.startBytes = packet.startBytes;
    cursor.packet.sizeBytes = packet.sizeBytes;
    cursor.ended = true;
    return cursor;
  }

  /** Leaves out events outside of the times and of the part that are read; false if that is all. */
  private boolean keepWanted() {
    if (isBounded) {
      ended |= batch.keepInside(beginNanos, endNanos);
    }
    if (span != null) {
      ended |= span.cut(batch, packet, base, isFlat ? -1 : headerStart);
    }
    if (batch.first < batch.count) {
      return true;
    }
    batch.clear();
    return false;
  }

  /** The same if the first event is late, which is said if it is kept. */
  private boolean keepLate() {
    long atByte = packet.startBytes + (isFlat ? (long) start() - base : headerStart >>> 3);
    boolean inside = batch.nanos(0) >= beginNanos && batch.nanos(0) <= endNanos;
    boolean kept = keepWanted();
    if (inside) {
      late.tell(batch, packet, atByte);
    }
    return kept;
  }

  /** Goes to where the next packet seems to begin after one whose size is not known. */
  private void search() {
    try {
      long found =
          ++searches > MAX_SEARCHES ? -1 : plan.packetSearch.find(window, packet.startBytes + 1);
      ended = found < 0;
      packet.startBytes = Math.max(packet.startBytes, found);
    } catch (IOException e) {
      findings.unreadable(e);
      ended = true;
    }
  }

  private boolean openPacket() throws IOException {
    long start = packet.startBytes + packet.sizeBytes;
    if (start == 0 && isBounded) {
      start = passOver();
    }
    long before = state.clock;
    if (span != null && start >= span.endByte || !packet.open(start)) {
      return false;
    }
    if (stream != packet.stream) {
      stream = packet.stream;
      walk = stream.flatHeader == null || nodesOnly ? null : new FlatWalk(stream);
    }
    if (span != null
        && packet.setsClock
        && packet.begin().orElse(Long.MIN_VALUE) >= span.endNanos) {
      span.stopAt(start);
      return false;
    }
    packets++;
    if (losses.count(state, packet.ownBegin()) || growing != null) {
      late.packet();
    } else {
      late.packet(before, state.clock);
    }
    if (onPacket != null) {
      onPacket.accept(packet.facts(order));
    }
    if (isBounded && isOutside()) {
      return true;
    }
    if (packet.isCut && growing == null) {
      report("the file ends within its last packet", window.sizeBytes(), "");
    }
    eventEnd = packet.headerBits;
    look(0, (int) Math.min(packet.contentBits + 7 >>> 3, packet.headerBits >>> 3));
    return true;
  }

  /** Passes over the packets in front of the span of time without looking at each, where LTTng's index tells of them. */
  private long passOver() {
    Optional<PacketFinder.Passed> passed = packets > 0
            || beginNanos == Long.MIN_VALUE
            || onPacket != null
            || growing != null
            || span != null
        ? Optional.empty()
        : finder().passed(beginNanos);
    passed.ifPresent(found -> {
      packets = found.packets();
      losses = found.losses();
    });
    return passed.map(PacketFinder.Passed::startByte).orElse(0L);
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
    flatLimit = window.hasSlack() && limit <= FlatPlan.MAX_LIMIT_BYTES ? base + (int) limit : -1;
  }

  /** Goes over events of the packet; false at its end. */
  private boolean nextInPacket() throws IOException {
    if (eventEnd >= FAR_BITS) {
      comeNearer();
      look(eventEnd >>> 3, 0);
    }
    return nextByPlans() || moveWindow() && nextByPlans() || nextByNodes();
  }

  /** Moves the window if plans came near its end: nodes would only find out that this is all that is missing, and cost more. */
  private boolean moveWindow() throws IOException {
    long from = eventEnd >>> 3;
    long left = window.endBytes() - packet.startBytes - from;
    long content = packet.contentBits + 7 >>> 3;
    if (walk == null || left > LITTLE_BYTES || from + left >= content) {
      return false;
    }
    look(from, (int) Math.min(content - from, left + 1));
    return true;
  }

  /** Counts positions from further behind in the packet, so that they stay small: a packet may have any size. */
  private void comeNearer() {
    long pieces = eventEnd / FAR_BITS;
    packet.moveOrigin(pieces * (FAR_BITS >>> 3));
    eventEnd -= pieces * FAR_BITS;
  }

  /** Goes over as many events as plans can and a batch holds; false if there is none. */
  private boolean nextByPlans() {
    if (walk == null || (eventEnd & 7) != 0 || base + (eventEnd >>> 3) >= flatLimit) {
      return false;
    }
    isFlat = true;
    int before = base + (int) (eventEnd >>> 3);
    window.fetch(before, flatLimit);
    walkedFrom = before;
    clockBefore = state.clock;
    int end = counted == null
        ? walk.walk(buffer, base, before, flatLimit, state, batch)
        : walk.count(buffer, base, before, flatLimit, state, counted);
    eventEnd = (long) (end - base) << 3;
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
        } else if (wanted > MOST_EVENT_BYTES) {
          throw DecodeFailure.TOO_LARGE_EVENT;
        }
        state.clock = clock;
        state.workLeft = workLeft;
        look(from, (int) Math.min(content - from, wanted));
        int seen = (int) (window.endBytes() - packet.startBytes - from);
        wanted = (int) Math.min(content - from, Math.min(2L * seen, MOST_EVENT_BYTES + 1L));
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
    headerStart = in.position();
    long clock = state.clock;
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
      if (state.clock - clock < 0) {
        batch.late(true, clock);
      }
      batch.add(stream.clock.realNanos(state.clock), state.clock, found);
    }
    return true;
  }

  /** Which field of the metadata it was that failed, if an event did. */
  private String damagedField() {
    return eventEnd == BEFORE_FIRST || packet.sizeBytes == 0
        ? ""
        : new DamagedField(plan, stream, in, state).text(eventEnd);
  }

  private void report(String message, long atByte, String field) {
    if (span != null) {
      span.damaged();
    }
    findings.damaged(message, atByte, packet, field);
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
  public long positionBytes() {
    return packet.startBytes + (eventEnd == BEFORE_FIRST ? packet.sizeBytes : eventEnd >>> 3);
  }

  @Override
  public void close() throws IOException {
    if (finder != null) {
      finder.close();
    }
    window.close();
  }
}
