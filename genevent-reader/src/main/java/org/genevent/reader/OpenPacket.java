package org.genevent.reader;

import java.util.Optional;
import org.genevent.reader.stream.EventStream;

/** The packet that a stream is in, whether there is an event in it or not. Used by the thread that reads. */
public final class OpenPacket {

  private final EventStream stream;

  OpenPacket(EventStream stream) {
    this.stream = stream;
  }

  /**
   * Which data stream it is of.
   *
   * @return empty if there are no packets of CTF, or reading has not come to one
   */
  public Optional<PacketOrigin> origin() {
    return stream.packetOrigin();
  }

  /**
   * Gives its context.
   *
   * @param sink takes it
   */
  public void context(FieldSink sink) {
    stream.packetContext(sink);
  }
}
