package org.genevent.reader.query;

import org.genevent.reader.TraceReader;

/** What is known of every event beside its fields. */
final class Facts {

  private final Value[] values = new Value[EventFact.values().length];

  Value of(EventFact kind) {
    Value value = values[kind.ordinal()];
    if (value == null) {
      value = new Value();
      values[kind.ordinal()] = value;
    }
    return value;
  }

  boolean isEmpty() {
    for (Value value : values) {
      if (value != null) {
        return false;
      }
    }
    return true;
  }

  void fill(TraceReader reader) {
    for (EventFact kind : EventFact.values()) {
      Value value = values[kind.ordinal()];
      if (value != null) {
        switch (kind) {
          case TIMESTAMP -> value.setInteger(reader.timestampNanos(), true);
          case EVENT -> value.setText(reader.eventClass().name());
          case FACILITY -> value.setText(reader.facility());
          case STREAM -> value.setText(reader.stream());
        }
      }
    }
  }
}
