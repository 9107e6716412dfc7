package org.genevent.cli.read;

import java.io.StringWriter;
import java.util.List;
import java.util.OptionalLong;
import org.genevent.reader.stats.EventStatistics;
import org.genevent.reader.stats.Gap;
import org.genevent.reader.stats.Loss;
import org.genevent.reader.stats.StreamStatistics;
import org.genevent.reader.stats.TraceStatistics;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Prints what traces hold as one JSON document.
 *
 * <pre>
 * {"events":[{"name":…,"count":…,"rate_per_s":…,"size_bytes":…,"first_ns":…,"last_ns":…}],
 *  "total":{"count":…,"rate_per_s":…,"size_bytes":…},
 *  "streams":[{"file":…,"packets":…,"size_bytes":…,"events":…,"first_ns":…,"last_ns":…,"lost_events":…,"missing_packets":…,
 *    "losses":[{"events":…,"from_ns":…,"to_ns":…}],
 *    "gaps":[{"first_sequence":…,"last_sequence":…,"before_byte":…}]}]}
 * </pre>
 *
 * <p>What is not known is null.
 */
public final class StatisticsJson {

  private final JsonGenerator json;

  private StatisticsJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Prints.
   *
   * @param statistics what was counted
   * @return the document, with a line feed at its end
   */
  public static String print(TraceStatistics statistics) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      StatisticsJson printer = new StatisticsJson(generator);
      generator.writeStartObject();
      printer.events(statistics.events());
      generator.writeArrayPropertyStart("streams");
      statistics.streams().forEach(printer::stream);
      generator.writeEndArray();
      generator.writeEndObject();
    }
    return text + "\n";
  }

  private void events(List<EventStatistics> events) {
    long span = StatisticsText.spanNanos(events);
    json.writeArrayPropertyStart("events");
    long count = 0;
    long bits = 0;
    for (EventStatistics event : events) {
      json.writeStartObject();
      json.writeStringProperty("name", event.name());
      numbers(event.count(), event.sizeBits(), span);
      json.writeNumberProperty("first_ns", event.firstNanos());
      json.writeNumberProperty("last_ns", event.lastNanos());
      json.writeEndObject();
      count += event.count();
      bits += event.sizeBits();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("total");
    numbers(count, bits, span);
    json.writeEndObject();
  }

  private void numbers(long count, long bits, long spanNanos) {
    json.writeNumberProperty("count", count);
    double rate = StatisticsText.rate(count, spanNanos);
    if (Double.isNaN(rate)) {
      json.writeNullProperty("rate_per_s");
    } else {
      json.writeNumberProperty("rate_per_s", rate);
    }
    json.writeNumberProperty("size_bytes", bits + 7 >>> 3);
  }

  private void stream(StreamStatistics stream) {
    json.writeStartObject();
    json.writeStringProperty("file", stream.file().toString());
    json.writeNumberProperty("packets", stream.packets());
    json.writeNumberProperty("size_bytes", stream.sizeBytes());
    json.writeNumberProperty("events", stream.events());
    optional("first_ns", stream.firstNanos());
    optional("last_ns", stream.lastNanos());
    json.writeNumberProperty("lost_events", stream.lostEvents());
    json.writeNumberProperty("missing_packets", stream.missingPackets());
    json.writeArrayPropertyStart("losses");
    for (Loss loss : stream.losses()) {
      json.writeStartObject();
      json.writeNumberProperty("events", loss.events());
      optional("from_ns", loss.fromNanos());
      optional("to_ns", loss.toNanos());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("gaps");
    for (Gap gap : stream.gaps()) {
      json.writeStartObject();
      json.writeNumberProperty("first_sequence", gap.firstSequence());
      json.writeNumberProperty("last_sequence", gap.lastSequence());
      json.writeNumberProperty("before_byte", gap.beforeByte());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void optional(String name, OptionalLong value) {
    if (value.isPresent()) {
      json.writeNumberProperty(name, value.getAsLong());
    } else {
      json.writeNullProperty(name);
    }
  }
}
