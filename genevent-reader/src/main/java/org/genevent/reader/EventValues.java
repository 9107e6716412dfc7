package org.genevent.reader;

import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.decode.FieldLocation;
import org.genevent.reader.decode.FlatEvent;
import org.genevent.reader.decode.FlatField;
import org.genevent.reader.stream.EventStream;

/**
 * Values of the current event of a stream by reference, found by decoding. Once it is known where a value lies, the reader takes
 * it from there itself.
 */
final class EventValues {

  private final PathSink picked = new PathSink();
  private final ScalarSink scalar = new ScalarSink();

  /** The numbers of classes that have none from their format, behind all that have. */
  private final Map<EventRecordClass, Integer> otherClasses = new IdentityHashMap<>();

  private int classCount;

  /** Says how many classes have numbers already. */
  void numbered(int count) {
    classCount = count;
  }

  private FieldLocation location(EventStream current, FieldReference field) {
    int index = current.classIndex();
    if (index < 0) {
      index = otherClasses.computeIfAbsent(current.eventClass(), key -> classCount++);
    }
    FieldLocation found = field.location(index);
    if (found == null) {
      found = current.eventClass().name().equals(field.event())
          ? current.locate(field.scope(), field.path())
          : FieldLocation.ABSENT;
      field.location(index, found);
    }
    return found;
  }

  boolean has(EventStream current, FieldReference field) {
    FieldLocation found = location(current, field);
    if (found.field() != null && current.flat() != null) {
      return true;
    }
    return scalar(current, field).kind != ScalarSink.Kind.NOTHING;
  }

  private ScalarSink scalar(EventStream current, FieldReference field) {
    scalar.clear();
    FieldLocation found = location(current, field);
    FlatEvent event = current.flat();
    if (found.field() != null && event != null) {
      event.other(found.field(), scalar);
    } else if (found.exists()) {
      picked.start(field.path(), scalar);
      current.part(field.scope(), picked);
    }
    return scalar;
  }

  private static IllegalStateException noSuchValue(FieldReference field, String kind) {
    return new IllegalStateException("the current event has no " + kind + " '" + field + "'");
  }

  long integer(EventStream current, FieldReference field) {
    return switch (scalar(current, field).kind) {
      case INTEGER, BOOLEAN, ENUMERATION -> scalar.integer;
      default -> throw noSuchValue(field, "integer");
    };
  }

  double floating(EventStream current, FieldReference field) {
    if (scalar(current, field).kind != ScalarSink.Kind.FLOATING) {
      throw noSuchValue(field, "floating point number");
    }
    return scalar.floating;
  }

  String string(EventStream current, FieldReference field) {
    return switch (scalar(current, field).kind) {
      case TEXT -> {
        byte[] copy = new byte[scalar.length];
        scalar.bytes.get(scalar.offset, copy);
        yield new String(copy, StandardCharsets.UTF_8);
      }
      case ENUMERATION -> scalar.label;
      default -> throw noSuchValue(field, "text");
    };
  }

  int text(EventStream current, FieldReference field, byte[] into) {
    if (scalar(current, field).kind != ScalarSink.Kind.TEXT) {
      throw noSuchValue(field, "text");
    }
    scalar.bytes.get(scalar.offset, into, 0, Math.min(into.length, scalar.length));
    return scalar.length;
  }

  void value(EventStream current, FieldReference field, FieldSink sink) {
    if (location(current, field).exists()) {
      FlatField place = location(current, field).field();
      FlatEvent event = current.flat();
      if (place != null && event != null) {
        event.other(place, sink);
        return;
      }
      picked.start(field.path(), sink);
      current.part(field.scope(), picked);
    }
  }

  /** The current event of a reader as an object. */
  static EventRecord record(TraceReader reader) {
    MapSink streamContext = new MapSink();
    reader.streamContext(streamContext);
    MapSink context = new MapSink();
    reader.context(context);
    MapSink fields = new MapSink();
    reader.fields(fields);
    return new EventRecord(
        reader.timestampNanos(),
        reader.facility(),
        reader.event(),
        reader.stream(),
        streamContext.top(),
        context.top(),
        fields.top());
  }
}
