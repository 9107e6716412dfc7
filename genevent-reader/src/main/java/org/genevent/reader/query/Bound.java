package org.genevent.reader.query;

import java.util.List;
import org.genevent.model.trace.WireEnumeration;

/** An expression whose fields were found in a class of events. */
@FunctionalInterface
interface Bound {

  /** What it says of the event whose values were captured last. */
  Truth test();

  static Bound constant(Truth truth) {
    return () -> truth;
  }

  static Bound and(List<Bound> parts) {
    Bound[] all = parts.toArray(new Bound[0]);
    return () -> {
      Truth truth = Truth.TRUE;
      for (Bound part : all) {
        Truth one = part.test();
        if (one == Truth.FALSE) {
          return Truth.FALSE;
        } else if (one == Truth.UNKNOWN) {
          truth = Truth.UNKNOWN;
        }
      }
      return truth;
    };
  }

  static Bound or(List<Bound> parts) {
    Bound[] all = parts.toArray(new Bound[0]);
    return () -> {
      Truth truth = Truth.FALSE;
      for (Bound part : all) {
        Truth one = part.test();
        if (one == Truth.TRUE) {
          return Truth.TRUE;
        } else if (one == Truth.UNKNOWN) {
          truth = Truth.UNKNOWN;
        }
      }
      return truth;
    };
  }

  static Bound not(Bound of) {
    return () -> of.test().not();
  }

  static Bound holds(Value value) {
    return () -> value.kind == Value.Kind.BOOLEAN ? Truth.of(value.bits != 0) : Truth.UNKNOWN;
  }

  static Bound exists(Value value) {
    return () -> Truth.of(value.kind != Value.Kind.ABSENT);
  }

  static Bound matches(Value value, Glob glob, boolean negated) {
    return () -> {
      if (value.kind == Value.Kind.TEXT) {
        return Truth.of(glob.matches(value.text) != negated);
      } else if (value.kind == Value.Kind.ENUMERATION) {
        // a number without a label matches no pattern
        return Truth.of((value.text != null && glob.matches(value.text)) != negated);
      }
      return Truth.UNKNOWN;
    };
  }

  static Bound compare(Expression.Operator operator, Value left, Value right) {
    return () -> {
      int order = left.compareTo(right);
      if (order == Value.UNORDERED) {
        return Truth.of(operator == Expression.Operator.NOT_EQUAL);
      } else if (order == Value.INCOMPARABLE) {
        return labels(operator, left, right);
      }
      return Truth.of(operator.holds(order));
    };
  }

  /** Compares an enumeration with a text: by its label, which is the same or is not, but has no order. */
  private static Truth labels(Expression.Operator operator, Value left, Value right) {
    boolean labelAndText = left.kind == Value.Kind.ENUMERATION && right.kind == Value.Kind.TEXT
        || left.kind == Value.Kind.TEXT && right.kind == Value.Kind.ENUMERATION;
    if (!labelAndText || operator.isOrder()) {
      return Truth.UNKNOWN;
    }
    boolean same = left.text != null && left.text.equals(right.text);
    return Truth.of(same == (operator == Expression.Operator.EQUAL));
  }

  /** Compares an enumeration with one of its labels: by the numbers that the label stands for. */
  static Bound label(
      Expression.Operator operator, Value value, String label, WireEnumeration enumeration) {
    boolean signed = enumeration.container().signed();
    long[][] ranges = enumeration.mappings().stream()
        .filter(mapping -> mapping.label().equals(label))
        .map(mapping -> new long[] {mapping.firstValue(), mapping.lastValue()})
        .toArray(long[][]::new);
    if (operator.isOrder()) {
      return ranges.length == 0
          ? constant(Truth.UNKNOWN)
          : order(operator, value, signed, ranges[0]);
    }
    return () -> {
      if (value.kind != Value.Kind.ENUMERATION) {
        return Truth.UNKNOWN;
      }
      boolean inside = false;
      for (long[] range : ranges) {
        inside |= Value.compareIntegers(value.bits, signed, range[0], signed) >= 0
            && Value.compareIntegers(value.bits, signed, range[1], signed) <= 0;
      }
      return Truth.of(inside == (operator == Expression.Operator.EQUAL));
    };
  }

  private static Bound order(
      Expression.Operator operator, Value value, boolean signed, long[] range) {
    boolean withLast =
        operator == Expression.Operator.LESS_OR_EQUAL || operator == Expression.Operator.GREATER;
    long border = withLast ? range[1] : range[0];
    return () -> value.kind == Value.Kind.ENUMERATION
        ? Truth.of(operator.holds(Value.compareIntegers(value.bits, signed, border, signed)))
        : Truth.UNKNOWN;
  }
}
