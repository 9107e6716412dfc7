package org.genevent.processor;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Nearest;
import org.genevent.diagnostic.Place;
import org.genevent.layout.LayoutRule;

/** The option {@code -Agenevent.layout}: the layout rule of all tracers of a compilation. */
final class LayoutOption {

  static final String NAME = "genevent.layout";

  private LayoutOption() {}

  /** The rule; {@code natural} if none is given, or none of that name. */
  static LayoutRule rule(Map<String, String> options) {
    return Optional.ofNullable(options.get(NAME))
        .flatMap(LayoutRule::named)
        .orElse(LayoutRule.NATURAL);
  }

  /** What is wrong with the option. */
  static Optional<Diagnostic> finding(Map<String, String> options) {
    if (!options.containsKey(NAME)) {
      return Optional.empty();
    }
    String value = String.valueOf(options.get(NAME));
    if (LayoutRule.named(value).isPresent()) {
      return Optional.empty();
    }
    var names = Arrays.stream(LayoutRule.values()).map(LayoutRule::optionName).toList();
    return Optional.of(Diagnostic.of(
            DiagnosticCode.TARGET_OPTION,
            Place.UNKNOWN,
            "the option '" + NAME + "' is '" + value + "', which names no layout rule")
        .withRule("layout rules: " + names.stream().collect(Collectors.joining(", ")))
        .withFix(Nearest.question(value, names)));
  }
}
