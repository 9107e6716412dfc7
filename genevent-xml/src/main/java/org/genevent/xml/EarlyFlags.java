package org.genevent.xml;

import java.util.Map;
import java.util.Optional;

/** The bare words of the early dialect, and the attributes that they became. Source: the facility XML reference, 2.2–2.3. */
final class EarlyFlags {

  /**
   * What a word became.
   *
   * @param name the attribute
   * @param value its value
   */
  record Meaning(String name, String value) {}

  private static final Map<String, Meaning> OF_EVENTS = Map.of(
      "per_trace", new Meaning("scope", "trace"),
      "per_tracefile", new Meaning("scope", "tracefile"),
      "param_buffer", new Meaning("param", "buffer"),
      "no_instrument_function", new Meaning("attribute", "no_instrument_function"));

  private static final Map<String, Meaning> OF_TYPES = Map.of(
      "network", new Meaning("byte_order", "network"),
      "custom_write", new Meaning("write", "custom"));

  private EarlyFlags() {}

  static Optional<Meaning> of(String element, String word) {
    return Optional.ofNullable((element.equals("event") ? OF_EVENTS : OF_TYPES).get(word));
  }
}
