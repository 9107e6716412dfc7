package org.genevent.reader.query;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.field.FieldScope;
import org.genevent.reader.query.Expression.Operator;

/**
 * Reads an expression.
 *
 * <pre>
 * or         = and { ("or" | "||") and }
 * and        = not { ("and" | "&amp;&amp;") not }
 * not        = ("not" | "!") not | "(" or ")" | "exists" "(" path ")" | comparison
 * comparison = path | operand ("==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=") operand
 *            | operand ("=~" | "!~") text
 * operand    = path | fact | ["-" | "+"] number | text | "true" | "false"
 * path       = name { "." name | "[" number "]" }
 * </pre>
 */
final class Parser {

  /** No reasonable expression is longer or deeper. */
  static final int MAX_LENGTH_CHARS = 1 << 16;

  static final int MAX_DEPTH = 200;

  private static final BigInteger LEAST = BigInteger.ONE.shiftLeft(63).negate();
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private static final Set<String> WORDS = Set.of("and", "or", "not", "true", "false", "exists");

  private final List<Token> tokens;
  private int at;
  private int depth;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Expression parse(String text) {
    if (text.length() > MAX_LENGTH_CHARS) {
      throw new QueryFailure(
          MAX_LENGTH_CHARS + 1,
          "the expression has " + text.length() + " characters, the limit is " + MAX_LENGTH_CHARS,
          "");
    }
    Parser parser = new Parser(Lexer.tokens(text));
    if (parser.peek().kind() == Token.Kind.END) {
      throw new QueryFailure(1, "the expression is empty", "write one such as 'total > 5'");
    }
    Expression expression = parser.or();
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw unexpected(rest);
    }
    return expression;
  }

  /** A field or a fact alone. */
  static Operand name(String text) {
    Parser parser = new Parser(Lexer.tokens(text));
    Token first = parser.peek();
    Operand named = parser.wholePart();
    if (named == null) {
      named = parser.operand();
    }
    if (named instanceof Operand.Constant) {
      throw new QueryFailure(first.column(), "a field is wanted here, not " + first.shown(), "");
    }
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw new QueryFailure(
          rest.column(), rest.shown() + " does not belong behind the name of a field", "");
    }
    return named;
  }

  /** The name of a part of events alone, which stands for all of its fields; null if there is none. */
  private Operand.Field wholePart() {
    for (FieldScope scope : FieldScope.values()) {
      if (scope != FieldScope.ANY
          && peek().text().equals(scope.prefix())
          && tokens.get(at + 1).kind() == Token.Kind.END) {
        return new Operand.Field(new FieldPath(scope, List.of()), next().column());
      }
    }
    return null;
  }

  private static QueryFailure unexpected(Token rest) {
    String fix = rest.isSymbol(")")
        ? "there is no '(' for it"
        : rest.kind() == Token.Kind.SYMBOL ? "" : "join conditions with and, or";
    return new QueryFailure(
        rest.column(), rest.shown() + " does not belong here, the expression could end", fix);
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  private boolean accept(String symbol, String word) {
    boolean there = peek().isSymbol(symbol) || peek().isWord(word);
    if (there) {
      at++;
    }
    return there;
  }

  private boolean acceptSymbol(String symbol) {
    return accept(symbol, "");
  }

  private void expect(String symbol, String what) {
    if (!acceptSymbol(symbol)) {
      throw new QueryFailure(
          peek().column(), what + " is wanted here, not " + peek().shown(), "");
    }
  }

  private Expression or() {
    List<Expression> parts = new ArrayList<>(List.of(and()));
    while (accept("||", "or")) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts);
  }

  private Expression and() {
    List<Expression> parts = new ArrayList<>(List.of(not()));
    while (accept("&&", "and")) {
      parts.add(not());
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
  }

  private void enter(Token where) {
    if (++depth > MAX_DEPTH) {
      throw new QueryFailure(
          where.column(), "the expression is nested deeper than " + MAX_DEPTH + " levels", "");
    }
  }

  private Expression not() {
    Token first = peek();
    if (accept("!", "not")) {
      enter(first);
      Expression of = not();
      depth--;
      return new Expression.Not(of);
    } else if (acceptSymbol("(")) {
      enter(first);
      Expression inner = or();
      depth--;
      expect(")", "a ')' for the '(' at column " + first.column());
      return inner;
    } else if (first.isWord("exists") && tokens.get(at + 1).isSymbol("(")) {
      at += 2;
      Expression exists = new Expression.Exists(field());
      expect(")", "a ')' behind the field");
      return exists;
    }
    return comparison();
  }

  private Operand.Field field() {
    Token token = peek();
    if (operand() instanceof Operand.Field field) {
      return field;
    }
    throw new QueryFailure(token.column(), "a field is wanted here, not " + token.shown(), "");
  }

  private Expression comparison() {
    Operand left = operand();
    Token symbol = peek();
    boolean negated = symbol.isSymbol("!~");
    if (negated || symbol.isSymbol("=~")) {
      at++;
      return matches(left, negated, symbol);
    }
    for (Operator operator : Operator.values()) {
      if (acceptSymbol(operator.symbol())) {
        Operand right = operand();
        refuseChain();
        return new Expression.Comparison(operator, left, right, symbol.column());
      }
    }
    if (left instanceof Operand.Field field) {
      if (symbol.kind() == Token.Kind.NAME && !WORDS.contains(symbol.text())) {
        throw new QueryFailure(
            symbol.column(),
            "a comparison is wanted here, not " + symbol.shown(),
            symbol.text().equalsIgnoreCase("like") ? "write =~ to match a pattern" : "");
      }
      return new Expression.Holds(field);
    }
    throw new QueryFailure(
        symbol.column(),
        "a comparison (== != < <= > >= =~ !~) is wanted here, not " + symbol.shown(),
        "");
  }

  private Expression matches(Operand left, boolean negated, Token symbol) {
    Token pattern = next();
    if (pattern.kind() != Token.Kind.TEXT) {
      throw new QueryFailure(
          pattern.column(),
          "a pattern is wanted behind " + symbol.shown() + ", not " + pattern.shown(),
          "write it in quotes, such as \"order_*\"");
    }
    refuseChain();
    return new Expression.Matches(left, new Glob(pattern.text()), negated, symbol.column());
  }

  private void refuseChain() {
    Token token = peek();
    boolean another = token.isSymbol("=~") || token.isSymbol("!~");
    for (Operator operator : Operator.values()) {
      another |= token.isSymbol(operator.symbol());
    }
    if (another) {
      throw new QueryFailure(
          token.column(),
          "comparisons cannot be chained",
          "write two of them with and: 'a > 1 and a < 3'");
    }
  }

  private Operand operand() {
    Token token = next();
    switch (token.kind()) {
      case TEXT -> {
        return new Operand.Constant(Value.text(token.text()), "the text", token.column());
      }
      case NUMBER -> {
        return number(token, false, token.column());
      }
      case PSEUDO -> {
        return pseudo(token);
      }
      case QUOTED_NAME -> {
        return path(FieldScope.ANY, token, token.column());
      }
      case NAME -> {
        return name(token);
      }
      default -> {
        return signed(token);
      }
    }
  }

  private Operand name(Token token) {
    if (token.text().equals("true") || token.text().equals("false")) {
      return new Operand.Constant(
          Value.bool(token.text().equals("true")), token.text(), token.column());
    } else if (WORDS.contains(token.text())) {
      throw new QueryFailure(
          token.column(),
          "a value is wanted here, not " + token.shown(),
          "a field of that name is written `" + token.text() + "`");
    }
    return path(FieldScope.ANY, token, token.column());
  }

  private Operand signed(Token sign) {
    boolean minus = sign.isSymbol("-");
    if ((minus || sign.isSymbol("+")) && peek().kind() == Token.Kind.NUMBER) {
      return number(next(), minus, sign.column());
    }
    String fix = sign.isSymbol("=") ? "write == to compare" : "";
    throw new QueryFailure(
        sign.column(), "a field or a value is wanted here, not " + sign.shown(), fix);
  }

  private Operand pseudo(Token token) {
    String word = token.text().substring(1);
    for (EventFact kind : EventFact.values()) {
      if (kind.word().equals(word)) {
        return new Operand.Fact(kind, token.column());
      }
    }
    for (FieldScope scope : FieldScope.values()) {
      if (scope != FieldScope.ANY && scope.prefix().equals(token.text())) {
        expect(".", "a '.' and the name of a field");
        return path(scope, next(), token.column());
      }
    }
    throw new QueryFailure(
        token.column(),
        token.shown() + " is not known",
        "there are $timestamp, $event, $facility, $stream, "
            + "$fields.NAME, $ctx.NAME, $common.NAME and $packet.NAME");
  }

  private Operand.Field path(FieldScope scope, Token first, int column) {
    List<FieldPath.Step> steps = new ArrayList<>();
    steps.add(FieldPath.Step.member(memberName(first)));
    while (true) {
      if (acceptSymbol(".")) {
        steps.add(FieldPath.Step.member(memberName(next())));
      } else if (acceptSymbol("[")) {
        Token index = next();
        steps.add(FieldPath.Step.element(index(index)));
        expect("]", "a ']' behind the index");
      } else {
        return new Operand.Field(new FieldPath(scope, steps), column);
      }
    }
  }

  private static String memberName(Token token) {
    if (token.kind() != Token.Kind.NAME && token.kind() != Token.Kind.QUOTED_NAME) {
      throw new QueryFailure(
          token.column(),
          "the name of a field is wanted here, not " + token.shown(),
          token.kind() == Token.Kind.NUMBER ? "elements are written with brackets: items[0]" : "");
    }
    return token.text();
  }

  private static int index(Token token) {
    if (token.kind() != Token.Kind.NUMBER || !token.text().matches("[0-9]{1,9}")) {
      throw new QueryFailure(
          token.column(),
          "the number of an element is wanted here, from 0 to 999999999, not " + token.shown(),
          "");
    }
    return Integer.parseInt(token.text());
  }

  private static Operand number(Token token, boolean minus, int column) {
    String digits = token.text().replace("_", "");
    String shown = (minus ? "-" : "") + token.text();
    BigInteger whole;
    if (digits.matches("0[xX][0-9a-fA-F]+")) {
      whole = new BigInteger(digits.substring(2), 16);
    } else if (digits.matches("0[bB][01]+")) {
      whole = new BigInteger(digits.substring(2), 2);
    } else if (digits.matches("[0-9]+")) {
      whole = digits.length() > 64 ? MOST.shiftLeft(1) : new BigInteger(digits);
    } else if (digits.matches("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
      double value = Double.parseDouble(digits);
      if (Double.isInfinite(value)) {
        throw new QueryFailure(
            column,
            "the number is too large for a double",
            "the greatest is 1.7976931348623157e308");
      }
      return new Operand.Constant(Value.floating(minus ? -value : value), shown, column);
    } else {
      throw new QueryFailure(
          column,
          token.shown() + " is no number",
          "numbers are written 12, -12, 0x1f, 0b101, 1.5 or 1e-3");
    }
    whole = minus ? whole.negate() : whole;
    if (whole.compareTo(LEAST) < 0 || whole.compareTo(MOST) > 0) {
      throw new QueryFailure(
          column,
          "the number does not fit into 64 bits",
          "the least is -9223372036854775808, the greatest 18446744073709551615");
    }
    return new Operand.Constant(
        Value.integer(whole.longValue(), whole.signum() < 0), shown, column);
  }
}
