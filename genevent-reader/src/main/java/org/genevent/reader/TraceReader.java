package org.genevent.reader;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.decode.FlatField;
import org.genevent.reader.decode.PacketIndex;
import org.genevent.reader.decode.StreamCursor;
import org.genevent.reader.decode.StreamSpan;
import org.genevent.reader.stream.EventStream;
import org.genevent.reader.stream.Slices;

/**
 * Reads the events of CTF and LTT traces in the order of their time; equal times by stream, then by position.
 *
 * <p>A CTF trace is a directory with a {@code metadata} file, an LTT trace one with {@code control} and {@code eventdefs}
 * below it; in a directory that is neither, those below it are read together. What cannot be read is reported while reading goes
 * on. Used by one thread.
 */
public final class TraceReader implements AutoCloseable {

  private final ReaderOptions options;
  final boolean bounded;
  final Consumer<Diagnostic> report;
  final OpenTraces traces;
  private final EventValues values = new EventValues();

  /** The current stream, if its events are gone over many at a time and come in the order of time as they are; else null. */
  private StreamCursor run;

  private StreamMerge merge;
  private long nanos;
  private boolean stopped;
  private boolean watched;

  /** How far other threads have read what this reader was going to read. */
  volatile long readByOthersBytes;

  static {
    Slices.maker(new Parallel());
  }

  private TraceReader(TraceReader other, Consumer<Diagnostic> report) {
    this.options = other.options;
    this.bounded = other.bounded;
    this.report = report;
    this.traces = other.traces.fork(report);
  }

  private TraceReader(ReaderOptions options, Consumer<Diagnostic> report) {
    this.options = options;
    this.bounded = options.hasTimes();
    this.report = finding -> {
      if (!stopped || !options.strict()) {
        stopped |= options.strict();
        report.accept(finding);
      }
    };
    this.traces = new OpenTraces(options, this.report);
  }

  /**
   * Opens traces to read everything.
   *
   * @param paths directories of traces, or directories above such
   * @param report takes what is wrong, now and while reading
   * @return the reader; it has no events of what could not be opened
   */
  public static TraceReader open(List<Path> paths, Consumer<Diagnostic> report) {
    return open(paths, ReaderOptions.DEFAULT, report);
  }

  /**
   * Opens traces.
   *
   * @param paths directories of traces, or directories above such
   * @param options what of them is read
   * @param report takes what is wrong, now and while reading
   * @return the reader; it has no events of what could not be opened
   */
  public static TraceReader open(
      List<Path> paths, ReaderOptions options, Consumer<Diagnostic> report) {
    TraceReader reader = new TraceReader(options, report);
    reader.traces.open(paths);
    return reader;
  }

  /**
   * Moves to the next event.
   *
   * @return false after the last, and after the first finding if reading is strict
   */
  public boolean next() {
    StreamCursor same = run;
    if (same != null && same.step(merge.limitNanos())) {
      nanos = same.timestampNanos();
      return true;
    }
    return nextOfAll();
  }

  private boolean nextOfAll() {
    if (merge == null) {
      start();
    }
    while (!stopped) {
      EventStream next = merge.next();
      if (next != run) {
        go(next);
      }
      if (next == null || stopped) {
        break;
      }
      nanos = merge.nanos();
      if (!bounded || nanos >= options.beginNanos() && nanos <= options.endNanos()) {
        return true;
      }
    }
    go(null);
    return false;
  }

  private void go(EventStream stream) {
    run = stream instanceof StreamCursor cursor ? cursor : null;
  }

  private EventStream current() {
    return run == null ? merge.current() : run;
  }

  /**
   * Says that the traces still grow: what is not whole yet is no damage. To be called before the first event is read.
   *
   * <p>When {@link #next} gives false, {@link #refresh} looks for more. Events that a tracer hands over later than others of a
   * later time come later.
   */
  public void follow() {
    watched = true;
    traces.follow();
  }

  /** Looks for what is new since {@link #next} gave false: events, packets, streams, kinds of events, traces. */
  public void refresh() {
    traces.refresh();
    if (!stopped) {
      start();
    }
  }

  /** Whether reading has not begun, nobody watches, and damage does not end it: then others may read. */
  boolean isUntouched() {
    return merge == null && !stopped && !watched && !options.strict();
  }

  /** A reader of the same traces for another thread. */
  TraceReader fork(Consumer<Diagnostic> findings) {
    return new TraceReader(this, findings);
  }

  /** Goes to a part of each stream. */
  void enter(StreamSpan[] parts) {
    traces.enter(parts);
    start();
    stopped = false;
    go(null);
  }

  /** Says that others have read everything. */
  void readByOthers(List<PacketIndex> indexes) {
    traces.readByOthers(indexes);
    readByOthersBytes = 0;
  }

  /**
   * Goes to a time, forwards or backwards: {@link #next} gives the first event that is not before it, and those behind. Packets
   * and blocks in front of it by their own word are not looked into. They are found by the index that LTTng wrote, where it says
   * what packets say, else by one that is made when it is first needed.
   *
   * @param timestampNanos nanoseconds since the epoch
   */
  public void seek(long timestampNanos) {
    traces.streams().forEach(stream -> stream.seek(timestampNanos));
    start();
    stopped = false;
    go(null);
  }

  /**
   * When the last packet of all streams begins, by what packets say, as a place from which to look for the last event.
   *
   * @return nanoseconds since the epoch; {@link Long#MIN_VALUE} if there is no packet; empty if not all packets say it in full,
   *     or one makes no sense
   */
  public OptionalLong lastPacketNanos() {
    return traces.lastPacketNanos();
  }

  private void start() {
    traces.prepare();
    values.numbered(traces.classCount());
    merge = new StreamMerge(traces.streams());
  }

  /**
   * The time of the current event.
   *
   * @return nanoseconds since the epoch
   */
  public long timestampNanos() {
    return nanos;
  }

  /**
   * The time of the current event as its trace's own clock counts it.
   *
   * @return of LTT, nanoseconds since the zero of the TSC, as LTTV shows them; else {@link #timestampNanos}
   */
  public long clockNanos() {
    return current().clockNanos();
  }

  /**
   * The facility of the current event.
   *
   * @return its name; empty if the event's name has none
   */
  public String facility() {
    return current().facility();
  }

  /**
   * The name of the current event within its facility.
   *
   * @return the name
   */
  public String event() {
    return current().event();
  }

  /**
   * The stream of the current event.
   *
   * @return the name of its file
   */
  public String stream() {
    return current().name();
  }

  /**
   * The kind of the current event.
   *
   * @return its class; the same object for all events of a kind in a stream class
   */
  public EventRecordClass eventClass() {
    return current().eventClass();
  }

  /**
   * Whether the events of the current event's stream carry a context.
   *
   * @return true if {@link #streamContext} gives something
   */
  public boolean hasStreamContext() {
    return current().hasStreamContext();
  }

  /**
   * Gives the context that all events of the stream carry: in shared streams of our tracers, the thread.
   *
   * @param sink takes it
   */
  public void streamContext(FieldSink sink) {
    current().streamContext(sink);
  }

  /**
   * Whether the current event carries a context of its own.
   *
   * @return true if {@link #context} gives something
   */
  public boolean hasContext() {
    return current().hasContext();
  }

  /**
   * Gives the context that the current event's facility declares.
   *
   * @param sink takes it
   */
  public void context(FieldSink sink) {
    current().context(sink);
  }

  /**
   * Gives the fields of the current event.
   *
   * @param sink takes them
   */
  public void fields(FieldSink sink) {
    current().fields(sink);
  }

  /**
   * Whether the events of the current event's stream have times.
   *
   * @return false if the metadata has no clock for them
   */
  public boolean hasClock() {
    return current().hasClock();
  }

  /**
   * Whether the metadata of the current event's stream says that its events carry a context, be it an empty one.
   *
   * @return true if there is one
   */
  public boolean declaresStreamContext() {
    return current().declaresStreamContext();
  }

  /**
   * Whether the current event's packet carries a context.
   *
   * @return true if {@link #packetContext} gives something
   */
  public boolean hasPacketContext() {
    return current().hasPacketContext();
  }

  /**
   * Where the current event's packet begins in its stream file: as long as that and {@link #streamIndex} stay the same, so does
   * {@link #packetContext}.
   *
   * @return bytes; -1 if the context may be another one at each event, as in traces that are followed, or if there are no packets
   */
  public long packetStartBytes() {
    return current().packetStartBytes();
  }

  /**
   * Gives the context of the current event's packet.
   *
   * @param sink takes it
   */
  public void packetContext(FieldSink sink) {
    current().packetContext(sink);
  }

  /**
   * The packet that a stream is in: from when {@link #onPacket} tells of it until it tells of the stream's next one.
   *
   * @param stream the place of its stream in {@link #streams()}
   * @return what can be asked of it; for the same stream it may be kept
   */
  public OpenPacket packet(int stream) {
    return new OpenPacket(traces.streams().get(stream));
  }

  /**
   * Finds a field of events.
   *
   * @param event the full name of the event, for example {@code shop:order_accepted}
   * @param path the field's name; names from the outside in, separated by points, for one in a structure
   * @return the field, whether there are such events or not
   */
  public FieldReference field(String event, String path) {
    return field(event, EventScope.FIELDS, path);
  }

  /**
   * Finds a field of a part of events.
   *
   * @param event the full name of the event
   * @param scope the part
   * @param path the field's name; names from the outside in, separated by points, for one in a structure
   * @return the field, whether there are such events or not
   */
  public FieldReference field(String event, EventScope scope, String path) {
    return new FieldReference(event, scope, List.of(path.split("\\.", -1)));
  }

  /**
   * Whether the current event has a field, and a value in it.
   *
   * @param field the field
   * @return false if the event is of another name, its class has no such field, or an optional value is absent
   */
  public boolean has(FieldReference field) {
    FlatField place = field.place(run);
    return place == null ? values.has(current(), field) : place != FlatField.NOWHERE;
  }

  /**
   * The value of an integer, an enumeration or a truth value (1 or 0) of the current event.
   *
   * @param field the field
   * @return the value; of an unsigned integer of 64 bits, its bits
   * @throws IllegalStateException if the current event has no such value
   */
  public long getLong(FieldReference field) {
    if (field.isNear(run)) {
      return run.integer(field.nearOffsetBytes, field.nearUnread, field.nearSigned);
    }
    FlatField place = field.place(run);
    return place != null && place.isInteger()
        ? run.integer(place)
        : values.integer(current(), field);
  }

  /**
   * The value of a floating point number of the current event.
   *
   * @param field the field
   * @return the value
   * @throws IllegalStateException if the current event has no such value
   */
  public double getDouble(FieldReference field) {
    FlatField place = field.place(run);
    return place != null && place.isFloating()
        ? run.floating(place)
        : values.floating(current(), field);
  }

  /**
   * A text of the current event, or the label of an enumeration.
   *
   * @param field the field
   * @return the text; null for an enumeration's value without a label
   * @throws IllegalStateException if the current event has no such value
   */
  public String getString(FieldReference field) {
    return values.string(current(), field);
  }

  /**
   * Copies the bytes of a text of the current event, without an object being made.
   *
   * @param field the field
   * @param into takes as many of the bytes as it has room for, from its beginning
   * @return how many bytes the text has, without a zero byte at its end
   * @throws IllegalStateException if the current event has no such value
   */
  public int getText(FieldReference field, byte[] into) {
    FlatField place = field.place(run);
    return place != null && place.kind == FlatField.Kind.STRING
        ? run.text(place, into)
        : values.text(current(), field, into);
  }

  /**
   * Gives a value of any kind of the current event.
   *
   * @param field the field
   * @param sink takes it; nothing if the event does not have it
   */
  public void value(FieldReference field, FieldSink sink) {
    values.value(current(), field, sink);
  }

  /**
   * The events that are left, as objects.
   *
   * @return a stream for one thread; it moves this reader on
   */
  public Stream<EventRecord> records() {
    return Stream.generate(() -> next() ? record() : null).takeWhile(Objects::nonNull);
  }

  /**
   * The current event as an object.
   *
   * @return a copy, which stays as it is
   */
  public EventRecord record() {
    return EventValues.record(this);
  }

  /**
   * What the metadata of each trace says.
   *
   * @return the trace classes, in the order in which they were opened; facts of our own tracers are in their environments
   *     under {@code genevent_facility_N}, {@code genevent_pair_N} and {@code genevent_duration_N}
   */
  public List<TraceClass> traces() {
    return traces.classes();
  }

  /**
   * What the headers and facilities of LTT traces say.
   *
   * @return the LTT traces, in the order in which they were opened
   */
  public List<LttTrace> lttTraces() {
    return traces.lttTraces();
  }

  /**
   * How many events were passed over because nothing in their trace describes them, as far as traces were read.
   *
   * @return events of all streams
   */
  public long unknownEvents() {
    return traces.sum(EventStream::unknownEvents);
  }

  /**
   * The kinds of events that the metadata of the traces names.
   *
   * @return the classes, in the order of the traces and their metadata
   */
  public List<EventRecordClass> eventClasses() {
    return traces.eventClasses();
  }

  /**
   * What is known of the streams, as far as they were read.
   *
   * @return the streams, in the order in which events of the same time are given
   */
  public List<StreamFacts> streams() {
    return traces.facts();
  }

  /**
   * Watches packets: each is told when reading comes to its beginning.
   *
   * @param listener takes them, in the thread that reads
   */
  public void onPacket(Consumer<PacketFacts> listener) {
    watched = true;
    traces.streams().forEach(stream -> stream.onPacket(listener));
  }

  /**
   * The stream of the current event.
   *
   * @return its place in {@link #streams()}
   */
  public int streamIndex() {
    return current().order();
  }

  /**
   * The value of its stream's clock at the current event.
   *
   * @return cycles; what {@link #timestampNanos} is computed from
   */
  public long clockCycles() {
    return current().clockCycles();
  }

  /**
   * How much room the current event takes in its stream, with its header and what is between it and the event before.
   *
   * @return bits
   */
  public long eventSizeBits() {
    return current().eventSizeBits();
  }

  /**
   * How far all stream files were read.
   *
   * @return bytes
   */
  public long positionBytes() {
    return readByOthersBytes + traces.sum(EventStream::positionBytes);
  }

  /**
   * How many events writers counted as lost, as far as packets were read.
   *
   * @return events of all streams
   */
  public long discardedEvents() {
    return traces.sum(EventStream::discardedEvents);
  }

  /**
   * How many packets are missing by their numbers, as far as packets were read.
   *
   * @return packets of all streams
   */
  public long lostPackets() {
    return traces.sum(EventStream::lostPackets);
  }

  @Override
  public void close() {
    traces.close();
  }
}
