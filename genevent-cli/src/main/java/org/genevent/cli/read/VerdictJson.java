package org.genevent.cli.read;

import java.io.StringWriter;
import java.util.Locale;
import java.util.OptionalLong;
import org.genevent.reader.verify.StreamVerdict;
import org.genevent.reader.verify.TraceReport;
import org.genevent.reader.verify.Trust;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Prints a verdict about traces as one JSON document.
 *
 * <pre>
 * {"verdict":"complete"|"unknown"|"incomplete","reasons":[…],
 *  "streams":[{"file":…,"verdict":…,"packets":…,"missing_packets":…,"events_sent":…,"events_read":…,"events_lost":…,
 *    "first_ns":…,"last_ns":…,"reasons":[…],"more_reasons":…}],
 *  "facilities":[{"name":…,"same":true|false,"message":…}]}
 * </pre>
 *
 * <p>What is not known is null.
 */
public final class VerdictJson {

  private final JsonGenerator json;

  private VerdictJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Prints.
   *
   * @param report the verdict
   * @return the document, with a line feed at its end
   */
  public static String print(TraceReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      new VerdictJson(generator).report(report);
    }
    return text + "\n";
  }

  private static String word(Trust trust) {
    return trust.name().toLowerCase(Locale.ROOT);
  }

  private void report(TraceReport report) {
    json.writeStartObject();
    json.writeStringProperty("verdict", word(report.trust()));
    reasons(report.reasons());
    json.writeArrayPropertyStart("streams");
    report.streams().forEach(this::stream);
    json.writeEndArray();
    json.writeArrayPropertyStart("facilities");
    for (TraceReport.FacilityVerdict facility : report.facilities()) {
      json.writeStartObject();
      json.writeStringProperty("name", facility.name());
      json.writeBooleanProperty("same", facility.trust() == Trust.COMPLETE);
      json.writeStringProperty("message", facility.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void reasons(Iterable<String> reasons) {
    json.writeArrayPropertyStart("reasons");
    reasons.forEach(json::writeString);
    json.writeEndArray();
  }

  private void stream(StreamVerdict stream) {
    json.writeStartObject();
    json.writeStringProperty("file", stream.file().toString());
    json.writeStringProperty("verdict", word(stream.trust()));
    json.writeNumberProperty("packets", stream.packets());
    json.writeNumberProperty("missing_packets", stream.missingPackets());
    optional("events_sent", stream.sentEvents());
    json.writeNumberProperty("events_read", stream.readEvents());
    json.writeNumberProperty("events_lost", stream.lostEvents());
    optional("first_ns", stream.firstNanos());
    optional("last_ns", stream.lastNanos());
    reasons(stream.reasons());
    json.writeNumberProperty("more_reasons", stream.moreReasons());
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
