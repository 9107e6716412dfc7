package org.genevent.cli.convert;

import java.nio.ByteOrder;
import java.util.Optional;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;

/**
 * The order of bytes that a trace has where nothing else is said: in CTF 2, where every field says its own, that of the first
 * number of its headers.
 *
 * @param byteOrder the order
 * @param everyFieldSays whether a field that has the trace's own order says it too, as in CTF 2
 */
record TraceOrder(ByteOrder byteOrder, boolean everyFieldSays) {

  private static final int MOST_BYTE_BITS = 8;

  /** That of a trace. */
  static TraceOrder of(TraceClass trace) {
    if (trace.majorVersion() == 1) {
      return new TraceOrder(trace.byteOrder(), false);
    }
    Optional<ByteOrder> order = first(trace.packetHeader());
    for (DataStreamClass stream : trace.dataStreamClasses()) {
      order = order
          .or(() -> first(stream.packetContext()))
          .or(() -> first(stream.eventHeader()))
          .or(() -> first(stream.eventContext()));
    }
    return new TraceOrder(order.orElse(trace.byteOrder()), true);
  }

  private static Optional<ByteOrder> first(Optional<WireStructure> structure) {
    return structure.stream()
        .flatMap(one -> one.members().stream())
        .map(WireMember::wireClass)
        .filter(wire -> wire instanceof WireInteger integer && integer.sizeBits() > MOST_BYTE_BITS)
        .flatMap(wire -> ((WireInteger) wire).byteOrder().stream())
        .findFirst();
  }

  /** What a field says in the new trace: nothing, where it has the order of the trace, whatever that will be. */
  Optional<ByteOrder> kept(Optional<ByteOrder> said) {
    return said.filter(own -> own != byteOrder || isNetwork(own));
  }

  /** In CTF 1.8, a field that says that it is big-endian is in the order of networks, also where the trace is so. */
  private boolean isNetwork(ByteOrder own) {
    return !everyFieldSays && own == ByteOrder.BIG_ENDIAN;
  }
}
