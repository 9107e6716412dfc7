package org.genevent.reader.decode;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.EventScope;
import org.genevent.reader.FieldSink;
import org.genevent.reader.PacketOrigin;
import org.genevent.reader.stream.EventStream;

/** The events of a packet that were gone over last: the current one gives its values. Used by one thread. */
abstract class PacketEvents extends CurrentEvent implements EventStream, FlatEvent {

  final TracePlan plan;
  final BitInput in = new BitInput();
  final State state;
  final PacketReader packet;
  final EventBatch batch;

  /** What the packets so far say of what is not there, or is there again. */
  PacketLosses losses = new PacketLosses();

  /** The packet in the window: where it begins in the buffer, and up to where it may be read by plans, in bytes. */
  ByteBuffer buffer;

  int base;
  int flatLimit;

  /** What the packet's events are, and what goes over them by plans; null if nothing does. */
  TracePlan.StreamPlan stream;

  FlatWalk walk;

  /** Where in the buffer the batch was begun, and the clock then, if plans went over it. */
  int walkedFrom;

  long clockBefore;

  /** Of an event that was gone over by nodes: where its header and its body begin, and how many bits it has. */
  long headerStart;

  long bodyStart;
  long eventBits;

  /** The event of the batch for which the state holds lengths and tags. */
  int slotsOf;

  final Path path;
  final int order;
  private final String name;

  /** What the streams of a reader share. */
  final BatchRows rows;

  PacketEvents(TracePlan plan, StreamWindow window, Path path, int order, BatchRows rows) {
    this(plan, window, path, order, rows, new EventBatch(plan.markCount, rows));
  }

  private PacketEvents(
      TracePlan plan, StreamWindow window, Path path, int order, BatchRows rows, EventBatch batch) {
    super(batch);
    this.rows = rows;
    this.plan = plan;
    this.path = path;
    this.order = order;
    this.name = path.getFileName().toString();
    this.state = new State(plan.slotCount);
    this.packet = new PacketReader(plan, window, in, state);
    this.batch = batch;
  }

  /** Forgets the events that were gone over. */
  final void clearBatch() {
    none();
    batch.clear();
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
    in.position(isFlat ? (long) (bodyIndex - base) << 3 : bodyStart);
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
  public Optional<PacketOrigin> packetOrigin() {
    return packet.origin();
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
   * Copies the bytes of a text.
   *
   * @param field a text
   * @param into takes as many of them as it has room for
   * @return how many bytes the text has
   */
  public int text(FlatField field, byte[] into) {
    int from = index(field);
    int length = batch.mark(at(), field.endMark) - 1 - from;
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

  /** Where in the buffer the current event begins, if plans went over it. */
  final int start() {
    findRare();
    return batch.start(at());
  }

  /** Goes over the batch again if somebody asks for the first time for what few ask for. */
  private void findRare() {
    if (batch.hasRare()) {
      return;
    }
    EventBatch again = new EventBatch(plan.markCount, new BatchRows());
    again.keepRare();
    long clock = state.clock;
    state.clock = clockBefore;
    walk.walk(buffer, base, walkedFrom, flatLimit, state, again);
    state.clock = clock;
    slotsOf = -1;
    batch.takeRare(again);
  }

  /** Makes the state hold the lengths and tags of the current event again, as the batch went on behind it. */
  private void findSlots() {
    if (slotsOf != at() && plan.slotCount > 0) {
      slotsOf = at();
      int index = start();
      stream.flatHeader.form(buffer, index).keep(buffer, index, state);
      current().flat.skip(buffer, base, bodyIndex, flatLimit, state, null, 0);
    }
  }

  private int index(FlatField field) {
    int from = field.mark == FlatField.BODY ? bodyIndex : batch.mark(at(), field.mark);
    return from + field.offsetBytes;
  }

  @Override
  public long integer(FlatField field) {
    return field.read(buffer, index(field));
  }

  /**
   * The value of an integer that is near.
   *
   * @param offsetBytes where it lies, from the beginning of the event's body
   * @param unread how many of eight bytes' bits are not its own
   * @param signed whether it is signed
   * @return the value
   */
  public final long integer(int offsetBytes, int unread, boolean signed) {
    long top = FlatPlan.longAt(buffer, bodyIndex + offsetBytes, false) << unread;
    return signed ? top >> unread : top >>> unread;
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
    return batch.mark(at(), field.endMark) - 1 - index(field);
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
    return plan.event(classIndex);
  }

  @Override
  public int classIndex() {
    return classIndex;
  }

  @Override
  public boolean hasClock() {
    return stream.clock != StreamClock.NONE;
  }

  @Override
  public boolean declaresStreamContext() {
    return stream.streamClass.eventContext().isPresent();
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
  public long clockCycles() {
    if (!isFlat) {
      return state.clock;
    }
    findRare();
    return batch.cycles(at());
  }

  @Override
  public long eventSizeBits() {
    if (!isFlat) {
      return eventBits;
    }
    findRare();
    return (long) batch.sizeBytes(at()) << 3;
  }

  @Override
  public long discardedEvents() {
    return losses.discardedEvents();
  }

  @Override
  public long lostPackets() {
    return losses.lostPackets();
  }

  @Override
  public long repeatedPackets() {
    return losses.repeatedPackets();
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
  public Path path() {
    return path;
  }
}
