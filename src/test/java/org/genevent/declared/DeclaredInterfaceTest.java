package org.genevent.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genevent.diagnostic.Findings;
import org.genevent.golden.Golden;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.proof.BabeltraceText;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.genevent.runtime.Session;
import org.genevent.xml.FacilityReader;
import org.genevent.xml.FacilityWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interface with a parameter of every type, compiled by javac, traced, and read back. */
class DeclaredInterfaceTest {

  private static final List<String> SOURCES = List.of("TrialEvents.java", "Trial.java");

  @TempDir
  private Path folder;

  private Path compiled() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Javac.compile(classes, SOURCES, "-processorpath", Javac.processorJar().toString());
    return classes;
  }

  private static List<String> expected() throws Exception {
    return Files.readAllLines(Golden.root().resolve("src/test/resources/declared/expected.txt"));
  }

  @Test
  void theValuesThatWerePassedAreTheValuesThatReadersShow() throws Exception {
    Path trace = folder.resolve("trace");
    try (URLClassLoader loader = Javac.load(compiled());
        Session session = Session.to(trace).events("trial:*").start()) {
      Runnable trial =
          (Runnable) loader.loadClass("declared.Trial").getDeclaredConstructor().newInstance();
      trial.run();
      assertEquals(0, session.discardedEvents());
    }
    List<String> read = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (TraceReader reader =
        TraceReader.open(List.of(trace), problem -> problems.add(problem.format()))) {
      while (reader.next()) {
        EventRecord one = reader.record();
        read.add(line(one.facility() + ":" + one.event(), one.context(), one.fields()));
      }
    }
    assertEquals(List.of(), problems);
    assertEquals(String.join("\n", expected()), String.join("\n", read));

    List<String> shown = new ArrayList<>();
    for (BabeltraceText.Event event : BabeltraceText.read(trace)) {
      shown.add(line(
          event.name().replaceFirst("^vm:\\(\\d+\\) ", ""),
          PlainValues.of(event.scopes().get("event.context")),
          PlainValues.of(event.scopes().getOrDefault("event.fields", Map.of()))));
    }
    assertEquals(String.join("\n", expected()), String.join("\n", shown));
    String metadata = Files.readString(trace.resolve("metadata"));
    assertTrue(metadata.contains("\"trial:order_accepted trial:order_shipped order_id\""));
    assertTrue(metadata.contains("\"trial:query\""));
  }

  /** The event in one line; a duration that was measured is its sign. */
  private static String line(String name, Object context, Object fields) {
    return (name + " " + context + " " + fields)
        .replaceAll("duration_ns=[1-9][0-9]*", "duration_ns=+")
        .replace("\n", "\\n");
  }

  @Test
  void theXmlIsTheFacilityOfTheTracer() throws Exception {
    Path classes = compiled();
    String xml = Files.readString(classes.resolve("genevent/facilities/trial.xml"));
    Findings findings = new Findings();
    Facility facility = FacilityReader.read(
            classes.resolve("genevent/facilities/trial.xml"), findings)
        .orElseThrow();
    assertEquals(List.of(), findings.list());
    assertEquals(xml, FacilityWriter.write(facility));
    String tracer = Files.readString(classes.resolve("declared/TrialTracer.java"));
    String checksum = String.format("0x%08X", FacilityChecksum.of(facility));
    assertTrue(tracer.contains("define(\"trial\", " + checksum + ")"), checksum);
  }
}
