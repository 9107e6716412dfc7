package org.genevent.reader.metadata.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.WireLocation;
import org.genevent.reader.metadata.Positions;

/** Parses where a length or selector is. Source: CTF2-SPEC-2.0, "Field location". */
final class LocationParser {

  private final Problems problems;
  private final Positions positions;

  LocationParser(Problems problems, Positions positions) {
    this.problems = problems;
    this.positions = positions;
  }

  WireLocation parse(Json value) {
    Properties properties = new Properties(problems, value, "a field location");
    Optional<Scope> origin = properties.optional("origin").map(this::scope);
    List<Json> path = properties.array("path");
    properties.end();
    int up = 0;
    List<String> names = new ArrayList<>();
    for (Json step : path) {
      if (step.isText()) {
        names.add(ModelNames.of((String) step.value()));
      } else if (step.value() != null) {
        throw problems.meaning(step, "a path has strings and nulls, not " + step.shown());
      } else if (!names.isEmpty()) {
        names.remove(names.size() - 1);
      } else if (origin.isPresent()) {
        throw problems.meaning(step, "the path leads out of the scope that it begins in");
      } else {
        up++;
      }
    }
    if (names.isEmpty() || path.get(path.size() - 1).value() == null) {
      throw problems.meaning(value, "the path does not end at a field");
    }
    WireLocation location = origin.isPresent()
        ? new WireLocation.InScope(origin.get(), names)
        : new WireLocation.Relative(up, names);
    positions.put(location, value.line(), value.column());
    return location;
  }

  private Scope scope(Json value) {
    return switch (value.isText() ? (String) value.value() : "") {
      case "packet-header" -> Scope.PACKET_HEADER;
      case "packet-context" -> Scope.PACKET_CONTEXT;
      case "event-record-header" -> Scope.EVENT_HEADER;
      case "event-record-common-context" -> Scope.STREAM_EVENT_CONTEXT;
      case "event-record-specific-context" -> Scope.EVENT_CONTEXT;
      case "event-record-payload" -> Scope.EVENT_FIELDS;
      default ->
        throw problems.meaning(
            value,
            "an origin is packet-header, packet-context, event-record-header,"
                + " event-record-common-context, event-record-specific-context or"
                + " event-record-payload, not "
                + value.shown());
    };
  }
}
