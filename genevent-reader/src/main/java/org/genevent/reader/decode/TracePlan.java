package org.genevent.reader.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;

/** How the packets and events of a trace are decoded: compiled once, used by all its streams. Immutable. */
public final class TracePlan {

  final TraceClass traceClass;
  final Nodes.StructureNode packetHeader;
  final boolean hasPacketHeader;
  final Map<Long, StreamPlan> streams = new HashMap<>();
  final int slotCount;
  final PacketSearch packetSearch;

  /** The part of a data stream class. */
  static final class StreamPlan {
    final DataStreamClass streamClass;
    final StreamClock clock;
    final Nodes.StructureNode packetContext;
    final Nodes.StructureNode eventHeader;
    final Nodes.StructureNode eventContext;
    final Map<Long, EventPlan> events = new HashMap<>();
    final EventPlan onlyEvent;

    /** The bits of the clock that the end of a packet has. */
    final long endMask;

    private StreamPlan(NodeCompiler compiler, DataStreamClass streamClass, TraceClass trace) {
      this.streamClass = streamClass;
      clock = StreamClock.of(streamClass, trace.clocks());
      compiler.clock(clock);
      packetContext = compiler.compile(Scope.PACKET_CONTEXT, streamClass.packetContext());
      eventHeader = compiler.compile(Scope.EVENT_HEADER, streamClass.eventHeader());
      eventContext = compiler.compile(Scope.STREAM_EVENT_CONTEXT, streamClass.eventContext());
      References known = compiler.references();
      for (EventRecordClass event : streamClass.eventRecordClasses()) {
        compiler.references(known.copy());
        events.put(event.id(), new EventPlan(compiler, this, event));
      }
      // a stream with one kind of event needs no id
      onlyEvent = events.size() == 1 ? events.values().iterator().next() : null;
      endMask = streamClass.packetContext().map(StreamPlan::endMask).orElse(-1L);
    }

    private static long endMask(WireStructure packetContext) {
      for (WireMember member : packetContext.members()) {
        if (member.name().equals("timestamp_end")
            && member.wireClass() instanceof WireInteger integer
            && integer.sizeBits() < Long.SIZE) {
          return (1L << integer.sizeBits()) - 1;
        }
      }
      return -1;
    }
  }

  /** The part of an event record class. */
  static final class EventPlan {
    final StreamPlan stream;
    final EventRecordClass eventClass;
    final String facility;
    final String event;
    final Nodes.StructureNode context;
    final Nodes.StructureNode fields;

    /** The number of the class among all of the reader. */
    int index;

    /** Whether events of the class are given. */
    boolean wanted = true;

    private EventPlan(NodeCompiler compiler, StreamPlan stream, EventRecordClass eventClass) {
      this.stream = stream;
      this.eventClass = eventClass;
      int colon = eventClass.name().indexOf(':');
      facility = colon < 0 ? "" : eventClass.name().substring(0, colon);
      event = eventClass.name().substring(colon + 1);
      context = compiler.compile(Scope.EVENT_CONTEXT, eventClass.context());
      fields = compiler.compile(Scope.EVENT_FIELDS, eventClass.fields());
    }
  }

  private TracePlan(Function<Object, Place> places, TraceClass traceClass) {
    this.traceClass = traceClass;
    NodeCompiler compiler =
        new NodeCompiler(places, traceClass.byteOrder(), ShownNames.of(traceClass.majorVersion()));
    packetHeader = compiler.compile(Scope.PACKET_HEADER, traceClass.packetHeader());
    hasPacketHeader = traceClass.packetHeader().isPresent();
    References known = compiler.references();
    for (DataStreamClass stream : traceClass.dataStreamClasses()) {
      compiler.references(known.copy());
      streams.put(stream.id(), new StreamPlan(compiler, stream, traceClass));
    }
    slotCount = compiler.slots();
    packetSearch = PacketSearch.of(traceClass);
  }

  /**
   * Compiles.
   *
   * @param places where a part of the metadata stands, for messages
   * @param traceClass the trace
   * @param findings takes what is wrong
   * @return the plan, or empty if there was an error
   */
  public static Optional<TracePlan> compile(
      Function<Object, Place> places, TraceClass traceClass, Findings findings) {
    try {
      return Optional.of(new TracePlan(places, traceClass));
    } catch (PlanFailure e) {
      findings.add(e.finding());
      return Optional.empty();
    }
  }

  /**
   * Numbers the event record classes, and says which of them are given. To be called once, before the first event is read.
   *
   * @param firstIndex the number of the first
   * @param wanted which events are given
   * @return the number behind the last
   */
  public int prepare(int firstIndex, Predicate<EventRecordClass> wanted) {
    int next = firstIndex;
    for (DataStreamClass streamClass : traceClass.dataStreamClasses()) {
      StreamPlan stream = streams.get(streamClass.id());
      for (EventRecordClass eventClass : streamClass.eventRecordClasses()) {
        EventPlan event = stream.events.get(eventClass.id());
        event.index = next++;
        event.wanted = wanted.test(eventClass);
      }
    }
    return next;
  }

  Optional<UUID> uuid() {
    return traceClass.uuid();
  }
}
