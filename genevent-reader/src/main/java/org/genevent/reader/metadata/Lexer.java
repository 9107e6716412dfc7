package org.genevent.reader.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;

/** Cuts TSDL into tokens, one at a time. Source: CTF 1.8.3, appendix C. */
final class Lexer {

  private static final String[] SYMBOLS = {":=", "...", "->", "::"};
  private static final String SINGLE = "{}[]()<>;:=,.*-+";

  private final String file;
  private final MetadataText source;
  private final String text;

  /** Where the first string with bytes that are no UTF-8 has them, and how many such strings there are. */
  private Place firstBroken;

  private int brokenStrings;

  /** Whether bytes that a string gives by their numbers are no UTF-8. */
  private boolean codesBroken;

  private int at;
  private int line = 1;
  private int lineStart;

  Lexer(String file, MetadataText source) {
    this.file = file;
    this.source = source;
    this.text = source.text();
  }

  /** What there is to say of strings that are not shown as they are; to be asked at the end. */
  Optional<Diagnostic> brokenStrings() {
    if (brokenStrings == 0) {
      return Optional.empty();
    }
    String more = brokenStrings == 1 ? "" : ", nor are " + (brokenStrings - 1) + " more";
    return Optional.of(
        Diagnostic.of(DiagnosticCode.TRACE_TEXT, firstBroken, "this string is not UTF-8" + more)
            .withRule("bytes that are no UTF-8 are shown as U+FFFD; everything else is read"));
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
    } else if (c == '"' || text.startsWith("L\"", at)) {
      at += c == '"' ? 1 : 2;
      codesBroken = false;
      String value = quoted('"', "string", column);
      noteBroken(start);
      return new Token(Token.Kind.STRING, value, 0, line, column);
    } else if (c == '\'' || text.startsWith("L'", at)) {
      at += c == '\'' ? 1 : 2;
      return character(column);
    } else if (isWordStart(c) || isNamedCharacter()) {
      return word(column);
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

  private void noteBroken(int start) {
    int broken = source.broken(start, at);
    if (broken < 0 && !codesBroken) {
      return;
    }
    if (brokenStrings++ == 0) {
      firstBroken = new Place.InFile(file, line, (broken < 0 ? start : broken) - lineStart + 1);
    }
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

  private boolean isNamedCharacter() {
    return text.startsWith("\\u", at) || text.startsWith("\\U", at);
  }

  private Token word(int column) {
    int start = at;
    while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    if (at >= text.length() || !isNamedCharacter()) {
      return new Token(Token.Kind.WORD, text.substring(start, at), 0, line, column);
    }
    StringBuilder name = new StringBuilder(text.substring(start, at));
    while (at < text.length()
        && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)) || isNamedCharacter())) {
      if (text.charAt(at) == '\\') {
        at += 2;
        name.appendCodePoint(namedCharacter(text.charAt(at - 1), column));
      } else {
        name.append(text.charAt(at++));
      }
    }
    return new Token(Token.Kind.WORD, name.toString(), 0, line, column);
  }

  /** A character constant, which is a number. */
  private Token character(int column) {
    String content = quoted('\'', "character", column);
    if (content.codePointCount(0, content.length()) != 1) {
      throw failure(column, "there is one character between single quotes");
    }
    return new Token(Token.Kind.NUMBER, "'" + content + "'", content.codePointAt(0), line, column);
  }

  /** What stands between quotes; the first is passed already. */
  private String quoted(char quote, String what, int column) {
    StringBuilder value = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (true) {
      if (at >= text.length() || text.charAt(at) == '\n') {
        throw failure(column, "the " + what + " does not end on its line");
      }
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length() && isCoded(text.charAt(at))) {
        bytes.write(codedByte(what, column));
        continue;
      }
      if (bytes.size() > 0) {
        // several of them may be one character
        String coded = bytes.toString(StandardCharsets.UTF_8);
        codesBroken |= !Arrays.equals(coded.getBytes(StandardCharsets.UTF_8), bytes.toByteArray());
        value.append(coded);
        bytes.reset();
      }
      if (c == quote) {
        return value.toString();
      } else if (c == '\\') {
        escape(value, what, column);
      } else {
        value.append(c);
      }
    }
  }

  private static boolean isCoded(char c) {
    return c == 'x' || c >= '0' && c <= '7';
  }

  private void escape(StringBuilder value, String what, int column) {
    if (at >= text.length()) {
      throw failure(column, "the " + what + " does not end on its line");
    }
    char c = text.charAt(at++);
    int simple = "abfnrtve".indexOf(c);
    if (simple >= 0) {
      value.append("\u0007\b\f\n\r\t\u000b\u001b".charAt(simple));
    } else if (c == 'u' || c == 'U') {
      value.appendCodePoint(namedCharacter(c, column));
    } else if (c == '\\' || c == '"' || c == '\'' || c == '?') {
      value.append(c);
    } else {
      throw failure(column, "the " + what + " has an unknown escape '\\" + c + "'");
    }
  }

  /** The character whose number has four digits behind u, eight behind U. */
  private int namedCharacter(char form, int column) {
    int digits = form == 'u' ? 4 : 8;
    int value = at + digits <= text.length() ? 0 : -1;
    for (int i = 0; i < digits && value >= 0; i++) {
      int digit = Character.digit(text.charAt(at + i), 16);
      value = digit < 0 || value >= 1 << 24 ? -1 : value << 4 | digit;
    }
    if (value < 0 || value > Character.MAX_CODE_POINT || value >= 0xD800 && value < 0xE000) {
      throw failure(column, "'\\" + form + "' is followed by the number of no character");
    }
    at += digits;
    return value;
  }

  /** A byte by its octal or hexadecimal number. */
  private int codedByte(String what, int column) {
    boolean hexadecimal = text.charAt(at) == 'x';
    int radix = hexadecimal ? 16 : 8;
    at += hexadecimal ? 1 : 0;
    int value = 0;
    int digits = 0;
    while (digits < (hexadecimal ? 2 : 3)
        && at < text.length()
        && Character.digit(text.charAt(at), radix) >= 0) {
      value = value * radix + Character.digit(text.charAt(at++), radix);
      digits++;
    }
    if (digits == 0) {
      throw failure(column, "the " + what + " has an escape without a number");
    }
    return value & 0xFF;
  }
}
