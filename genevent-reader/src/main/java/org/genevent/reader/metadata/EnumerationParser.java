package org.genevent.reader.metadata;

import java.util.ArrayList;
import java.util.List;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireInteger;

/** Parses the labels of enumerations. Source: CTF 1.8.3, section 4.1.8. */
final class EnumerationParser {

  private final Tokens tokens;

  EnumerationParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The braces of an enumeration over a type, which is null if none was given and there is no {@code int}. */
  WireEnumeration parse(Token at, WireClass container) {
    if (!(container instanceof WireInteger integer)) {
      throw meaning(
          at, "the enumeration is not over an integer; without one there must be a type 'int'");
    }
    List<WireEnumeration.Mapping> mappings = new ArrayList<>();
    tokens.expect("{");
    long next = 0;
    while (!tokens.takeIf("}")) {
      Token label = tokens.peek();
      if (label.kind() != Token.Kind.WORD && label.kind() != Token.Kind.STRING) {
        throw tokens.syntax("a label was expected, not " + label.shown());
      }
      tokens.take();
      long first = next;
      long last = next;
      if (tokens.takeIf("=")) {
        first = value(integer);
        last = tokens.takeIf("...") ? value(integer) : first;
      }
      boolean reversed = integer.signed() ? last < first : Long.compareUnsigned(last, first) < 0;
      if (reversed) {
        throw meaning(label, "the label stands for a range that ends before it begins");
      }
      mappings.add(new WireEnumeration.Mapping(label.text(), first, last));
      next = last + 1;
      if (!tokens.takeIf(",") && !tokens.peek().is("}")) {
        throw tokens.syntax("',' or '}' was expected, not " + tokens.peek().shown());
      }
    }
    return new WireEnumeration(integer, mappings);
  }

  private long value(WireInteger container) {
    Token at = tokens.peek();
    long value = tokens.number("a value");
    boolean negative = at.is("-");
    if (container.signed() ? value < 0 && !negative : value != 0 && negative) {
      throw meaning(
          at,
          container.signed()
              ? "the value is too large for a signed integer"
              : "the value is negative, but the integer is unsigned");
    }
    return value;
  }

  private MetadataFailure meaning(Token at, String message) {
    return tokens.failure(at, DiagnosticCode.TRACE_MEANING, message);
  }
}
