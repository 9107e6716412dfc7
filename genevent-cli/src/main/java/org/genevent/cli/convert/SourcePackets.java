package org.genevent.cli.convert;

import java.io.IOException;
import java.util.OptionalLong;
import org.genevent.reader.TraceReader;

/** What a trace tells of packets and threads beside its events. One is for one reading. */
interface SourcePackets {

  /** Takes packets; the events of a stream that follow are of the packet that was given last. */
  interface Taker {
    void packet(int stream, SourcePacket packet) throws IOException;

    /**
     * So many events of a stream were lost since it began; only of streams whose packets are not given.
     *
     * @param cycles when that is known, as the new clock counts
     */
    void lost(int stream, OptionalLong cycles, long events) throws IOException;
  }

  /** Nothing is told, or nothing of it is wanted. */
  SourcePackets NONE = new SourcePackets() {};

  /** Begins before the first event is read. */
  default void begin(TraceReader reader, Timeline timeline, Taker taker) {}

  /** Gives what is left when everything was read. */
  default void end() throws IOException {}

  /** Whether the event that was read is not one that was traced, but tells something of packets. */
  default boolean takes(TraceReader reader) throws IOException {
    return false;
  }

  /** The thread of the event that was read, where events tell it; else empty. */
  default OptionalLong thread(TraceReader reader) {
    return OptionalLong.empty();
  }
}
