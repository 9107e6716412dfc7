package org.genevent.reader.output;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.TraceReader;
import org.genevent.reader.decode.FlatEvent;
import org.genevent.reader.decode.FlatField;
import org.genevent.reader.decode.FlatSink;

/**
 * What formats have in common: names are printed once and kept as bytes, and the fields of events with a plan are printed from
 * where they lie.
 */
abstract class ValuePrinter implements EventFormat, FlatSink {

  /** A field, and the bytes between the value before it and its own. */
  private record Step(byte[] before, FlatField field) {}

  /** Not final only so that names can be printed elsewhere once. */
  ByteOutput out;

  /** Whether the next value is the first of its structure or list. */
  boolean first;

  private final Map<List<FlatField>, Step[]> steps = new IdentityHashMap<>();
  private List<FlatField> lastFields;
  private Step[] lastSteps;
  private final Map<EventRecordClass, byte[]> events = new IdentityHashMap<>();
  private EventRecordClass lastClass;
  private byte[] lastEvent;
  private byte[][] streams = {};

  /** Takes what is captured, and what prints there: kept, as buffers are large and streams may be many; null while in use. */
  private ByteArrayOutputStream captured;

  private ByteOutput captor;

  ValuePrinter(ByteOutput out) {
    this.out = out;
  }

  /** Prints what stands in front of a value: what parts it from the one before, and its name. */
  abstract void begin(String name);

  abstract void number(long value, boolean signed, int radix, int sizeBits);

  abstract void real(double value, boolean single);

  void truth(boolean value) {
    out.ascii(value ? "true" : "false");
  }

  final void decimal(long value, boolean signed) {
    if (signed) {
      out.signed(value);
    } else {
      out.unsigned(value);
    }
  }

  /** Prints an enumeration's value; the label is null if it has none. */
  abstract void labelled(long value, boolean signed, String label);

  /** Prints the name of an event. */
  abstract void eventName(TraceReader reader);

  /** Prints the name of a stream. */
  abstract void streamName(TraceReader reader);

  /** Prints the name of the current event. */
  final void name(TraceReader reader) {
    EventRecordClass eventClass = reader.eventClass();
    if (eventClass != lastClass) {
      lastClass = eventClass;
      lastEvent = events.get(eventClass);
      if (lastEvent == null) {
        lastEvent = captured(() -> eventName(reader));
        events.put(eventClass, lastEvent);
      }
    }
    out.bytes(lastEvent);
  }

  /** Prints the name of the current event's stream. */
  final void stream(TraceReader reader) {
    int index = reader.streamIndex();
    if (index >= streams.length) {
      streams = Arrays.copyOf(streams, index + 16);
    }
    if (streams[index] == null) {
      streams[index] = captured(() -> streamName(reader));
    }
    out.bytes(streams[index]);
  }

  /** What is printed meanwhile, as bytes. */
  final byte[] captured(Runnable printing) {
    ByteOutput before = out;
    ByteArrayOutputStream bytes = captured == null ? new ByteArrayOutputStream() : captured;
    ByteOutput to = captured == null ? new ByteOutput(bytes) : captor;
    // there may be one inside
    captured = null;
    out = to;
    printing.run();
    to.flush();
    out = before;
    byte[] all = bytes.toByteArray();
    bytes.reset();
    captured = bytes;
    captor = to;
    return all;
  }

  @Override
  public final boolean fields(FlatEvent event, List<FlatField> fields) {
    if (fields != lastFields) {
      lastFields = fields;
      lastSteps = steps.get(fields);
      if (lastSteps == null) {
        lastSteps = steps(fields);
        steps.put(fields, lastSteps);
      }
    }
    Step[] all = lastSteps;
    for (int i = 0; i < all.length; i++) {
      Step step = all[i];
      FlatField field = step.field;
      if (field.kind == FlatField.Kind.OTHER) {
        first = i == 0;
        event.other(field, this);
        continue;
      }
      out.bytes(step.before);
      if (field.isInteger()) {
        integer(field, event.integer(field));
      } else if (field.kind == FlatField.Kind.STRING) {
        text(event.bytes(), event.textOffset(field), event.textLength(field));
      } else {
        real(event.floating(field), field.kind == FlatField.Kind.FLOAT);
      }
    }
    first = all.length == 0 && first;
    return true;
  }

  private Step[] steps(List<FlatField> fields) {
    List<Step> made = new ArrayList<>();
    for (FlatField field : fields) {
      first = made.isEmpty();
      made.add(new Step(captured(() -> begin(field.name)), field));
    }
    return made.toArray(new Step[0]);
  }

  private void integer(FlatField field, long value) {
    if (!field.isEnumeration()) {
      number(value, field.signed, field.radix, field.sizeBits());
    } else if (field.isTruth() && (value == 0 || value == 1)) {
      truth(value == 1);
    } else {
      enumerated(field, value);
    }
  }

  /** Prints an enumeration's value that is no truth value. */
  void enumerated(FlatField field, long value) {
    labelled(value, field.signed, field.label(value));
  }

  void text(ByteBuffer bytes, int offset, int length) {
    out.quoted(bytes, offset, length);
  }

  @Override
  public void beginStructure(String name) {
    begin(name);
    out.put('{');
    first = true;
  }

  @Override
  public void endStructure() {
    out.put('}');
    first = false;
  }

  @Override
  public void beginList(String name) {
    begin(name);
    out.put('[');
    first = true;
  }

  @Override
  public void endList() {
    out.put(']');
    first = false;
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    begin(name);
    number(value, signed, radix, sizeBits);
  }

  @Override
  public void floating(String name, double value, boolean single) {
    begin(name);
    real(value, single);
  }

  @Override
  public void bool(String name, boolean value) {
    begin(name);
    truth(value);
  }

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {
    begin(name);
    labelled(value, signed, label);
  }

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {
    begin(name);
    text(bytes, offset, length);
  }
}
