package org.genevent.reader.query;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShape;
import org.genevent.reader.field.FieldKind;
import org.genevent.reader.field.FieldScope;
import org.genevent.reader.field.VisibleField;

/** An expression for one class of events: what to capture of each, and what to ask of that. Used by one thread. */
final class Binder {

  private final EventShape shape;
  private final ZoneId zone;
  private final Facts facts = new Facts();
  private final Map<FieldScope, FieldCapture> captures = new EnumMap<>(FieldScope.class);
  private final Bound bound;

  /** The answer where it is the same for all events of the class; else null. */
  private final Truth always;

  Binder(Expression expression, EventShape shape, ZoneId zone) {
    this.shape = shape;
    this.zone = zone;
    this.bound = bind(expression);
    this.always = facts.isEmpty() && captures.isEmpty() ? bound.test() : null;
  }

  Truth test(TraceReader reader) {
    if (always != null) {
      return always;
    }
    facts.fill(reader);
    captures.forEach((scope, capture) -> {
      capture.clear();
      switch (scope) {
        case FIELDS -> reader.fields(capture);
        case CONTEXT -> reader.context(capture);
        case COMMON -> reader.streamContext(capture);
        default -> reader.packetContext(capture);
      }
    });
    return bound.test();
  }

  private Bound bind(Expression expression) {
    if (expression instanceof Expression.And and) {
      return Bound.and(all(and.parts()));
    } else if (expression instanceof Expression.Or or) {
      return Bound.or(all(or.parts()));
    } else if (expression instanceof Expression.Not not) {
      return Bound.not(bind(not.of()));
    } else if (expression instanceof Expression.Holds holds) {
      return Bound.holds(value(Names.resolve(holds.field(), shape)));
    } else if (expression instanceof Expression.Exists exists) {
      return Bound.exists(value(Names.resolve(exists.field(), shape)));
    } else if (expression instanceof Expression.Matches matches) {
      return Bound.matches(
          value(Names.resolve(matches.of(), shape)), matches.glob(), matches.negated());
    }
    return comparison((Expression.Comparison) expression);
  }

  private List<Bound> all(List<Expression> parts) {
    return parts.stream().map(this::bind).toList();
  }

  private Bound comparison(Expression.Comparison comparison) {
    Operand left = Names.resolve(comparison.left(), shape);
    Operand right = Names.resolve(comparison.right(), shape);
    if (left instanceof Operand.Constant text && text.value().kind == Value.Kind.TEXT) {
      return withText(comparison.operator().mirrored(), right, text.value());
    } else if (right instanceof Operand.Constant text && text.value().kind == Value.Kind.TEXT) {
      return withText(comparison.operator(), left, text.value());
    }
    return Bound.compare(comparison.operator(), value(left), value(right));
  }

  private Bound withText(Expression.Operator operator, Operand operand, Value text) {
    if (operand instanceof Operand.Fact fact && fact.kind() == EventFact.TIMESTAMP) {
      OptionalLong nanos = TimeText.absolute(text.text, zone);
      return nanos.isPresent()
          ? Bound.compare(operator, value(operand), Value.integer(nanos.getAsLong(), true))
          : Bound.constant(Truth.UNKNOWN);
    } else if (operand instanceof Operand.Field field) {
      VisibleField found = shape.field(field.path()).orElse(null);
      if (found != null && found.kind() == FieldKind.ENUMERATION) {
        return Bound.label(
            operator, value(operand), text.text, found.enumeration().orElseThrow());
      }
    }
    return Bound.compare(operator, value(operand), text);
  }

  private Value value(Operand resolved) {
    if (resolved instanceof Operand.Constant constant) {
      return constant.value();
    } else if (resolved instanceof Operand.Fact fact) {
      return facts.of(fact.kind());
    }
    Operand.Field field = (Operand.Field) resolved;
    if (shape.field(field.path()).isEmpty()) {
      // never filled: what the class does not have is absent
      return new Value();
    }
    return captures
        .computeIfAbsent(field.path().scope(), scope -> new FieldCapture())
        .at(field.path().steps());
  }
}
