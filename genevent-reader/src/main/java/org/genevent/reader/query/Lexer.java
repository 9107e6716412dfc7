package org.genevent.reader.query;

import java.util.ArrayList;
import java.util.List;
import org.genevent.reader.field.FieldPath;

/** Cuts an expression into words. */
final class Lexer {

  private static final List<String> SYMBOLS = List.of(
      "==", "!=", "<=", ">=", "=~", "!~", "&&", "||", "<", ">", "!", "(", ")", "[", "]", ".", "-",
      "+", ",");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      int start = at;
      if (at == text.length()) {
        tokens.add(new Token(Token.Kind.END, "", start + 1, start + 1));
        return;
      }
      tokens.add(next(start));
    }
  }

  private Token next(int start) {
    int c = text.codePointAt(at);
    if (c == '"' || c == '\'') {
      return token(Token.Kind.TEXT, quoted((char) c, "text"), start);
    } else if (c == '`') {
      return token(Token.Kind.QUOTED_NAME, quoted('`', "name"), start);
    } else if (c >= '0' && c <= '9' || c == '.' && isDigit(at + 1) && !isBehindPath()) {
      number();
      return token(Token.Kind.NUMBER, text.substring(start, at), start);
    } else if (c == '$') {
      at++;
      word();
      if (at == start + 1) {
        throw new QueryFailure(
            start + 1, "a name is missing behind '$'", "write $timestamp, $event, $ctx.NAME, …");
      }
      return token(Token.Kind.PSEUDO, text.substring(start, at), start);
    } else if (FieldPath.isNameStart(c)) {
      word();
      return token(Token.Kind.NAME, text.substring(start, at), start);
    }
    return symbol(start, c);
  }

  private Token symbol(int start, int c) {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        return token(Token.Kind.SYMBOL, symbol, start);
      }
    }
    String fix = switch (c) {
      case '=' -> "write == to compare, =~ to match a pattern";
      case '&' -> "write && or and";
      case '|' -> "write || or or";
      case '~' -> "write =~ to match a pattern";
      default -> "";
    };
    String found = new String(Character.toChars(c));
    throw new QueryFailure(start + 1, "'" + found + "' means nothing in an expression", fix);
  }

  private Token token(Token.Kind kind, String value, int start) {
    return new Token(kind, value, start + 1, at + 1);
  }

  /** Whether a dot here leads to a member, as in {@code a.5}, which then is wrong in another way. */
  private boolean isBehindPath() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    return last.end() == at + 1
        && (last.kind() == Token.Kind.NAME
            || last.kind() == Token.Kind.QUOTED_NAME
            || last.kind() == Token.Kind.PSEUDO
            || last.isSymbol("]"));
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private void word() {
    while (at < text.length() && FieldPath.isNamePart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
  }

  /** Everything that could belong to a number; whether it is one is found when it is read. */
  private void number() {
    boolean based = text.startsWith("0x", at) || text.startsWith("0X", at);
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean sign = (c == '+' || c == '-')
          && !based
          && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E');
      if (!sign && c != '.' && !FieldPath.isNamePart(text.codePointAt(at))) {
        return;
      }
      at += Character.charCount(text.codePointAt(at));
    }
  }

  private String quoted(char quote, String what) {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        escape(value, start, quote);
      } else {
        value.append(c);
      }
    }
    if (at >= text.length()) {
      throw new QueryFailure(
          start + 1, "the " + what + " that begins here does not end", "close it with " + quote);
    }
    at++;
    return value.toString();
  }

  private void escape(StringBuilder value, int start, char quote) {
    char c = text.charAt(at++);
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'u' -> value.append((char) hexadecimal(4));
      case 'x' -> value.append((char) hexadecimal(2));
      case '\\', '"', '\'', '`' -> value.append(c);
      // a pattern keeps its own escapes
      case '*', '?' -> value.append('\\').append(c);
      default ->
        throw new QueryFailure(
            at - 1,
            "\\" + c + " is no escape in " + (quote == '`' ? "a name" : "a text")
                + " that begins at column " + (start + 1),
            "a backslash itself is written \\\\");
    }
  }

  private int hexadecimal(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw new QueryFailure(
            Math.min(at, text.length()) + 1,
            "an escape needs " + digits + " hexadecimal digits here",
            "");
      }
      value = value << 4 | digit;
      at++;
    }
    return value;
  }
}
