package org.genevent.cli.convert;

import java.io.Closeable;
import java.io.IOException;
import java.util.OptionalLong;

/** Takes the packets and events of a conversion; everything is on the disk after it was closed without an error. */
interface TraceOutput extends SourcePackets.Taker, Closeable {

  /**
   * An event.
   *
   * @param stream the number of its stream
   * @param cycles its time, as the new clock counts
   * @param thread its thread, if events say that
   * @param place its facility and its number there
   * @param context the bytes of the context
   * @param payload the bytes of the payload
   */
  void event(
      int stream,
      long cycles,
      OptionalLong thread,
      SourceEvents.Place place,
      byte[] context,
      byte[] payload)
      throws IOException;
}
