package org.genevent.emitter.ctf;

import org.genevent.model.trace.Scope;
import org.genevent.model.trace.WireLocation;

/** Prints references to fields as TSDL. Source: CTF 1.8.3, section 7.3.2. */
final class LocationText {

  private LocationText() {}

  static String of(WireLocation location) {
    String path = String.join(".", location.names());
    if (location instanceof WireLocation.InScope absolute) {
      return scope(absolute.scope()) + "." + path;
    } else if (location instanceof WireLocation.Relative relative && relative.levelsUp() > 0) {
      throw new IllegalArgumentException("TSDL has no way up: " + location);
    }
    return path;
  }

  private static String scope(Scope scope) {
    return switch (scope) {
      case PACKET_HEADER -> "trace.packet.header";
      case PACKET_CONTEXT -> "stream.packet.context";
      case EVENT_HEADER -> "stream.event.header";
      case STREAM_EVENT_CONTEXT -> "stream.event.context";
      case EVENT_CONTEXT -> "event.context";
      case EVENT_FIELDS -> "event.fields";
    };
  }
}
