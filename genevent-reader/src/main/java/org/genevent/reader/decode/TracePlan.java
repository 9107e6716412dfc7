package org.genevent.reader.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  /** Where a part of the metadata stands. */
  final Function<Object, Place> places;

  final Nodes.StructureNode packetHeader;
  final boolean hasPacketHeader;
  final Map<Long, StreamPlan> streams = new HashMap<>();
  final int slotCount;
  final PacketSearch packetSearch;

  /** The events by their numbers, from the first on. */
  private EventPlan[] numbered = {};

  private int firstIndex;

  /** The most marks that a plan of an event sets. */
  final int markCount;

  /** Ids below this are found in an array. */
  private static final int MOST_DIRECT = 1 << 16;

  /** The part of a data stream class. */
  static final class StreamPlan {
    final DataStreamClass streamClass;
    final StreamClock clock;
    final Nodes.StructureNode packetContext;
    final Nodes.StructureNode eventHeader;
    final Nodes.StructureNode eventContext;
    final Map<Long, EventPlan> events = new HashMap<>();
    final EventPlan onlyEvent;

    /** Whether people see something of the context of packets, and of all events. */
    final boolean hasPacketContext;

    final boolean hasEventContext;

    /** The bits of the clock that the end of a packet has. */
    final long endMask;

    /** How event headers are read without nodes; null if they are not. */
    final FlatHeader flatHeader;

    /** The events with small ids, by id. */
    private final EventPlan[] direct;

    private StreamPlan(NodeCompiler compiler, DataStreamClass streamClass, TraceClass trace) {
      this.streamClass = streamClass;
      clock = StreamClock.of(streamClass, trace.clocks());
      compiler.clock(clock);
      packetContext = compiler.compile(Scope.PACKET_CONTEXT, streamClass.packetContext());
      eventHeader = compiler.compile(Scope.EVENT_HEADER, streamClass.eventHeader());
      eventContext = compiler.compile(Scope.STREAM_EVENT_CONTEXT, streamClass.eventContext());
      hasPacketContext = packetContext.hasVisibleMembers();
      hasEventContext = eventContext.hasVisibleMembers();
      References known = compiler.references();
      for (EventRecordClass event : streamClass.eventRecordClasses()) {
        compiler.references(known.copy());
        events.put(event.id(), new EventPlan(compiler, this, event));
      }
      // a stream with one kind of event needs no id
      onlyEvent = events.size() == 1 ? events.values().iterator().next() : null;
      endMask = streamClass.packetContext().map(StreamPlan::endMask).orElse(-1L);
      long last = events.keySet().stream()
          .mapToLong(Long::longValue)
          .filter(id -> id >= 0 && id < MOST_DIRECT)
          .max()
          .orElse(-1);
      direct = new EventPlan[(int) last + 1];
      for (int id = 0; id < direct.length; id++) {
        direct[id] = events.get((long) id);
      }
      // now all nodes know what they keep for later ones
      flatHeader = FlatHeader.of(eventHeader);
      events.values().forEach(EventPlan::flatten);
    }

    /** The events of an id, or null. */
    EventPlan event(long id) {
      return id >= 0 && id < direct.length ? direct[(int) id] : events.get(id);
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

    /** How its events are gone over without nodes; null if they are not. */
    FlatPlan flat;

    /** What its body takes if that is a fixed number of bytes, else -1. */
    int fixedBytes = -1;

    /** Where its only text begins in its body if all else has a fixed size, else -1; and what is behind that text. */
    int stringLead = -1;

    int stringTail;

    List<FlatField> flatStreamContext = List.of();
    List<FlatField> flatContext = List.of();
    List<FlatField> flatFields = List.of();

    /** Whether people see something of the event's own context. */
    boolean hasContext;

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
      hasContext = context.hasVisibleMembers();
    }

    /** Looks for a plan without nodes, once all nodes know what they keep for others. */
    private void flatten() {
      if (stream.flatHeader == null) {
        return;
      }
      List<Nodes.StructureNode> parts = new ArrayList<>(List.of(stream.eventContext));
      if (eventClass.context().isPresent()) {
        parts.add(context);
      }
      if (eventClass.fields().isPresent()) {
        parts.add(fields);
      }
      FlatHeader header = stream.flatHeader;
      FlatCompiler.Result found =
          FlatCompiler.compile(parts, header.bodyKnown(), header.bodyRest());
      if (found != null) {
        flat = found.plan();
        fixedBytes = flat.isFixed() ? flat.fixedBytes() : -1;
        if (flat.isOneString()) {
          stringLead = flat.fixedBytes();
          stringTail = flat.afterString();
        }
        List<List<FlatField>> scopes = found.scopes();
        flatStreamContext = scopes.get(0);
        flatContext = eventClass.context().isPresent() ? scopes.get(1) : List.of();
        flatFields = eventClass.fields().isPresent() ? scopes.get(scopes.size() - 1) : List.of();
      }
    }
  }

  private TracePlan(Function<Object, Place> places, TraceClass traceClass, boolean everything) {
    this.places = places;
    this.traceClass = traceClass;
    NodeCompiler compiler = new NodeCompiler(places, traceClass.byteOrder(), everything);
    packetHeader = compiler.compile(Scope.PACKET_HEADER, traceClass.packetHeader());
    hasPacketHeader = traceClass.packetHeader().isPresent();
    References known = compiler.references();
    for (DataStreamClass stream : traceClass.dataStreamClasses()) {
      compiler.references(known.copy());
      streams.put(stream.id(), new StreamPlan(compiler, stream, traceClass));
    }
    slotCount = compiler.slots();
    packetSearch = PacketSearch.of(traceClass);
    markCount = streams.values().stream()
        .flatMap(stream -> stream.events.values().stream())
        .mapToInt(event -> event.flat == null ? 0 : event.flat.marks)
        .max()
        .orElse(0);
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
    return compile(places, traceClass, false, findings);
  }

  /**
   * Compiles.
   *
   * @param places where a part of the metadata stands, for messages
   * @param traceClass the trace
   * @param everything whether sinks are given all as the metadata has it
   * @param findings takes what is wrong
   * @return the plan, or empty if there was an error
   */
  public static Optional<TracePlan> compile(
      Function<Object, Place> places,
      TraceClass traceClass,
      boolean everything,
      Findings findings) {
    try {
      return Optional.of(new TracePlan(places, traceClass, everything));
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
    this.firstIndex = firstIndex;
    int next = firstIndex;
    List<EventPlan> all = new ArrayList<>();
    for (DataStreamClass streamClass : traceClass.dataStreamClasses()) {
      StreamPlan stream = streams.get(streamClass.id());
      for (EventRecordClass eventClass : streamClass.eventRecordClasses()) {
        EventPlan event = stream.events.get(eventClass.id());
        event.index = next++;
        event.wanted = wanted.test(eventClass);
        all.add(event);
      }
    }
    numbered = all.toArray(EventPlan[]::new);
    return next;
  }

  /** The event record class of a number. */
  EventPlan event(int index) {
    return numbered[index - firstIndex];
  }

  Optional<UUID> uuid() {
    return traceClass.uuid();
  }
}
