package org.genevent.reader.metadata;

import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;

/** Cuts TSDL into tokens, one at a time. Source: CTF 1.8.3, appendix C. */
final class Lexer {

  private static final String[] SYMBOLS = {":=", "...", "->", "::"};
  private static final String SINGLE = "{}[]()<>;:=,.*-+";

  private final String file;
  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;

  Lexer(String file, String text) {
    this.file = file;
    this.text = text;
  }

  Token next() {
    skipBlank();
    int start = at;
    int column = start - lineStart + 1;
    if (at >= text.length()) {
      return new Token(Token.Kind.END, "", 0, line, column);
    }
    char c = text.charAt(at);
    if (Character.isDigit(c) && c < 0x80) {
      return number(column);
    } else if (isWordStart(c)) {
      while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
        at++;
      }
      return new Token(Token.Kind.WORD, text.substring(start, at), 0, line, column);
    } else if (c == '"') {
      return string(column);
    } else if (c == '\'') {
      throw failure(column, "characters in single quotes have no place in metadata");
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        return new Token(Token.Kind.SYMBOL, symbol, 0, line, column);
      }
    }
    if (SINGLE.indexOf(c) >= 0) {
      at++;
      return new Token(Token.Kind.SYMBOL, Character.toString(c), 0, line, column);
    }
    throw failure(column, String.format("the character U+%04X has no place in metadata", (int) c));
  }

  private static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private MetadataFailure failure(int column, String message) {
    return new MetadataFailure(
        Diagnostic.of(DiagnosticCode.TRACE_SYNTAX, new Place.InFile(file, line, column), message));
  }

  private void skipBlank() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        at++;
        line++;
        lineStart = at;
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    int column = at - lineStart + 1;
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw failure(column, "the comment does not end");
    }
    for (; at < end + 2; at++) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
  }

  private Token number(int column) {
    int start = at;
    while (at < text.length() && (isDigit(text.charAt(at)) || isWordStart(text.charAt(at)))) {
      at++;
    }
    String written = text.substring(start, at);
    int end = written.length();
    while (end > 1 && "uUlL".indexOf(written.charAt(end - 1)) >= 0) {
      end--;
    }
    String digits = written.substring(0, end);
    try {
      long value;
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        value = Long.parseUnsignedLong(digits.substring(2), 16);
      } else if (digits.startsWith("0b") || digits.startsWith("0B")) {
        value = Long.parseUnsignedLong(digits.substring(2), 2);
      } else if (digits.length() > 1 && digits.startsWith("0")) {
        value = Long.parseUnsignedLong(digits.substring(1), 8);
      } else {
        value = Long.parseUnsignedLong(digits);
      }
      return new Token(Token.Kind.NUMBER, written, value, line, column);
    } catch (NumberFormatException e) {
      throw failure(
          column, "not a number of 64 bits: '" + (written.length() > 40 ? "…" : written) + "'");
    }
  }

  private Token string(int column) {
    StringBuilder value = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length() || text.charAt(at) == '\n') {
        throw failure(column, "the string does not end on its line");
      }
      char c = text.charAt(at++);
      if (c == '"') {
        return new Token(Token.Kind.STRING, value.toString(), 0, line, column);
      }
      value.append(c == '\\' ? escape(column) : c);
    }
  }

  private char escape(int column) {
    if (at >= text.length()) {
      throw failure(column, "the string does not end on its line");
    }
    char c = text.charAt(at++);
    int simple = "abfnrtv".indexOf(c);
    if (simple >= 0) {
      return "\u0007\b\f\n\r\t\u000b".charAt(simple);
    } else if (c == 'x') {
      return coded(column, 16, 2);
    } else if (c >= '0' && c <= '7') {
      at--;
      return coded(column, 8, 3);
    } else if (c == '\\' || c == '"' || c == '\'' || c == '?') {
      return c;
    }
    throw failure(column, "the string has an unknown escape '\\" + c + "'");
  }

  private char coded(int column, int radix, int mostDigits) {
    int value = 0;
    int digits = 0;
    while (digits < mostDigits
        && at < text.length()
        && Character.digit(text.charAt(at), radix) >= 0) {
      value = value * radix + Character.digit(text.charAt(at++), radix);
      digits++;
    }
    if (digits == 0) {
      throw failure(column, "the string has an escape without a number");
    }
    return (char) (value & 0xFF);
  }
}
