package org.genevent.reader.metadata;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.diagnostic.DiagnosticCode;

/**
 * The {@code name = value;} lines between the braces of an integer, a clock and so on. Names that nobody asks for are no
 * error: producers may have their own.
 */
final class Attributes {

  private final Tokens tokens;
  private final Token owner;
  private final Map<String, Token> values = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Long> numbers = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  Attributes(Tokens tokens, Token owner) {
    this.tokens = tokens;
    this.owner = owner;
    tokens.met(this);
  }

  /** Parses the braces; an attribute may itself be declared before, which only types may do. */
  Attributes parse(TypeScope scope, TypeParser types) {
    tokens.expect("{");
    while (!tokens.takeIf("}")) {
      if (types.declaration(scope)) {
        continue;
      }
      attribute();
      tokens.expect(";");
    }
    return this;
  }

  /** One {@code name = value}, without its semicolon. */
  void attribute() {
    StringBuilder name = new StringBuilder(tokens.word("an attribute").text());
    while (tokens.takeIf(".") || tokens.takeIf(":")) {
      name.append('.').append(tokens.word("an attribute").text());
    }
    tokens.expect("=");
    value(name.toString());
  }

  void value(String name) {
    Token at = tokens.peek();
    if (values.containsKey(name)) {
      throw tokens.failure(at, DiagnosticCode.TRACE_MEANING, "'" + name + "' is given twice");
    }
    values.put(name, at);
    switch (at.kind()) {
      case STRING -> texts.put(name, tokens.take().text());
      case WORD -> {
        StringBuilder path = new StringBuilder(tokens.take().text());
        while (tokens.takeIf(".")) {
          path.append('.').append(tokens.word("a name").text());
        }
        texts.put(name, path.toString());
      }
      default -> {
        long number = tokens.number("a value");
        numbers.put(name, number);
        texts.put(name, Long.toString(number));
      }
    }
  }

  Map<String, Token> all() {
    return values;
  }

  /** The values that nobody asked for, as texts or numbers; by this they are asked for. */
  Map<String, Object> takeUnasked() {
    Map<String, Object> left = unasked();
    asked.addAll(left.keySet());
    return left;
  }

  /** The values that nobody asked for, as texts or numbers. */
  Map<String, Object> unasked() {
    Map<String, Object> left = new LinkedHashMap<>();
    for (String name : values.keySet()) {
      if (!asked.contains(name)) {
        left.put(name, numbers.containsKey(name) ? numbers.get(name) : (Object) texts.get(name));
      }
    }
    return left;
  }

  boolean has(String name) {
    asked.add(name);
    return values.containsKey(name);
  }

  boolean isNumber(String name) {
    return numbers.containsKey(name);
  }

  String word(String name, String otherwise) {
    asked.add(name);
    return texts.getOrDefault(name, otherwise);
  }

  long number(String name, long otherwise) {
    asked.add(name);
    if (!values.containsKey(name)) {
      return otherwise;
    }
    if (!numbers.containsKey(name)) {
      throw wrong(name, "it is a number");
    }
    return numbers.get(name);
  }

  boolean truth(String name, boolean otherwise) {
    return switch (word(name, otherwise ? "1" : "0").toLowerCase(Locale.ROOT)) {
      case "false", "0" -> false;
      case "true", "1" -> true;
      default -> throw wrong(name, "it is true or false");
    };
  }

  /** The clock that {@code map = clock.NAME.value} names. */
  Optional<String> clock() {
    asked.add("map");
    if (!values.containsKey("map")) {
      return Optional.empty();
    }
    String[] path = texts.get("map").split("\\.");
    if (path.length != 3 || !path[0].equals("clock") || !path[2].equals("value")) {
      throw wrong("map", "it is clock.NAME.value");
    }
    return Optional.of(path[1]);
  }

  /** Where an attribute's value stands. */
  Token at(String name) {
    asked.add(name);
    return values.get(name);
  }

  MetadataFailure wrong(String name, String rule) {
    Token at = values.getOrDefault(name, owner);
    String what = values.containsKey(name) ? "has a wrong value" : "is missing";
    return tokens.failure(
        at,
        DiagnosticCode.TRACE_MEANING,
        "'" + name + "' of the " + owner.text() + " " + what + ": " + rule);
  }
}
