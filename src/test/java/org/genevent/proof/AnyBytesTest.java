package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes with the metadata of any payload: our reader and babeltrace2 read the same values, up to where both give up. */
class AnyBytesTest {

  private static final int FILE_BYTES = 2000;

  /** More is the same again. */
  private static final int MAX_EVENTS = 40;

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void valuesOfTheFirstVersionAreThoseOfBabeltrace(Seed seed) throws IOException {
    ExternalTool babeltrace = ExternalTool.require("babeltrace2");
    AnyBytesTrace.write(folder, seed, 1);
    compare(babeltrace, seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void valuesOfTheSecondVersionAreThoseOfBabeltrace(Seed seed) throws IOException {
    ExternalTool babeltrace = ExternalTool.newerBabeltrace();
    AnyBytesTrace.write(folder, seed, 2);
    compare(babeltrace, seed);
  }

  private void compare(ExternalTool babeltrace, Seed seed) throws IOException {
    List<BabeltraceText.Event> reference = BabeltraceText.readAsFarAsPossible(babeltrace, folder);
    List<Map<String, Object>> ours = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(folder), findings::add)) {
      while (ours.size() < MAX_EVENTS && reader.next()) {
        ours.add(reader.record().fields());
      }
    }
    String about = seed + "\n" + Files.readString(folder.resolve("metadata")) + "\n" + findings
        + "\n" + ours.size() + " events, babeltrace2: " + reference.size();
    // one of the two may see the end of the content a field earlier
    int common = Math.min(ours.size(), reference.size());
    assertTrue(Math.min(MAX_EVENTS, reference.size()) - common <= 1, about);
    assertTrue(Math.min(MAX_EVENTS, ours.size()) - common <= 1, about);
    for (int i = 0; i < common; i++) {
      same(ours.get(i), reference.get(i).scopes().get("event.fields"), "event " + i, about);
    }
  }

  private static void same(Object ours, Object reference, String path, String about) {
    if (reference instanceof BabeltraceText.Label label) {
      Object expected = label.label().isEmpty() ? (Object) label.value() : label.label();
      assertEquals(expected, ours, () -> path + " of " + about);
    } else if (ours instanceof Double number) {
      double expected = ((Number) reference).doubleValue();
      boolean near = Double.compare(number, expected) == 0
          || Math.abs(number - expected) <= Math.abs(expected) * 1e-5;
      assertTrue(near, () -> path + ": " + number + ", " + expected + " of " + about);
    } else if (ours instanceof String text && text.isEmpty()) {
      // babeltrace2 2.0 shows an earlier text for an empty one
      assertTrue(reference instanceof String, () -> path + " of " + about);
    } else if (ours instanceof List<?> list) {
      List<?> other = (List<?>) reference;
      assertEquals(other.size(), list.size(), () -> path + " of " + about);
      for (int i = 0; i < list.size(); i++) {
        same(list.get(i), other.get(i), path + "[" + i + "]", about);
      }
    } else if (ours instanceof Map<?, ?> map && map.containsKey("flags")) {
      assertEquals(reference, map.get("value"), () -> path + " of " + about);
    } else if (ours instanceof Map<?, ?> map && isOption(map)) {
      same(map.values().iterator().next(), reference, path, about);
    } else if (ours instanceof Map<?, ?> map) {
      Map<?, ?> other = (Map<?, ?>) reference;
      assertEquals(other.keySet(), map.keySet(), () -> path + " of " + about);
      Iterator<?> values = other.values().iterator();
      map.forEach((name, value) -> same(value, values.next(), path + "." + name, about));
    } else {
      assertEquals(reference, ours, () -> path + " of " + about);
    }
  }

  /** Of a variant, babeltrace2 shows the value only. */
  private static boolean isOption(Map<?, ?> map) {
    return map.size() == 1 && (map.containsKey("one") || map.containsKey("other"));
  }
}
