package org.genevent.reader.query;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.reader.field.EventShape;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.field.FieldKind;
import org.genevent.reader.field.FieldScope;

/** Finds what an expression says that can be true of no event, whatever its values. */
final class Checker {

  private final String name;
  private final EventShapes shapes;
  private final ZoneId zone;
  private final Findings findings;

  Checker(String name, EventShapes shapes, ZoneId zone, Findings findings) {
    this.name = name;
    this.shapes = shapes;
    this.zone = zone;
    this.findings = findings;
  }

  void check(Expression expression) {
    if (expression instanceof Expression.And and) {
      and.parts().forEach(this::check);
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(this::check);
    } else if (expression instanceof Expression.Not not) {
      check(not.of());
    } else if (expression instanceof Expression.Holds holds) {
      if (isKnown(holds.field())) {
        holds(holds.field());
      }
    } else if (expression instanceof Expression.Exists exists) {
      isKnown(exists.field());
    } else if (expression instanceof Expression.Matches matches) {
      if (isKnown(matches.of())) {
        matches(matches);
      }
    } else {
      Expression.Comparison comparison = (Expression.Comparison) expression;
      // both sides, so that all wrong names come in one run
      boolean left = isKnown(comparison.left());
      boolean right = isKnown(comparison.right());
      if (left && right) {
        compared(comparison);
      }
    }
  }

  private void report(DiagnosticCode code, int column, String message, String fix) {
    findings.add(Diagnostic.of(code, new Place.InFile(name, 1, column), message).withFix(fix));
  }

  private boolean anyShape(Predicate<EventShape> test) {
    return shapes.all().stream().anyMatch(test);
  }

  private static Optional<FieldKind> kind(Operand operand, EventShape shape) {
    return Names.kind(Names.resolve(operand, shape), shape);
  }

  private boolean isKnown(Operand operand) {
    if (!(operand instanceof Operand.Field field)
        || anyShape(shape -> shape.resolve(field.path()).isPresent())
        || Names.fact(field.path()).isPresent()) {
      return true;
    }
    reportUnknown(field);
    return false;
  }

  private void reportUnknown(Operand.Field field) {
    boolean withPrefix = field.path().scope() != FieldScope.ANY;
    Set<String> known = shapes.paths(withPrefix);
    Set<String> offered = new LinkedHashSet<>(known);
    if (!withPrefix) {
      for (EventFact fact : EventFact.values()) {
        offered.add(fact.word());
      }
    }
    String text = field.path().text();
    String question = findings.question(text.replaceAll("\\[[0-9]+\\]", "[0]"), offered);
    report(
        DiagnosticCode.QUERY_NAME,
        field.column(),
        "no event has a field '" + text + "'",
        question.isEmpty() ? example(field.path().scope(), known) : question);
  }

  private static String example(FieldScope scope, Set<String> known) {
    List<String> some =
        known.stream().filter(path -> path.startsWith(scope.prefix())).limit(11).toList();
    if (some.isEmpty()) {
      return "there are no fields" + (scope == FieldScope.ANY ? "" : " in " + scope.prefix());
    }
    return "there are " + String.join(", ", some.subList(0, Math.min(10, some.size())))
        + (some.size() > 10 ? ", …" : "");
  }

  /** The kinds that an operand has in one event or another, as words. */
  private String kinds(Operand operand) {
    if (operand instanceof Operand.Constant constant) {
      return constant.value().kind == Value.Kind.TEXT
          ? "a text"
          : constant.value().kind == Value.Kind.BOOLEAN
              ? "the truth value " + constant.shown()
              : "the number " + constant.shown();
    }
    Set<String> kinds = new LinkedHashSet<>();
    for (EventShape shape : shapes.all()) {
      kind(operand, shape).ifPresent(kind -> kinds.add(kind.text()));
    }
    return String.join(" or ", kinds);
  }

  private static String shown(Operand operand) {
    return operand instanceof Operand.Field field
        ? "'" + field.path().text() + "'"
        : operand instanceof Operand.Fact fact ? "'$" + fact.kind().word() + "'" : "it";
  }

  private void holds(Operand.Field field) {
    if (!anyShape(shape -> kind(field, shape).filter(FieldKind.BOOLEAN::equals).isPresent())) {
      report(
          DiagnosticCode.QUERY_TYPE,
          field.column(),
          shown(field) + " is " + kinds(field) + ", which is neither true nor false",
          "compare it, or ask for exists(" + field.path().text() + ")");
    }
  }

  private void matches(Expression.Matches matches) {
    boolean possible = anyShape(shape -> kind(matches.of(), shape)
        .filter(kind -> kind == FieldKind.TEXT || kind == FieldKind.ENUMERATION)
        .isPresent());
    if (!possible) {
      report(
          DiagnosticCode.QUERY_TYPE,
          matches.of().column(),
          matches.of() instanceof Operand.Constant
              ? "a pattern is held against a field, not against " + kinds(matches.of())
              : shown(matches.of()) + " is " + kinds(matches.of())
                  + "; only texts and labels have patterns",
          "");
    }
  }

  private void compared(Expression.Comparison comparison) {
    boolean together = anyShape(shape -> kind(comparison.left(), shape).isPresent()
        && kind(comparison.right(), shape).isPresent());
    if (!together) {
      report(
          DiagnosticCode.QUERY_TYPE,
          comparison.column(),
          "no event has both " + shown(comparison.left()) + " and " + shown(comparison.right()),
          "");
    } else if (!anyShape(shape -> isComparable(comparison, shape))) {
      incomparable(comparison);
    } else {
      checkLabel(comparison.left(), comparison.right());
      checkLabel(comparison.right(), comparison.left());
      checkTime(comparison.left(), comparison.right());
      checkTime(comparison.right(), comparison.left());
    }
  }

  private void incomparable(Expression.Comparison comparison) {
    boolean constantFirst = comparison.left() instanceof Operand.Constant;
    Operand first = constantFirst ? comparison.right() : comparison.left();
    Operand second = constantFirst ? comparison.left() : comparison.right();
    String message = comparison.left() instanceof Operand.Constant
            && comparison.right() instanceof Operand.Constant
        ? kinds(first) + " cannot be compared with " + kinds(second)
        : shown(first) + " is " + kinds(first) + " and cannot be compared with "
            + (second instanceof Operand.Constant
                ? kinds(second)
                : shown(second) + ", which is " + kinds(second));
    report(DiagnosticCode.QUERY_TYPE, comparison.column(), message, fixOf(second));
  }

  private static String fixOf(Operand second) {
    return second instanceof Operand.Constant constant && constant.value().kind.isNumber()
        ? "a text is written in quotes: \"" + constant.shown() + "\""
        : "";
  }

  private static boolean isComparable(Expression.Comparison comparison, EventShape shape) {
    Operand left = Names.resolve(comparison.left(), shape);
    Operand right = Names.resolve(comparison.right(), shape);
    Optional<FieldKind> leftKind = Names.kind(left, shape);
    Optional<FieldKind> rightKind = Names.kind(right, shape);
    return leftKind.isPresent()
        && rightKind.isPresent()
        && (isComparable(leftKind.get(), rightKind.get(), comparison.operator(), left, right)
            || isComparable(rightKind.get(), leftKind.get(), comparison.operator(), right, left));
  }

  private static boolean isComparable(
      FieldKind a, FieldKind b, Expression.Operator operator, Operand first, Operand second) {
    if (a.isNumber() && b.isNumber() || a == FieldKind.TEXT && b == FieldKind.TEXT) {
      return true;
    } else if (b != FieldKind.TEXT) {
      return false;
    }
    boolean constant = second instanceof Operand.Constant;
    // labels have an order by the numbers they stand for, which only a label that is written here
    // has
    return a == FieldKind.ENUMERATION && (constant || !operator.isOrder())
        || constant && first instanceof Operand.Fact fact && fact.kind() == EventFact.TIMESTAMP;
  }

  /** A label that none of the enumerations has is a mistake in writing. */
  private void checkLabel(Operand operand, Operand other) {
    if (!(operand instanceof Operand.Field field)
        || !(other instanceof Operand.Constant constant)
        || constant.value().kind != Value.Kind.TEXT) {
      return;
    }
    Set<String> labels = new LinkedHashSet<>();
    for (EventShape shape : shapes.all()) {
      Optional<WireEnumeration> enumeration = shape
          .field(field.path())
          .filter(found -> found.kind() == FieldKind.ENUMERATION)
          .flatMap(found -> found.enumeration());
      if (enumeration.isPresent()) {
        enumeration.get().mappings().forEach(mapping -> labels.add(mapping.label()));
      } else if (kind(field, shape).filter(FieldKind.TEXT::equals).isPresent()) {
        return;
      }
    }
    String label = constant.value().text;
    if (!labels.isEmpty() && !labels.contains(label)) {
      String question = findings.question(label, labels);
      report(
          DiagnosticCode.QUERY_TYPE,
          constant.column(),
          "the enumeration " + shown(field) + " has no label '" + label + "'",
          question.isEmpty()
              ? "there are " + String.join(", ", labels.stream().limit(10).toList())
                  + (labels.size() > 10 ? ", …" : "")
              : question);
    }
  }

  private void checkTime(Operand operand, Operand other) {
    boolean time = operand instanceof Operand.Fact fact && fact.kind() == EventFact.TIMESTAMP
        || operand instanceof Operand.Field field
            && Names.fact(field.path()).filter(EventFact.TIMESTAMP::equals).isPresent()
            && !anyShape(shape -> shape.resolve(field.path()).isPresent());
    if (time
        && other instanceof Operand.Constant constant
        && constant.value().kind == Value.Kind.TEXT
        && TimeText.absolute(constant.value().text, zone).isEmpty()) {
      report(
          DiagnosticCode.QUERY_TYPE,
          constant.column(),
          "'" + constant.value().text + "' is no time",
          "write a date such as \"2026-11-23T22:47:52.5Z\", or a number of nanoseconds");
    }
  }
}
