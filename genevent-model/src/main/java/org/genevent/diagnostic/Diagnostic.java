package org.genevent.diagnostic;

import java.util.Objects;
import java.util.Optional;

/**
 * A finding: what is wrong, where, by which rule, and what to write instead.
 *
 * @param code the stable code
 * @param severity what it weighs: mostly as the code has it
 * @param place the user's own line or element
 * @param message what is wrong, with the value found, as one sentence without a full stop
 * @param rule the rule that was broken, or empty where the message says it
 * @param fix what to write instead, or empty where there is no single answer
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    Place place,
    String message,
    Optional<String> rule,
    Optional<String> fix) {

  /** Checks that all parts are there. */
  public Diagnostic {
    Objects.requireNonNull(code);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(place);
    Objects.requireNonNull(message);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(fix);
  }

  /**
   * A finding with its message only; {@link #withRule} and {@link #withFix} add to it.
   *
   * @param code the stable code
   * @param place the user's own line or element
   * @param message what is wrong
   * @return the finding
   */
  public static Diagnostic of(DiagnosticCode code, Place place, String message) {
    return new Diagnostic(
        code, code.severity(), place, message, Optional.empty(), Optional.empty());
  }

  /**
   * The same finding with the rule that was broken.
   *
   * @param text the rule, one sentence
   * @return a new finding
   */
  public Diagnostic withRule(String text) {
    return new Diagnostic(code, severity, place, message, Optional.of(text), fix);
  }

  /**
   * The same finding with what to write instead.
   *
   * @param text the fix; an empty text leaves the finding as it is
   * @return a new finding
   */
  public Diagnostic withFix(String text) {
    return text.isEmpty()
        ? this
        : new Diagnostic(code, severity, place, message, rule, Optional.of(text));
  }

  /**
   * The same finding as a warning, where a user asks to go on in spite of it.
   *
   * @return a finding that stops nothing
   */
  public Diagnostic asWarning() {
    return new Diagnostic(code, Severity.WARNING, place, message, rule, fix);
  }

  /**
   * The finding as compilers print it: {@code place: severity: [code] message}, then the rule and the fix on lines of
   * their own.
   *
   * @return the text, without a line feed at its end; control characters in it are escaped
   */
  public String format() {
    StringBuilder text = new StringBuilder();
    String where = place.text();
    if (!where.isEmpty()) {
      text.append(where).append(": ");
    }
    text.append(severity().word()).append(": ").append(body());
    return Printable.line(text);
  }

  /**
   * The finding without place and severity, for front ends that print these themselves, such as javac.
   *
   * @return {@code [code] message}, then the rule and the fix on lines of their own
   */
  public String body() {
    StringBuilder text = new StringBuilder();
    text.append('[').append(code.id()).append("] ").append(Printable.oneLine(message));
    rule.ifPresent(line -> text.append("\n  ").append(line));
    fix.ifPresent(line -> text.append("\n  fix: ").append(Printable.oneLine(line)));
    return Printable.line(text);
  }

  @Override
  public String toString() {
    return format();
  }
}
