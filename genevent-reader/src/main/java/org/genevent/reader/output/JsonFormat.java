package org.genevent.reader.output;

import java.nio.ByteBuffer;
import java.util.List;
import org.genevent.reader.TraceReader;

/**
 * JSON lines: {@code timestamp_ns}, {@code timestamp} if a form of it is asked for, {@code facility}, {@code event}, {@code stream},
 * {@code stream_context} and {@code context} where there are such, and {@code fields}.
 *
 * <p>Integers are numbers with all their digits, also beyond 2^53; an enumeration is its label, or its number if it has
 * none; bits with names are an object of {@code value} and {@code flags}; bytes are a string of hexadecimal digits; an absent value is null; NaN and the infinities, which JSON does not have, are strings.
 */
final class JsonFormat extends ValuePrinter {

  private final TimePrinter time;
  private final EventView view;

  JsonFormat(ByteOutput out, PrintOptions options) {
    super(out);
    this.time = options.time().map(form -> new TimePrinter(out, form)).orElse(null);
    this.view = options.view();
  }

  @Override
  public void event(TraceReader reader) {
    out.ascii("{\"timestamp_ns\":");
    out.signed(reader.timestampNanos());
    if (time != null) {
      out.ascii(",\"timestamp\":\"");
      time.print(reader);
      out.put('"');
    }
    name(reader);
    stream(reader);
    if (view.hasPacketContext(reader)) {
      out.ascii(",\"packet_context\":{");
      first = true;
      view.packetContext(reader, this);
      out.put('}');
    }
    if (view.hasStreamContext(reader)) {
      out.ascii(",\"stream_context\":{");
      first = true;
      view.streamContext(reader, this);
      out.put('}');
    }
    if (view.hasContext(reader)) {
      out.ascii(",\"context\":{");
      first = true;
      view.context(reader, this);
      out.put('}');
    }
    out.ascii(",\"fields\":{");
    first = true;
    view.fields(reader, this);
    out.ascii("}}\n");
  }

  @Override
  void eventName(TraceReader reader) {
    out.ascii(",\"facility\":");
    out.quoted(reader.facility());
    out.ascii(",\"event\":");
    out.quoted(reader.event());
  }

  @Override
  void streamName(TraceReader reader) {
    out.ascii(",\"stream\":");
    out.quoted(reader.stream());
  }

  @Override
  void begin(String name) {
    if (!first) {
      out.put(',');
    }
    first = false;
    if (!name.isEmpty()) {
      out.quoted(name);
      out.put(':');
    }
  }

  @Override
  void number(long value, boolean signed, int radix, int sizeBits) {
    decimal(value, signed);
  }

  @Override
  void real(double value, boolean single) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      out.quoted(Double.toString(value));
    } else {
      out.ascii(single ? Float.toString((float) value) : Double.toString(value));
    }
  }

  @Override
  void labelled(long value, boolean signed, String label) {
    if (label == null) {
      decimal(value, signed);
    } else {
      out.quoted(label);
    }
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    begin(name);
    out.ascii("{\"value\":");
    out.unsigned(bits);
    out.ascii(",\"flags\":[");
    for (int i = 0; i < labels.size(); i++) {
      if (i > 0) {
        out.put(',');
      }
      out.quoted(labels.get(i));
    }
    out.ascii("]}");
  }

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    begin(name);
    out.put('"');
    out.hexadecimal(bytes, offset, length);
    out.put('"');
  }

  @Override
  public void absent(String name) {
    begin(name);
    out.ascii("null");
  }
}
