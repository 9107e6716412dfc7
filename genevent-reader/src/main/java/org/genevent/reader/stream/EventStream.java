package org.genevent.reader.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.genevent.model.Event;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.EventScope;
import org.genevent.reader.FieldSink;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.PacketOrigin;
import org.genevent.reader.decode.FieldLocation;
import org.genevent.reader.decode.FlatEvent;

/**
 * The events of one stream file in the order in which they lie there, whatever the format. Used by one thread.
 *
 * <p>What is asked of the current event is asked between a call of {@link #next} that gave true and the one after it.
 */
public interface EventStream extends AutoCloseable {

  /** A time that nobody knows without moving. */
  long UNKNOWN_NANOS = Long.MIN_VALUE;

  /**
   * Moves to the next event.
   *
   * @return false at the end of the file
   */
  boolean next();

  /**
   * Goes to a time, forwards or backwards: {@link #next} then gives the first event that is not before it, and those behind it.
   *
   * @param nanos nanoseconds, as {@link #timestampNanos} counts them
   */
  void seek(long nanos);

  /**
   * Where the current event's packet begins, if all that the packet says of itself stays as it is.
   *
   * @return bytes from the beginning of the file; -1 of a file that still grows, or of a format whose packets say nothing
   */
  default long packetStartBytes() {
    return -1;
  }

  /**
   * The time of the event behind the current one, if that was gone over already.
   *
   * @return nanoseconds as of {@link #timestampNanos}, or {@link #UNKNOWN_NANOS}
   */
  default long upcomingNanos() {
    return UNKNOWN_NANOS;
  }

  /** Moves to the event whose time {@link #upcomingNanos} told. */
  default void advance() {
    throw new IllegalStateException("what comes is not known");
  }

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
   * The value of the stream's clock at the current event.
   *
   * @return cycles, where a format tells them from nanoseconds
   */
  default long clockCycles() {
    return clockNanos();
  }

  /**
   * How much room the current event takes in its stream, with its header and what is between it and the event before.
   *
   * @return bits
   */
  long eventSizeBits();

  /**
   * How far the file was read.
   *
   * @return bytes from its beginning
   */
  long positionBytes();

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
   * Whether the stream's events have times.
   *
   * @return false if nothing says when they happened
   */
  default boolean hasClock() {
    return true;
  }

  /**
   * Whether the stream's events are said to carry a context, be it an empty one.
   *
   * @return true if there is one
   */
  default boolean declaresStreamContext() {
    return hasStreamContext();
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
   * Whether the current event's packet carries a context.
   *
   * @return true if {@link #packetContext} gives something
   */
  default boolean hasPacketContext() {
    return false;
  }

  /**
   * Gives the context of the current event's packet.
   *
   * @param sink takes it
   */
  default void packetContext(FieldSink sink) {}

  /**
   * Which data stream the packet is of that reading has come to.
   *
   * @return empty if there are no packets of CTF, or reading has not come to one
   */
  default Optional<PacketOrigin> packetOrigin() {
    return Optional.empty();
  }

  /**
   * Gives a part of the current event.
   *
   * @param scope which
   * @param sink takes its members
   */
  default void part(EventScope scope, FieldSink sink) {
    switch (scope) {
      case PACKET_CONTEXT -> packetContext(sink);
      case STREAM_CONTEXT -> streamContext(sink);
      case CONTEXT -> context(sink);
      default -> fields(sink);
    }
  }

  /**
   * Looks for a field in the class of the current event.
   *
   * @param scope the part that it is in
   * @param path names from the outside in
   * @return where it is
   */
  default FieldLocation locate(EventScope scope, List<String> path) {
    return FieldLocation.SOMEWHERE;
  }

  /**
   * The number of the current event's class among all of the reader.
   *
   * @return the number, or -1 if classes of this format have none
   */
  default int classIndex() {
    return -1;
  }

  /**
   * Gives the fields of the current event from where they lie.
   *
   * @return the event, or null if its fields can only be decoded one by one
   */
  default FlatEvent flat() {
    return null;
  }

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
   * The stream file.
   *
   * @return its path
   */
  Path path();

  /**
   * Watches packets.
   *
   * @param listener takes what is known of each when it begins
   */
  default void onPacket(Consumer<PacketFacts> listener) {}

  /**
   * How many packets were begun, as far as the stream was read.
   *
   * @return packets whose beginning could be read; 0 where a format has none
   */
  default long packets() {
    return 0;
  }

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
   * How many packets are there again, or in another order than they were written, as far as the stream was read.
   *
   * @return packets that begin before the one in front of them, or whose number is not larger
   */
  default long repeatedPackets() {
    return 0;
  }

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
