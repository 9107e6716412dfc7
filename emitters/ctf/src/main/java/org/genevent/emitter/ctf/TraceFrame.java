package org.genevent.emitter.ctf;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;

/**
 * What is the same in every trace of the Java runtime: packets, event headers, clock and streams.
 *
 * <p>A packet begins with 128 bytes; then come event records, each at a multiple of 8 bytes:
 *
 * <pre>
 * | offset | type     | field              | in             |
 * |--------|----------|--------------------|----------------|
 * |   0    | u32      | magic              | packet.header  |
 * |   4    | u8[16]   | uuid               | packet.header  |
 * |  20    | u32      | stream_id          | packet.header  |
 * |  24    | u64      | stream_instance_id | packet.header  |
 * |  32    | u64      | timestamp_begin    | packet.context |
 * |  40    | u64      | timestamp_end      | packet.context |
 * |  48    | u64      | content_size       | packet.context |
 * |  56    | u64      | packet_size        | packet.context |
 * |  64    | u64      | packet_seq_num     | packet.context |
 * |  72    | u64      | events_discarded   | packet.context |
 * |  80    | u64      | tid                | packet.context |
 * |  88    | char[40] | thread_name        | packet.context |
 *
 * | offset | type     | field              | in             |
 * |--------|----------|--------------------|----------------|
 * |   0    | u16      | id                 | event.header   |
 * |   2    | u48      | timestamp          | event.header   |
 * |   8    | u64      | tid                | event.context, shared streams only |
 * </pre>
 *
 * <p>Every channel has two data stream classes: {@code 2c} for streams that one thread owns, {@code 2c + 1} for streams
 * that several share, whose events say their thread. Each event of the channel is in both.
 */
public final class TraceFrame {

  /** The name of the clock. */
  public static final String CLOCK_NAME = "monotonic";

  /** Characters of a thread's name in a packet, with its zero bytes. */
  private static final int THREAD_NAME_BYTES = 40;

  private TraceFrame() {}

  /**
   * A channel: where events go.
   *
   * @param name its name
   * @param eventRecordClasses the events, with ids that are unique in the trace
   */
  public record Channel(String name, List<EventRecordClass> eventRecordClasses) {
    /** Copies the list. */
    public Channel {
      Objects.requireNonNull(name);
      eventRecordClasses = List.copyOf(eventRecordClasses);
    }
  }

  /**
   * A trace with some channels.
   *
   * @param uuid the trace's number
   * @param byteOrder the byte order of the machine that writes it
   * @param environment facts about the trace: {@link String} or {@link Long}, in order
   * @param clock the clock, mostly made by {@link #clock}
   * @param channels the channels; the position is the channel's number
   * @return the trace class
   */
  public static TraceClass trace(
      UUID uuid,
      ByteOrder byteOrder,
      Map<String, Object> environment,
      ClockClass clock,
      List<Channel> channels) {
    List<DataStreamClass> streams = new ArrayList<>();
    for (Channel channel : channels) {
      streams.add(owned(streams.size(), channel.name(), channel.eventRecordClasses()));
      streams.add(shared(streams.size(), channel.name(), channel.eventRecordClasses()));
    }
    return new TraceClass(
        Optional.of(uuid),
        byteOrder,
        Optional.of(packetHeader()),
        environment,
        List.of(clock),
        streams);
  }

  /**
   * The clock: nanoseconds of {@code CLOCK_MONOTONIC}.
   *
   * @param bootId tells one run of a machine from another, if known
   * @param offsetSeconds seconds from the epoch to the clock's zero
   * @param offsetNanos nanoseconds to be added to that
   * @return the clock class
   */
  public static ClockClass clock(Optional<UUID> bootId, long offsetSeconds, long offsetNanos) {
    return new ClockClass(
        CLOCK_NAME,
        bootId,
        "CLOCK_MONOTONIC of the machine",
        1_000_000_000L,
        0,
        offsetSeconds,
        offsetNanos,
        // readers put traces of several tracers together only if all count from the epoch
        true);
  }

  static DataStreamClass owned(int id, String channel, List<EventRecordClass> events) {
    return stream(
        id, "Channel " + channel + ": streams that one thread writes", Optional.empty(), events);
  }

  static DataStreamClass shared(int id, String channel, List<EventRecordClass> events) {
    WireStructure thread =
        new WireStructure(List.of(member("tid", WireInteger.unsigned(64, 64))), 64);
    return stream(
        id,
        "Channel " + channel + ": streams that several threads write",
        Optional.of(thread),
        events);
  }

  private static DataStreamClass stream(
      int id, String description, Optional<WireStructure> context, List<EventRecordClass> events) {
    return new DataStreamClass(
        id, description, Optional.of(packetContext()), Optional.of(eventHeader()), context, events);
  }

  private static WireStructure packetHeader() {
    return new WireStructure(
        List.of(
            member("magic", role(FieldRole.PACKET_MAGIC_NUMBER, WireInteger.unsigned(32, 32))),
            member("uuid", new WireArray(16, WireInteger.unsigned(8, 8))),
            member("stream_id", role(FieldRole.DATA_STREAM_CLASS_ID, WireInteger.unsigned(32, 32))),
            member(
                "stream_instance_id",
                role(FieldRole.DATA_STREAM_ID, WireInteger.unsigned(64, 64)))),
        64);
  }

  private static WireStructure packetContext() {
    WireInteger u64 = WireInteger.unsigned(64, 64);
    WireInteger character = WireInteger.unsigned(8, 8).withEncoding(WireEncoding.UTF8);
    return new WireStructure(
        List.of(
            member(
                "timestamp_begin",
                role(FieldRole.DEFAULT_CLOCK_TIMESTAMP, u64.withClock(CLOCK_NAME))),
            member(
                "timestamp_end",
                role(FieldRole.PACKET_END_DEFAULT_CLOCK_TIMESTAMP, u64.withClock(CLOCK_NAME))),
            member("content_size", role(FieldRole.PACKET_CONTENT_LENGTH, u64)),
            member("packet_size", role(FieldRole.PACKET_TOTAL_LENGTH, u64)),
            member("packet_seq_num", role(FieldRole.PACKET_SEQUENCE_NUMBER, u64)),
            member(
                "events_discarded", role(FieldRole.DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT, u64)),
            member("tid", u64),
            member("thread_name", new WireArray(THREAD_NAME_BYTES, character))),
        64);
  }

  private static WireStructure eventHeader() {
    return new WireStructure(
        List.of(
            member("id", role(FieldRole.EVENT_RECORD_CLASS_ID, WireInteger.unsigned(16, 64))),
            member(
                "timestamp",
                role(
                    FieldRole.DEFAULT_CLOCK_TIMESTAMP,
                    WireInteger.unsigned(48, 16).withClock(CLOCK_NAME)))),
        64);
  }

  private static WireInteger role(FieldRole role, WireInteger integer) {
    return integer.withRoles(Set.of(role));
  }

  private static WireMember member(String name, WireClass wireClass) {
    return new WireMember(name, wireClass);
  }
}
