package org.genevent.cli.convert;

import java.io.Closeable;
import java.io.IOException;

/** Takes the events of a conversion; everything is on the disk after it was closed without an error. */
interface TraceOutput extends Closeable {

  /**
   * An event.
   *
   * @param stream the number of its stream
   * @param nanos nanoseconds since the epoch, or, where the TSC of an LTT trace is kept, that
   * @param facility the facility's number
   * @param event the event's number in the facility
   * @param context the bytes of the context
   * @param payload the bytes of the payload
   */
  void event(int stream, long nanos, int facility, int event, byte[] context, byte[] payload)
      throws IOException;
}
