package org.genevent.cli.convert;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.reader.PacketOrigin;
import org.genevent.reader.StreamFacts;
import org.genevent.reader.TraceReader;

/** Says what packets of CTF and the events in them tell beside fields, and LTT has no place for. */
final class FrameLosses {

  private static final Set<String> OF_PACKETS = Set.of(
      "timestamp_begin",
      "timestamp_end",
      "content_size",
      "packet_size",
      "packet_seq_num",
      "events_discarded");

  /** Whether what our runtime's events of LTT say is kept. */
  private final boolean noted;

  private final TargetFormat format;
  private final Losses losses;
  private final Set<Integer> streams = new HashSet<>();
  private final Set<Long> packets = new HashSet<>();

  FrameLosses(boolean noted, TargetFormat format, Losses losses) {
    this.noted = noted;
    this.format = format;
    this.losses = losses;
  }

  /** Looks at a packet with a number. */
  void packet(SourcePacket packet) {
    if (!format.isLtt() && packet.threadName().length > CtfOutput.THREAD_NAME_BYTES) {
      losses.count(
          "the ends of names of threads that are longer than " + CtfOutput.THREAD_NAME_BYTES
              + " bytes",
          1);
    }
  }

  /** Looks at the event that was read, and at the packet that it is in. */
  void event(TraceReader reader) {
    int stream = reader.streamIndex();
    if (reader.hasStreamContext() && streams.add(stream)) {
      ValueSink sink = new ValueSink();
      reader.streamContext(sink);
      for (NamedValue value : sink.members().values()) {
        if (!noted || !value.name().equals(CtfPackets.THREAD) || !CtfPackets.isKept(value)) {
          losses.add(
              "what all events of the stream " + reader.stream() + " carry: " + value.name());
        }
      }
    }
    // a packet is its stream and its place there
    if (reader.hasPacketContext() && packets.add(reader.packetStartBytes() * 31 + stream)) {
      packetContext(reader);
    }
  }

  private void packetContext(TraceReader reader) {
    boolean numbered = noted
        && reader
            .packet(reader.streamIndex())
            .origin()
            .filter(origin -> CtfPackets.isNumbered(origin.streamClass()))
            .isPresent();
    ValueSink sink = new ValueSink();
    reader.packetContext(sink);
    for (NamedValue value : sink.members().values()) {
      boolean nothing = value.value() instanceof Long number && number == 0
          || value.value() instanceof byte[] text && text.length == 0;
      boolean inName =
          value.name().equals("cpu_id") && reader.stream().endsWith("_" + value.value());
      boolean kept = numbered && CtfPackets.isKept(value);
      if (!nothing && !kept && !OF_PACKETS.contains(value.name()) && !inName) {
        losses.add("what packets say of " + value.name());
      }
    }
  }

  /** Everything was read. */
  void finish(TraceReader reader) {
    for (int i = 0; i < reader.streams().size(); i++) {
      StreamFacts facts = reader.streams().get(i);
      Optional<DataStreamClass> of = reader.packet(i).origin().map(PacketOrigin::streamClass);
      if (of.isPresent() && !noted) {
        losses.count(
            "events that the tracer lost, of which only their number was known",
            facts.discardedEvents());
        losses.count("packets that are missing by their numbers", facts.lostPackets());
      }
    }
  }
}
