package org.genevent.reader.output;

import java.nio.ByteBuffer;
import java.util.List;
import org.genevent.reader.TraceReader;

/**
 * A line an event: time, stream, facility and event, what it carries in brackets, its fields in braces.
 *
 * <pre>
 * 2026-11-23T22:47:52.123456789Z main_2 shop:order_accepted [number=1, cashier="Ada"] {order_id=4711, currency=EUR}
 * </pre>
 */
final class TextFormat extends ValuePrinter {

  private final TimePrinter time;
  private final EventView view;

  TextFormat(ByteOutput out, PrintOptions options) {
    super(out);
    this.time = new TimePrinter(out, options.time().orElse(TimeForm.UTC));
    this.view = options.view();
  }

  @Override
  public void event(TraceReader reader) {
    time.print(reader);
    out.put(' ');
    stream(reader);
    out.put(' ');
    name(reader);
    if (view.hasPacketContext(reader)) {
      out.ascii(" [");
      first = true;
      view.packetContext(reader, this);
      out.put(']');
    }
    if (view.hasStreamContext(reader)) {
      out.ascii(" [");
      first = true;
      view.streamContext(reader, this);
      out.put(']');
    }
    if (view.hasContext(reader)) {
      out.ascii(" [");
      first = true;
      view.context(reader, this);
      out.put(']');
    }
    out.ascii(" {");
    first = true;
    view.fields(reader, this);
    out.ascii("}\n");
  }

  @Override
  void eventName(TraceReader reader) {
    if (!reader.facility().isEmpty()) {
      name(reader.facility());
      out.put(':');
    }
    name(reader.event());
  }

  @Override
  void streamName(TraceReader reader) {
    name(reader.stream());
  }

  /** A name as it is, if it is one; else in quotes, as it may hold anything. */
  private void name(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c >= 0x7F) {
        out.quoted(name);
        return;
      }
    }
    out.ascii(name);
  }

  @Override
  void begin(String name) {
    if (!first) {
      out.ascii(", ");
    }
    first = false;
    if (!name.isEmpty()) {
      name(name);
      out.put('=');
    }
  }

  @Override
  void number(long value, boolean signed, int radix, int sizeBits) {
    long bits = sizeBits == 64 ? value : value & (1L << sizeBits) - 1;
    switch (radix) {
      case 16 -> {
        out.ascii("0x");
        out.radix(bits, 4);
      }
      case 8 -> {
        out.put('0');
        out.radix(bits, 3);
      }
      case 2 -> {
        out.ascii("0b");
        out.radix(bits, 1);
      }
      default -> decimal(value, signed);
    }
  }

  @Override
  void real(double value, boolean single) {
    out.ascii(single ? Float.toString((float) value) : Double.toString(value));
  }

  @Override
  void labelled(long value, boolean signed, String label) {
    if (label == null) {
      out.put('?');
      decimal(value, signed);
    } else {
      name(label);
    }
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    begin(name);
    out.ascii("0x");
    out.radix(bits, 4);
    out.put('(');
    for (int i = 0; i < labels.size(); i++) {
      if (i > 0) {
        out.put('|');
      }
      name(labels.get(i));
    }
    out.put(')');
  }

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    begin(name);
    out.put('<');
    out.hexadecimal(bytes, offset, length);
    out.put('>');
  }

  @Override
  public void absent(String name) {
    begin(name);
    out.put('-');
  }
}
