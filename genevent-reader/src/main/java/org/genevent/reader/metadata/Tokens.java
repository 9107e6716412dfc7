package org.genevent.reader.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;

/** The tokens of a metadata text with a look at the one that comes next. */
final class Tokens {

  private final String file;
  private final Lexer lexer;
  private final List<Attributes> attributes = new ArrayList<>();
  private Token current;

  Tokens(String file, MetadataText text) {
    this.file = file;
    this.lexer = new Lexer(file, text);
    this.current = lexer.next();
  }

  /** What there is to say of the strings that were taken. */
  Optional<Diagnostic> brokenStrings() {
    return lexer.brokenStrings();
  }

  /** Remembers attributes, so that those that nobody asks for are known in the end. */
  void met(Attributes more) {
    attributes.add(more);
  }

  /** The names of attributes that nobody asked for, each once. */
  Set<String> unasked() {
    Set<String> names = new LinkedHashSet<>();
    attributes.forEach(one -> names.addAll(one.unasked().keySet()));
    return names;
  }

  Token peek() {
    return current;
  }

  Token take() {
    Token taken = current;
    current = lexer.next();
    return taken;
  }

  boolean takeIf(String symbolOrWord) {
    if (current.is(symbolOrWord)) {
      take();
      return true;
    }
    return false;
  }

  void expect(String symbolOrWord) {
    if (!takeIf(symbolOrWord)) {
      throw syntax("'" + symbolOrWord + "' was expected, not " + current.shown());
    }
  }

  Token word(String what) {
    if (current.kind() != Token.Kind.WORD) {
      throw syntax(what + " was expected, not " + current.shown());
    }
    return take();
  }

  /** An integer with an optional sign. */
  long number(String what) {
    boolean negative = takeIf("-");
    if (!negative) {
      takeIf("+");
    }
    if (current.kind() != Token.Kind.NUMBER) {
      throw syntax(what + " was expected, not " + current.shown());
    }
    long value = take().number();
    return negative ? -value : value;
  }

  MetadataFailure syntax(String message) {
    return failure(current, DiagnosticCode.TRACE_SYNTAX, message);
  }

  MetadataFailure failure(Token token, DiagnosticCode code, String message) {
    return MetadataFailure.at(
        file, token, code, message, "the metadata is written as CTF 1.8.3 says, in its appendix C");
  }
}
