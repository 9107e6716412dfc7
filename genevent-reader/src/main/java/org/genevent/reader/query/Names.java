package org.genevent.reader.query;

import java.util.Optional;
import org.genevent.reader.field.EventShape;
import org.genevent.reader.field.FieldKind;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.field.FieldScope;

/** Finds what an operand means in a class of events. */
final class Names {

  private Names() {}

  /** A field, or a fact where the class has no field of that name; the same operand if it is neither. */
  static Operand resolve(Operand operand, EventShape shape) {
    if (operand instanceof Operand.Field field) {
      Optional<FieldPath> path = shape.resolve(field.path());
      if (path.isPresent()) {
        return new Operand.Field(path.get(), field.column());
      }
      Optional<EventFact> fact = fact(field.path());
      if (fact.isPresent()) {
        return new Operand.Fact(fact.get(), field.column());
      }
    }
    return operand;
  }

  /** What a bare name means where no field has it. */
  static Optional<EventFact> fact(FieldPath path) {
    if (path.scope() == FieldScope.ANY && path.steps().size() == 1) {
      for (EventFact kind : EventFact.values()) {
        if (kind.word().equals(path.steps().get(0).name())) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }

  /** What the values of a resolved operand are in a class; empty for a field that it does not have. */
  static Optional<FieldKind> kind(Operand resolved, EventShape shape) {
    if (resolved instanceof Operand.Field field) {
      return shape.field(field.path()).map(found -> found.kind());
    } else if (resolved instanceof Operand.Fact fact) {
      return Optional.of(fact.kind() == EventFact.TIMESTAMP ? FieldKind.INTEGER : FieldKind.TEXT);
    }
    Value value = ((Operand.Constant) resolved).value();
    return Optional.of(
        switch (value.kind) {
          case INTEGER -> FieldKind.INTEGER;
          case FLOATING -> FieldKind.FLOATING;
          case BOOLEAN -> FieldKind.BOOLEAN;
          default -> FieldKind.TEXT;
        });
  }
}
