package org.genevent.cli.convert;

import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalLong;
import org.genevent.model.trace.ClockClass;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.PacketOrigin;
import org.genevent.reader.TraceReader;

/**
 * A packet that becomes another.
 *
 * @param facts what it says of itself
 * @param streamClass what its data stream class becomes
 * @param streamNumber its stream's number, if it says one
 * @param context the bytes of what else it says of itself
 */
record KeptPacket(
    PacketFacts facts, KeptClass streamClass, OptionalLong streamNumber, byte[] context) {

  private static final BigInteger SECOND_NANOS = BigInteger.valueOf(1_000_000_000L);

  /** The packet that reading has just come to. */
  static KeptPacket of(
      TraceReader reader, PacketFacts facts, Map<Long, KeptClass> classes, KeptValues values) {
    PacketOrigin origin = reader.packet(facts.stream()).origin().orElseThrow();
    KeptClass streamClass = classes.get(origin.streamClass().id());
    byte[] context = {};
    if (!streamClass.packetContext().members().isEmpty()) {
      ValueSink sink = new ValueSink();
      reader.packet(facts.stream()).context(sink);
      context = values.write(streamClass.packetContext(), sink.members());
    }
    return new KeptPacket(facts, streamClass, origin.streamNumber(), context);
  }

  /** When it begins, as its clock counts; empty if it does not say. */
  OptionalLong beginCycles() {
    return cycles(facts.beginNanos());
  }

  /** When it ends. */
  OptionalLong endCycles() {
    return cycles(facts.endNanos());
  }

  /** The first cycle that is in a nanosecond: of clocks that count no faster than that, the only one. */
  private OptionalLong cycles(OptionalLong nanos) {
    if (nanos.isEmpty() || streamClass.clock().isEmpty()) {
      return OptionalLong.empty();
    }
    ClockClass clock = streamClass.clock().get();
    BigInteger product = BigInteger.valueOf(nanos.getAsLong())
        .subtract(BigInteger.valueOf(clock.offsetSeconds()).multiply(SECOND_NANOS))
        .multiply(BigInteger.valueOf(clock.frequencyHz()));
    BigInteger[] parts = product.divideAndRemainder(SECOND_NANOS);
    BigInteger up = parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    return OptionalLong.of(up.subtract(BigInteger.valueOf(clock.offsetCycles())).longValue());
  }
}
