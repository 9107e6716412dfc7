package org.genevent.reader.query;

import org.genevent.reader.field.FieldPath;

/** One side of a comparison. */
sealed interface Operand {

  /** Where it begins, from 1. */
  int column();

  /** A value of the event. */
  record Field(FieldPath path, int column) implements Operand {}

  /** What is known of every event beside its fields. */
  record Fact(EventFact kind, int column) implements Operand {}

  /** A value that stands in the expression. */
  record Constant(Value value, String shown, int column) implements Operand {}
}
