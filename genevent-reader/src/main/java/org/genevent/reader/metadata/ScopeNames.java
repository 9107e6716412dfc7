package org.genevent.reader.metadata;

import java.util.List;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.WireLocation;

/** How TSDL names the structures of packets and events. Source: CTF 1.8.3, section 7.3.2. */
final class ScopeNames {

  private ScopeNames() {}

  private static List<String> path(Scope scope) {
    return switch (scope) {
      case PACKET_HEADER -> List.of("trace", "packet", "header");
      case PACKET_CONTEXT -> List.of("stream", "packet", "context");
      case EVENT_HEADER -> List.of("stream", "event", "header");
      case STREAM_EVENT_CONTEXT -> List.of("stream", "event", "context");
      case EVENT_CONTEXT -> List.of("event", "context");
      case EVENT_FIELDS -> List.of("event", "fields");
    };
  }

  /** What a path means: one that begins with a scope begins there; null if it ends there, too. */
  static WireLocation location(List<String> names) {
    for (Scope scope : Scope.values()) {
      List<String> path = path(scope);
      if (names.size() >= path.size() && names.subList(0, path.size()).equals(path)) {
        return names.size() == path.size()
            ? null
            : new WireLocation.InScope(scope, names.subList(path.size(), names.size()));
      }
    }
    return new WireLocation.Nearest(names);
  }
}
