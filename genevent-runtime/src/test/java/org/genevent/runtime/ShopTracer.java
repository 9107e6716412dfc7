package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.genevent.annotation.Level;

/** A tracer in the form in which they are generated: a number, a text, a context. */
final class ShopTracer {

  private static final String INT = "integer { size = 32; align = 32; signed = true; }";
  private static final String LONG = "integer { size = 64; align = 64; signed = true; }";

  private static final TracedFacility FACILITY = TracedFacility.define("shop", 0x1A2B3C4D)
      .event(0, "sold", Level.INFO, "main", struct(INT + " _number;\n\t\t" + LONG + " _id;"))
      .event(
          1,
          "named",
          Level.INFO,
          "main",
          struct(INT + " _number;\n\t\tstring { encoding = UTF8; } _name;"))
      .event(2, "closed", Level.DEBUG, "main", "")
      .register();

  private static final TracedFacility WITH_CONTEXT = TracedFacility.define("till", 0x11223344)
      .context(struct(LONG + " _request;"))
      .event(0, "paid", Level.INFO, "main", struct(INT + " _amount;"))
      .register();

  private static final Tracepoint SOLD = FACILITY.tracepoint(0);
  private static final Tracepoint NAMED = FACILITY.tracepoint(1);
  private static final Tracepoint CLOSED = FACILITY.tracepoint(2);
  private static final Tracepoint PAID = WITH_CONTEXT.tracepoint(0);
  private static final ContextBinding CONTEXT = new ContextBinding(new byte[Long.BYTES]);

  private ShopTracer() {}

  private static String struct(String members) {
    return "struct {\n\t\t" + members + "\n\t} align(64)";
  }

  static Tracepoint soldPoint() {
    return SOLD;
  }

  /** Returns whether the event was committed, by the one session that runs. */
  static boolean sold(int number, long id) {
    boolean written = false;
    for (Route route = SOLD.route(); route != null; route = route.next()) {
      EventWriter writer = route.begin(16);
      if (writer != null) {
        writer.putInt(0, number);
        writer.zero(4, 8);
        writer.putLong(8, id);
        writer.commit();
        written = true;
      }
    }
    return written;
  }

  static boolean named(int number, String name) {
    boolean written = false;
    for (Route route = NAMED.route(); route != null; route = route.next()) {
      EventWriter writer = route.begin(4 + Utf8.sizeBytes(name));
      if (writer != null) {
        writer.putInt(0, number);
        writer.putString(4, name);
        writer.commit();
        written = true;
      }
    }
    return written;
  }

  static void closed() {
    for (Route route = CLOSED.route(); route != null; route = route.next()) {
      EventWriter writer = route.begin(0);
      if (writer != null) {
        writer.commit();
      }
    }
  }

  static Scope bindRequest(long request) {
    byte[] encoded = new byte[Long.BYTES];
    ByteBuffer.wrap(encoded).order(ByteOrder.nativeOrder()).putLong(request);
    return CONTEXT.bind(encoded);
  }

  static void paid(int amount) {
    for (Route route = PAID.route(); route != null; route = route.next()) {
      EventWriter writer = route.begin(CONTEXT.current(), 4);
      if (writer != null) {
        writer.putInt(0, amount);
        writer.commit();
      }
    }
  }
}
