package org.genevent.reader.query;

import org.genevent.reader.field.FieldPath;

/** One side of a comparison. */
sealed interface Operand {

  /** Where it begins, from 1. */
  int column();

  /** A value of the event. */
  record Field(FieldPath path, int column) implements Operand {}

  /** What is known of every event beside its fields. */
  record Fact(Kind kind, int column) implements Operand {

    enum Kind {
      /** Nanoseconds since the epoch. */
      TIMESTAMP("timestamp"),
      /** The full name. */
      EVENT("event"),
      /** What stands in front of the colon of the name. */
      FACILITY("facility"),
      /** The name of the stream file. */
      STREAM("stream");

      private final String word;

      Kind(String word) {
        this.word = word;
      }

      String word() {
        return word;
      }
    }
  }

  /** A value that stands in the expression. */
  record Constant(Value value, String shown, int column) implements Operand {}
}
