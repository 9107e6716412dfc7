package org.genevent.reader.query;

import java.util.List;

/** What is asked of an event. */
sealed interface Expression {

  /** All of several parts. */
  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** One of several parts. */
  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** The opposite. */
  record Not(Expression of) implements Expression {}

  /** A field that is a truth value itself. */
  record Holds(Operand.Field field) implements Expression {}

  /** Whether the event has the field; never unknown. */
  record Exists(Operand.Field field) implements Expression {}

  /** A comparison of two values; the column is that of the operator. */
  record Comparison(Operator operator, Operand left, Operand right, int column)
      implements Expression {}

  /** A pattern that a text is held against. */
  record Matches(Operand of, Glob glob, boolean negated, int column) implements Expression {}

  /** How two values are compared. */
  enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    String symbol() {
      return symbol;
    }

    boolean isOrder() {
      return this != EQUAL && this != NOT_EQUAL;
    }

    /** The same with its sides exchanged. */
    Operator mirrored() {
      return switch (this) {
        case LESS -> GREATER;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case GREATER -> LESS;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        default -> this;
      };
    }

    /** What a comparison says whose sides stand to each other as a number to zero. */
    boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case NOT_EQUAL -> order != 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
      };
    }
  }
}
