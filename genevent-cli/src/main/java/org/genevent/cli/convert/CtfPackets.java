package org.genevent.cli.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireStructure;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.TraceReader;

/**
 * What packets of CTF say: numbers and counts of lost events by their roles, the thread by the names that our runtime has for it,
 * which are those of other tracers, too.
 */
final class CtfPackets implements SourcePackets {

  /** A member of packets, or of what all events carry. */
  static final String THREAD = "tid";

  /** A member of packets. */
  static final String THREAD_NAME = "thread_name";

  /** How many events a stream had lost when a packet ended. */
  private record Loss(OptionalLong cycles, long events) {}

  private final Losses said;
  private final Map<Integer, Loss> losses = new TreeMap<>();
  private final Map<Integer, Long> told = new HashMap<>();
  private Taker taker;

  CtfPackets(Losses said) {
    this.said = said;
  }

  /** Whether packets or events of a trace tell something that LTT has an event of our own for. */
  static boolean tells(TraceClass trace) {
    return trace.dataStreamClasses().stream()
        .anyMatch(
            stream -> isNumbered(stream) || isCounted(stream) || hasThread(stream.eventContext()));
  }

  /** Whether packets have numbers, without which only losses are told of them. */
  static boolean isNumbered(DataStreamClass stream) {
    return KeptRoles.has(stream.packetContext(), FieldRole.PACKET_SEQUENCE_NUMBER);
  }

  /** Whether packets say how many events were lost. */
  private static boolean isCounted(DataStreamClass stream) {
    return KeptRoles.has(stream.packetContext(), FieldRole.DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT);
  }

  private static boolean hasThread(Optional<WireStructure> context) {
    return context.isPresent()
        && context.get().members().stream()
            .anyMatch(member -> member.name().replaceFirst("^_", "").equals(THREAD)
                && member.wireClass() instanceof WireNumber);
  }

  /** Whether a value is one that {@link SourcePacket} has a place for. */
  static boolean isKept(NamedValue value) {
    return value.name().equals(THREAD) && value.value() instanceof Long
        || value.name().equals(THREAD_NAME) && value.value() instanceof byte[];
  }

  @Override
  public void begin(TraceReader reader, Timeline timeline, Taker newTaker) {
    taker = newTaker;
    reader.onPacket(facts -> {
      DataStreamClass of = reader.packet(facts.stream()).origin().orElseThrow().streamClass();
      try {
        if (isNumbered(of)) {
          taker.packet(facts.stream(), packet(reader, facts, timeline));
        } else if (facts.discardedEvents().isPresent()) {
          lost(facts, timeline);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** Events were lost until a packet ends, so that it is told behind the packet's own. */
  private void lost(PacketFacts facts, Timeline timeline) throws IOException {
    Loss before = losses.remove(facts.stream());
    if (before != null) {
      taker.lost(facts.stream(), before.cycles(), before.events());
    }
    long events = facts.discardedEvents().getAsLong();
    if (events > told.getOrDefault(facts.stream(), 0L)) {
      told.put(facts.stream(), events);
      OptionalLong end = facts.endNanos().isPresent() ? facts.endNanos() : facts.beginNanos();
      losses.put(facts.stream(), new Loss(timeline.cycles(end), events));
    }
  }

  @Override
  public void end() throws IOException {
    for (Map.Entry<Integer, Loss> loss : losses.entrySet()) {
      taker.lost(loss.getKey(), loss.getValue().cycles(), loss.getValue().events());
    }
    losses.clear();
  }

  private SourcePacket packet(TraceReader reader, PacketFacts facts, Timeline timeline) {
    ValueSink sink = new ValueSink();
    reader.packet(facts.stream()).context(sink);
    byte[] name = {};
    for (NamedValue value : sink.members().values()) {
      if (value.name().equals(THREAD_NAME) && value.value() instanceof byte[] text) {
        name = new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
      }
    }
    return new SourcePacket(
        facts.sequence().orElse(0),
        thread(sink).orElse(0),
        name,
        timeline.cycles(facts.beginNanos()),
        timeline.cycles(facts.endNanos()),
        facts.discardedEvents().orElse(0));
  }

  @Override
  public OptionalLong thread(TraceReader reader) {
    if (!reader.hasStreamContext()) {
      return OptionalLong.empty();
    }
    ValueSink sink = new ValueSink();
    reader.streamContext(sink);
    return thread(sink);
  }

  private OptionalLong thread(ValueSink sink) {
    for (NamedValue value : sink.members().values()) {
      if (value.name().equals(THREAD) && value.value() instanceof Long number) {
        if (number < 0) {
          said.count("that numbers of threads are below 0", 1);
        }
        return OptionalLong.of(number);
      }
    }
    return OptionalLong.empty();
  }
}
