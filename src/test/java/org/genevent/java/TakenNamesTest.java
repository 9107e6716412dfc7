package org.genevent.java;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevent.binding.TracerNames;
import org.genevent.check.ReservedWords;
import org.genevent.diagnostic.Origin;
import org.genevent.emit.GeneratedFile;
import org.genevent.model.Event;
import org.genevent.model.EventDuration;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.proof.RandomFacility;
import org.genevent.proof.Seed;
import org.genevent.proof.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tracers compile whatever the user calls events and fields: also as the generated code calls its own things. */
class TakenNamesTest {

  private static final Pattern IDENTIFIER = Pattern.compile("\\b[A-Za-z_][A-Za-z0-9_]*\\b");
  private static final int FIELDS = 20;
  private static final int EVENTS = 50;

  static Stream<Seed> seeds() {
    return Seed.cases(3);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyWordOfATracerCanBeAnEventAndAField(Seed seed) throws ClassNotFoundException {
    Facility first = RandomFacility.of(seed.random(), Shape.everything());
    Set<String> words = words(Generated.file(first, Map.of()));
    Set<String> more = new LinkedHashSet<>();
    for (Facility second : facilities(first, words)) {
      GeneratedFile file = Generated.file(second, Map.of());
      Generated.tracer(file);
      more.addAll(words(file));
    }
    // and once more with the names by which the second ones got out of the way
    more.removeAll(words);
    assertFalse(more.isEmpty(), seed::toString);
    for (Facility third : facilities(first, more)) {
      Generated.tracer(Generated.file(third, Map.of()));
    }
  }

  @Test
  void aParameterMayHaveTheNameOfAConstant() throws ClassNotFoundException {
    Event event = event("order", strings("ORDER", "ORDER_THRESHOLD_NANOS"), true);
    Event other = event("facility", strings("FACILITY", "TRACER"), false);
    Facility facility =
        with(RandomFacility.of(new Seed(1).random(), Shape.everything()), List.of(event, other));
    Generated.tracer(Generated.file(facility, Map.of()));
  }

  private static Set<String> words(GeneratedFile file) {
    Set<String> words = new LinkedHashSet<>();
    Matcher word = IDENTIFIER.matcher(file.text());
    while (word.find()) {
      if (ReservedWords.languageOf(word.group()).isEmpty() && word.group().length() <= 90) {
        words.add(word.group());
      }
    }
    return words;
  }

  /** Every word an event, and every word a field of several. */
  private static List<Facility> facilities(Facility model, Set<String> words) {
    List<String> names = apart(words);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Map<String, Field> fields = new LinkedHashMap<>();
      // its own name and those around it, as names that belong together stand together
      for (int k = 0; k < FIELDS; k++) {
        String name = names.get((i + k) % names.size());
        fields.put(name, field(name, fieldClass(i + k)));
      }
      events.add(event(names.get(i), List.copyOf(fields.values()), i % 3 == 0));
    }
    List<Facility> facilities = new ArrayList<>();
    for (int i = 0; i < events.size(); i += EVENTS) {
      facilities.add(with(model, events.subList(i, Math.min(i + EVENTS, events.size()))));
    }
    return facilities;
  }

  /** Strings are written straight, sequences of optional ones by way of a buffer. */
  private static FieldClass fieldClass(int i) {
    FieldClass string = new StringFieldClass();
    return i % 5 == 0
        ? new SequenceFieldClass(
            IntegerFieldClass.fixed(4, false), new OptionalFieldClass(string), false)
        : string;
  }

  private static Field field(String name, FieldClass fieldClass) {
    return new Field(name, "", Optional.empty(), fieldClass, Origin.NONE);
  }

  private static List<Field> strings(String... names) {
    return Stream.of(names).map(name -> field(name, new StringFieldClass())).toList();
  }

  private static Event event(String name, List<Field> fields, boolean lasts) {
    return new Event(
        name,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        lasts ? Optional.of(new EventDuration(1)) : Optional.empty(),
        Set.of(),
        fields,
        Origin.NONE);
  }

  private static Facility with(Facility model, List<Event> events) {
    return new Facility(
        model.name(),
        model.arch(),
        model.packed(),
        model.description(),
        model.level(),
        model.channel(),
        model.context(),
        model.types(),
        events,
        List.of(),
        Origin.NONE);
  }

  /** Those that the checks take for different names, the first of each kind. */
  private static List<String> apart(Set<String> names) {
    List<String> apart = new ArrayList<>();
    Set<String> forms = new HashSet<>();
    for (String name : names) {
      String bare = name.replaceFirst("^_+(?=.)", "");
      Set<String> own = Set.copyOf(List.of(
          TracerNames.camelCase(name), name.toUpperCase(Locale.ROOT), "without _: " + bare));
      if (!bare.equals(EventDuration.FIELD_NAME) && own.stream().noneMatch(forms::contains)) {
        forms.addAll(own);
        apart.add(name);
      }
    }
    return apart;
  }
}
