package org.genevent.reader.metadata.json;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.genevent.model.trace.ProducerWords;

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

  private static final String MODEL_URI = "emf-uri";

  private static final String NAME =
      "(?!(?:align|callsite|char|clock|const|double|enum|env|event|float|floating_point|int|integer|long|short|signed|stream"
          + "|string|struct|trace|typealias|typedef|unsigned|variant|void|_Bool|_Complex|_Imaginary)(?:\\.|$))"
          + "[A-Za-z_][A-Za-z0-9_]*";

  /** What CTF 1.8 says in words that CTF 2 has no place for. */
  private static final String TSDL = "tsdl";

  private static final String CALLSITES = "callsites";

  /** Names that are no words of TSDL, with others behind points. */
  private static final Pattern WORDS = Pattern.compile("(" + NAME + "\\.)*" + NAME);

  /** What has a place of its own. */
  private static final Set<String> RESERVED = Set.of(
      "absolute",
      "byte_order",
      "description",
      "freq",
      "id",
      "loglevel",
      "major",
      "minor",
      "name",
      "offset",
      "offset_s",
      "precision",
      "stream_id",
      "uuid",
      ProducerWords.MODEL_URI);

  private OwnAttributes() {}

  /** Attributes of a fragment, but for those that have a place in the model. */
  static void take(
      Properties properties,
      ProducerWords.Owner owner,
      List<ProducerWords.Attribute> own,
      List<Map<String, Object>> callsites) {
    properties.attributes((namespace, name, value) -> {
      boolean ours = namespace.equals(GENEVENT);
      if (namespace.equals(BABELTRACE) && name.equals(MODEL_URI) && value.isText()) {
        own.add(new ProducerWords.Attribute(owner, "", ProducerWords.MODEL_URI, value.value()));
      } else if (ours && name.equals(TSDL) && isWords(value, RESERVED)) {
        words(value)
            .forEach((word, of) -> own.add(new ProducerWords.Attribute(owner, "", word, of)));
      } else if (ours
          && name.equals(CALLSITES)
          && value.isArray()
          && value.elements().stream().allMatch(one -> isWords(one, Set.of()))) {
        value.elements().forEach(one -> callsites.add(words(one)));
      } else {
        own.add(new ProducerWords.Attribute(owner, namespace, name, value.plain()));
      }
    });
  }

  /** Whether CTF 1.8 can have such attributes: hostile metadata has others under our name. */
  private static boolean isWords(Json value, Set<String> reserved) {
    return value.isObject()
        && value.members().keySet().stream()
            .allMatch(name -> WORDS.matcher(name).matches() && !reserved.contains(name))
        && value.members().values().stream()
            .allMatch(one -> one.isText()
                || one.value() instanceof BigInteger number && number.bitLength() < Long.SIZE);
  }

  private static Map<String, Object> words(Json value) {
    Map<String, Object> words = new LinkedHashMap<>();
    value
        .members()
        .forEach((name, one) -> words.put(
            name,
            one.value() instanceof BigInteger number ? (Object) number.longValue() : one.value()));
    return words;
  }

  static String description(Properties properties) {
    return properties
        .attribute(GENEVENT, "description", Json::isText)
        .map(value -> (String) value.value())
        .orElse("");
  }

  /** The level of an event in LTTng's numbers. */
  static OptionalInt logLevel(Properties properties) {
    Optional<Integer> named = properties
        .attribute(BABELTRACE, LOG_LEVEL, OwnAttributes::isLevel)
        .map(value -> LEVELS.indexOf((String) value.value()));
    Optional<Integer> numbered = properties
        .attribute(
            LTTNG,
            LOG_LEVEL,
            value -> named.isEmpty()
                && value.value() instanceof BigInteger number
                && number.bitLength() < 31)
        .map(value -> ((BigInteger) value.value()).intValue());
    return named.or(() -> numbered).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static boolean isLevel(Json value) {
    return value.isText() && LEVELS.contains((String) value.value());
  }
}
