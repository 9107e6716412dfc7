package org.genevent.ltt;

import org.genevent.annotation.Level;
import org.genevent.runtime.EventWriter;
import org.genevent.runtime.Route;
import org.genevent.runtime.TracedFacility;
import org.genevent.runtime.Tracepoint;

/** A tracer in the form in which they are generated for CTF: a number. */
final class CountTracer {

  private static final TracedFacility FACILITY = TracedFacility.define("count", 0x01020304)
      .event(
          0,
          "up",
          Level.INFO,
          "main",
          "struct {\n\t\tinteger { size = 64; align = 64; } _number;\n\t} align(64)")
      .register();

  private static final Tracepoint UP = FACILITY.tracepoint(0);

  private CountTracer() {}

  static void up(long number) {
    for (Route route = UP.route(); route != null; route = route.next()) {
      EventWriter writer = route.begin(Long.BYTES);
      if (writer != null) {
        writer.putLong(0, number);
        writer.commit();
      }
    }
  }
}
