package org.genevent.cli.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
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

  private final Losses losses;

  CtfPackets(Losses losses) {
    this.losses = losses;
  }

  /** Whether packets or events of a trace tell something that LTT has an event of our own for. */
  static boolean tells(TraceClass trace) {
    return trace.dataStreamClasses().stream()
        .anyMatch(stream -> isNumbered(stream) || hasThread(stream.eventContext()));
  }

  /** Whether packets have numbers, without which nothing else of them is told. */
  static boolean isNumbered(DataStreamClass stream) {
    return KeptRoles.has(stream.packetContext(), FieldRole.PACKET_SEQUENCE_NUMBER);
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
  public void begin(TraceReader reader, Timeline timeline, Taker taker) {
    reader.onPacket(facts -> {
      if (!isNumbered(reader.packet(facts.stream()).origin().orElseThrow().streamClass())) {
        return;
      }
      try {
        taker.packet(facts.stream(), packet(reader, facts, timeline));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
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
          losses.count("that numbers of threads are below 0", 1);
        }
        return OptionalLong.of(number);
      }
    }
    return OptionalLong.empty();
  }
}
