package org.genevent.reader.stream;

import java.io.IOException;
import java.util.Optional;
import org.genevent.model.Event;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.FieldSink;

/**
 * The events of one stream file in the order in which they lie there, whatever the format. Used by one thread.
 *
 * <p>What is asked of the current event is asked between a call of {@link #next} that gave true and the one after it.
 */
public interface EventStream extends AutoCloseable {

  /**
   * Moves to the next event.
   *
   * @return false at the end of the file
   */
  boolean next();

  /**
   * The time of the current event.
   *
   * @return nanoseconds since the epoch, or since the clock's zero if nothing says when that was
   */
  long timestampNanos();

  /**
   * The time of the current event as the trace's own clock counts it.
   *
   * @return nanoseconds since the clock's zero where a format tells that from the epoch, else {@link #timestampNanos}
   */
  default long clockNanos() {
    return timestampNanos();
  }

  /**
   * The facility of the current event.
   *
   * @return its name, or an empty text
   */
  String facility();

  /**
   * The name of the current event within its facility.
   *
   * @return the name
   */
  String event();

  /**
   * The kind of the current event.
   *
   * @return its class; the same object for all events of a kind
   */
  EventRecordClass eventClass();

  /**
   * The declaration of the current event, if the trace carries declarations.
   *
   * @return what its facility file says; empty for CTF
   */
  default Optional<Event> declaration() {
    return Optional.empty();
  }

  /**
   * Whether the stream's events carry a context.
   *
   * @return true if {@link #streamContext} gives something
   */
  boolean hasStreamContext();

  /**
   * Gives the context that all events of the stream carry.
   *
   * @param sink takes it
   */
  void streamContext(FieldSink sink);

  /**
   * Whether the current event carries a context of its own.
   *
   * @return true if {@link #context} gives something
   */
  boolean hasContext();

  /**
   * Gives the context that the current event's facility declares.
   *
   * @param sink takes it
   */
  void context(FieldSink sink);

  /**
   * Gives the fields of the current event.
   *
   * @param sink takes them
   */
  void fields(FieldSink sink);

  /**
   * The name of the stream.
   *
   * @return the file's name, with the folders below the trace's own if there are such
   */
  String name();

  /**
   * The place of the stream among all, which decides between events of the same time.
   *
   * @return a number from 0
   */
  int order();

  /**
   * How many events the writer counted as lost, as far as the stream was read.
   *
   * @return events
   */
  long discardedEvents();

  /**
   * How many packets are missing by their numbers, as far as the stream was read.
   *
   * @return packets
   */
  long lostPackets();

  /**
   * How many events were passed over because nothing says what they are, as far as the stream was read.
   *
   * @return events
   */
  default long unknownEvents() {
    return 0;
  }

  @Override
  void close() throws IOException;
}
