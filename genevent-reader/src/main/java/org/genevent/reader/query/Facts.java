package org.genevent.reader.query;

import org.genevent.reader.TraceReader;

/** What is known of every event beside its fields. */
final class Facts {

  private final Value[] values = new Value[Operand.Fact.Kind.values().length];

  Value of(Operand.Fact.Kind kind) {
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
    for (Operand.Fact.Kind kind : Operand.Fact.Kind.values()) {
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
