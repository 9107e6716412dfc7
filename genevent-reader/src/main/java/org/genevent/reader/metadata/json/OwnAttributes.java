package org.genevent.reader.metadata.json;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What producers say in attributes, which CTF 2 leaves to them. */
final class OwnAttributes {

  /** Our own: descriptions of what CTF 2 has no description for. */
  private static final String GENEVENT = "genevent.org,2026";

  private static final String BABELTRACE = "babeltrace.org,2020";
  private static final String LTTNG = "lttng.org,2009";
  private static final String LOG_LEVEL = "log-level";

  /** babeltrace2's names of LTTng's levels, by their numbers. */
  private static final List<String> LEVELS = List.of(
      "emergency",
      "alert",
      "critical",
      "error",
      "warning",
      "notice",
      "info",
      "debug:system",
      "debug:program",
      "debug:process",
      "debug:module",
      "debug:unit",
      "debug:function",
      "debug:line",
      "debug");

  private OwnAttributes() {}

  static String description(Properties properties) {
    return properties
        .attribute(GENEVENT, "description")
        .filter(Json::isText)
        .map(value -> (String) value.value())
        .orElse("");
  }

  /** The level of an event in LTTng's numbers. */
  static OptionalInt logLevel(Properties properties) {
    Optional<Integer> named = properties
        .attribute(BABELTRACE, LOG_LEVEL)
        .filter(Json::isText)
        .map(value -> LEVELS.indexOf((String) value.value()))
        .filter(level -> level >= 0);
    Optional<Integer> numbered = properties
        .attribute(LTTNG, LOG_LEVEL)
        .map(Json::value)
        .filter(value -> value instanceof BigInteger number && number.bitLength() < 31)
        .map(value -> ((BigInteger) value).intValue());
    return named.or(() -> numbered).map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
