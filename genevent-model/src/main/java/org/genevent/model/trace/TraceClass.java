package org.genevent.model.trace;

import java.nio.ByteOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that the metadata of a trace says. Source: CTF 1.8.3, section 7; CTF2-SPEC-2.0, "Metadata stream".
 *
 * @param majorVersion the version of CTF, 1 or 2
 * @param identity in CTF 2, what tells the trace from others
 * @param uuid the number that every packet of the trace carries
 * @param byteOrder the order of bytes where a field does not say its own
 * @param packetHeader what each packet begins with
 * @param environment facts about where the trace was made, by name: {@link String} or {@link Long}, in the order of the
 *     metadata
 * @param clocks the clocks
 * @param dataStreamClasses the kinds of data streams, in the order of the metadata
 * @param words what producers say in their own words
 */
public record TraceClass(
    int majorVersion,
    Identity identity,
    Optional<UUID> uuid,
    ByteOrder byteOrder,
    Optional<WireStructure> packetHeader,
    Map<String, Object> environment,
    List<ClockClass> clocks,
    List<DataStreamClass> dataStreamClasses,
    ProducerWords words) {
  /** Copies the collections. */
  public TraceClass {
    Objects.requireNonNull(identity);
    Objects.requireNonNull(uuid);
    Objects.requireNonNull(byteOrder);
    Objects.requireNonNull(packetHeader);
    Objects.requireNonNull(words);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    clocks = List.copyOf(clocks);
    dataStreamClasses = List.copyOf(dataStreamClasses);
  }

  /**
   * A trace with what CTF 1.8 says of it.
   *
   * @param uuid the number that every packet of the trace carries
   * @param byteOrder the order of bytes where a field does not say its own
   * @param packetHeader what each packet begins with
   * @param environment facts about where the trace was made, by name: {@link String} or {@link Long}
   * @param clocks the clocks
   * @param dataStreamClasses the kinds of data streams, in the order of the metadata
   */
  public TraceClass(
      Optional<UUID> uuid,
      ByteOrder byteOrder,
      Optional<WireStructure> packetHeader,
      Map<String, Object> environment,
      List<ClockClass> clocks,
      List<DataStreamClass> dataStreamClasses) {
    this(1, Identity.NONE, uuid, byteOrder, packetHeader, environment, clocks, dataStreamClasses);
  }

  /**
   * A trace whose producer has no words of its own.
   *
   * @param majorVersion the version of CTF, 1 or 2
   * @param identity in CTF 2, what tells the trace from others
   * @param uuid the number that every packet of the trace carries
   * @param byteOrder the order of bytes where a field does not say its own
   * @param packetHeader what each packet begins with
   * @param environment facts about where the trace was made, by name: {@link String} or {@link Long}
   * @param clocks the clocks
   * @param dataStreamClasses the kinds of data streams, in the order of the metadata
   */
  public TraceClass(
      int majorVersion,
      Identity identity,
      Optional<UUID> uuid,
      ByteOrder byteOrder,
      Optional<WireStructure> packetHeader,
      Map<String, Object> environment,
      List<ClockClass> clocks,
      List<DataStreamClass> dataStreamClasses) {
    this(
        majorVersion,
        identity,
        uuid,
        byteOrder,
        packetHeader,
        environment,
        clocks,
        dataStreamClasses,
        ProducerWords.NONE);
  }

  /**
   * The same trace with other words of its producer.
   *
   * @param newWords the words
   * @return a new trace
   */
  public TraceClass withWords(ProducerWords newWords) {
    return new TraceClass(
        majorVersion,
        identity,
        uuid,
        byteOrder,
        packetHeader,
        environment,
        clocks,
        dataStreamClasses,
        newWords);
  }
}
