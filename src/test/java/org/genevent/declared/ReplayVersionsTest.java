package org.genevent.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genevent.cli.Main;
import org.genevent.reader.TraceReader;
import org.genevent.reader.replay.Replay;
import org.genevent.runtime.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trace of yesterday's interface, replayed into today's. */
class ReplayVersionsTest {

  @TempDir
  private Path folder;

  private final List<String> problems = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  private URLClassLoader compiled(String version, String... files) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes" + version));
    List<String> sources = new ArrayList<>();
    for (String file : files) {
      sources.add(version.isEmpty() ? file : version + "/" + file);
    }
    Javac.compile(classes, sources, "-processorpath", Javac.processorJar().toString());
    return Javac.load(classes);
  }

  private <T> void replay(Path trace, Class<T> declared, Class<? extends Record> context) {
    try (TraceReader reader =
        TraceReader.open(List.of(trace), problem -> problems.add(problem.format()))) {
      Replay replay = Replay.of(reader, problem -> problems.add(problem.format()));
      Object implementation = Proxy.newProxyInstance(
          declared.getClassLoader(), new Class<?>[] {declared}, (self, method, arguments) -> {
            String call = ArgumentText.of(arguments).substring("Object".length());
            calls.add(method.getName() + call + " " + ArgumentText.of(replay.context(context)));
            return null;
          });
      replay.to(declared, declared.cast(implementation)).run();
      assertEquals(calls.size(), replay.deliveredEvents());
    }
  }

  @Test
  void whatCanBeBoundIsBoundAndTheRestIsRefusedWithTheDifference() throws Exception {
    Path trace = folder.resolve("trace");
    try (URLClassLoader old = compiled("v1", "ShopEvents.java", "Shop.java");
        Session session = Session.to(trace).events("shop:*").start()) {
      ((Runnable) old.loadClass("versions.Shop").getDeclaredConstructor().newInstance()).run();
      assertEquals(0, session.discardedEvents());
    }
    try (URLClassLoader now = compiled("v2", "ShopEvents.java")) {
      replay(
          trace,
          now.loadClass("versions.ShopEvents"),
          now.loadClass("versions.ShopEvents$Request").asSubclass(Record.class));
    }
    String seven = " Request[tenant=\"\", id=7]";
    String none = " Request[tenant=\"\", id=0]";
    String rest = ", false, null, Point[z=0, y=0, x=0], null, \"\", int[], String[\"\", \"\"],"
        + " ByteBuffer[0, 0, 0], OptionalInt.empty, null, \"\"]";
    assertEquals(
        String.join(
            "\n",
            "accepted[1.5, -4711, Optional(\"Ada\"), USD, 65535]" + seven,
            "accepted[0.0, 1, Optional(\"Ada\"), null, 2]" + none,
            "renamed[0, \"text\"]" + none,
            "paid[Card[year=0, number=\"1234\"]" + rest + none,
            "paid[null" + rest + none,
            "moved[Point[z=0, y=2, x=1], \"\", \"must\"]" + none,
            "moved[Point[z=0, y=4, x=3], \"note\", \"\"]" + none),
        String.join("\n", calls));
    assertEquals("""
        versions.ShopEvents.renamed: warning: [GE-REPLAY-04] shop:renamed.number: the field was called 'count' \
        (a guess: class and place are equal); its value is left out, and the argument is zero or empty
          fields are bound by name
          fix: give the parameter the old name: @Name("…")
        versions.ShopEvents.refused: error: [GE-REPLAY-02] events 'shop:refused' of the trace are not delivered: \
        shop:refused.total was int64_t, is int32_t (not every value fits into the argument); \
        shop:refused.code was string, is int32_t (the value cannot be the argument)
          fields are bound by name; numbers may be wider than in the trace, everything else has to be of one kind
          fix: give the field its old type, or read the trace with the interface with the checksum 0x…
        versions.ShopEvents: error: [GE-REPLAY-02] events 'shop:gone' of the trace are not delivered: \
        the interface has no such event
          every event of a trace has a method of its name
        versions.ShopEvents.accepted: warning: [GE-REPLAY-03] the field 'currency' has values that Java does not \
        have, and is null there: label 'DEM'
          labels and options are bound by name
          fix: add it, or give what it became the old name: @Name("…")
        versions.ShopEvents.paid: warning: [GE-REPLAY-03] the field 'payment' has values that Java does not have, \
        and is null there: option 'cash'
          labels and options are bound by name
          fix: add it, or give what it became the old name: @Name("…")""", String.join("\n", problems).replaceAll("0x[0-9A-F]{8}", "0x…"));
  }

  @Test
  void aTraceWithoutTheFacilityCallsNothing() throws Exception {
    Path trace = folder.resolve("trace");
    try (URLClassLoader other = compiled("", "TrialEvents.java", "Trial.java");
        Session session = Session.to(trace).events("trial:nothing").start()) {
      ((Runnable) other.loadClass("declared.Trial").getDeclaredConstructor().newInstance()).run();
      assertEquals(0, session.discardedEvents());
    }
    try (URLClassLoader now = compiled("v2", "ShopEvents.java")) {
      replay(
          trace,
          now.loadClass("versions.ShopEvents"),
          now.loadClass("versions.ShopEvents$Request").asSubclass(Record.class));
    }
    assertEquals(List.of(), calls);
    assertEquals(
        List.of("versions.ShopEvents: warning: [GE-REPLAY-05] the trace has no facility 'shop',"
            + " so no method is called\n  it has: trial"),
        problems);
  }

  private static String diff(int status, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>(List.of("diff"));
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    PrintWriter to = new PrintWriter(out);
    assertEquals(
        status,
        Main.run(to, new PrintWriter(err), words.toArray(String[]::new)),
        () -> out + "\n" + err);
    assertEquals("", err.toString());
    return out.toString();
  }

  @Test
  void theCommandTellsBeforehandWhatReplayRefuses() throws Exception {
    Path trace = folder.resolve("trace");
    try (URLClassLoader old = compiled("v1", "ShopEvents.java", "Shop.java");
        Session session = Session.to(trace).events("shop:*").start()) {
      ((Runnable) old.loadClass("versions.Shop").getDeclaredConstructor().newInstance()).run();
      assertEquals(0, session.discardedEvents());
    }
    compiled("v2", "ShopEvents.java").close();
    Path v1 = folder.resolve("classesv1");
    Path v2 = folder.resolve("classesv2");
    assertEquals("", diff(0, trace, v1));
    assertEquals("", diff(0, v1, trace));
    String changes = diff(1, "--target", "java", trace, v2);
    assertEquals(
        List.of(
            "shop:accepted.currency",
            "shop:renamed.number",
            "shop:refused.total",
            "shop:refused.code",
            "shop:unheard",
            "shop:paid.payment.cash"),
        changes
            .lines()
            .filter(line -> line.startsWith("breaking "))
            .map(line -> line.replaceFirst("breaking +", "").replaceFirst(": .*", ""))
            .toList(),
        changes);
    // bytes of a trace are those of its version's layout
    assertEquals(
        diff(1, "--target", "kernel", v1, v2)
            .lines()
            .filter(line -> !line.contains(": id was "))
            .toList(),
        diff(1, "--target", "kernel", trace, v2)
            .replace(", or was not traced", "")
            .lines()
            .toList());
  }
}
