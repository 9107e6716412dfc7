package org.genevent.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An event with its values, for those who want objects.
 *
 * <p>Values are {@link Long} (of an unsigned integer of 64 bits, its bits), {@link Double}, {@link Boolean}, {@link String}
 * (a text, or the label of an enumeration; of one without a label, a {@link Long}), {@link java.util.List}, {@link Map}, a
 * read-only {@link java.nio.ByteBuffer} (bytes that are no text), or null for what is absent. Bits with names are a map of {@code value}, a
 * {@link Long}, and {@code flags}, the names of those that are set.
 *
 * @param timestampNanos nanoseconds since the epoch
 * @param facility the facility; empty if the name has none
 * @param event the event's name within its facility
 * @param stream the name of the stream file
 * @param streamContext what all events of the stream carry, in order
 * @param context what its facility's context holds, in order
 * @param fields its fields, in order
 */
public record EventRecord(
    long timestampNanos,
    String facility,
    String event,
    String stream,
    Map<String, Object> streamContext,
    Map<String, Object> context,
    Map<String, Object> fields) {
  /** Copies the maps. */
  public EventRecord {
    Objects.requireNonNull(facility);
    Objects.requireNonNull(event);
    Objects.requireNonNull(stream);
    streamContext = Collections.unmodifiableMap(new LinkedHashMap<>(streamContext));
    context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
