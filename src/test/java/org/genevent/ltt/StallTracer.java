package org.genevent.ltt;

import org.genevent.annotation.Level;
import org.genevent.runtime.EventWriter;
import org.genevent.runtime.Route;
import org.genevent.runtime.TracedFacility;
import org.genevent.runtime.Tracepoint;

/** A tracer in the form in which they are generated with the layout of LTT. */
final class StallTracer {

  static final String XML = """
      <?xml version="1.0"?>
      <facility name="stall">
        <event name="sold">
          <field name="number">
            <uint_fixed size="8"/>
          </field>
        </event>
        <event name="filled">
          <field name="bytes">
            <sequence>
              <uint_fixed size="8"/>
              <uchar/>
            </sequence>
          </field>
        </event>
        <event name="closed">
        </event>
      </facility>
      """;

  /** That of the description; its last byte is the id. */
  static final int CHECKSUM = 0xDB43D742;

  private static final TracedFacility FACILITY = TracedFacility.define("stall", CHECKSUM)
      .ltt("stall.xml", 8, XML)
      .event(0, "sold", Level.INFO, "main", "")
      .event(1, "filled", Level.INFO, "bulk", "")
      .event(2, "closed", Level.DEBUG, "main", "")
      .register();

  private static final Tracepoint SOLD = FACILITY.tracepoint(0);
  private static final Tracepoint FILLED = FACILITY.tracepoint(1);
  private static final Tracepoint CLOSED = FACILITY.tracepoint(2);

  private StallTracer() {}

  /** Returns whether the event was committed, by the last session that runs. */
  static boolean sold(long number) {
    boolean written = false;
    for (Route route = SOLD.route(); route != null; route = route.next()) {
      EventWriter writer = route.beginSized(Long.BYTES);
      written = writer != null;
      if (writer != null) {
        writer.putLong(0, number);
        writer.commit();
      }
    }
    return written;
  }

  static void filled(int count) {
    byte[] bytes = new byte[count];
    int end = Long.BYTES + count + 7 & -8;
    for (Route route = FILLED.route(); route != null; route = route.next()) {
      EventWriter writer = route.beginSized(end);
      if (writer != null) {
        writer.putLong(0, count);
        writer.zero(writer.putBytes(Long.BYTES, bytes, 0, count), end);
        writer.commit();
      }
    }
  }

  static void closed() {
    for (Route route = CLOSED.route(); route != null; route = route.next()) {
      EventWriter writer = route.beginSized(0);
      if (writer != null) {
        writer.commit();
      }
    }
  }
}
