package org.genevent.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.genevent.runtime.TraceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tracer that writes LTT traces: they come back as calls of its interface, and tell their contract. */
class LttReplayTest {

  @TempDir
  private Path folder;

  private final List<String> problems = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  @Test
  void whatWasTracedComesBackAndIsTheContractOfItsClasses() throws Exception {
    Path trace = folder.resolve("trace");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Javac.compile(
        classes,
        List.of("BoothEvents.java", "Booth.java"),
        "-processorpath",
        Javac.processorJar().toString(),
        "-Agenevent.layout=ltt");
    try (URLClassLoader loader = Javac.load(classes)) {
      try (Session session =
          Session.to(trace).format(TraceFormat.LTT_0_7).events("booth:*").start()) {
        ((Runnable) loader.loadClass("declared.Booth").getDeclaredConstructor().newInstance())
            .run();
        assertEquals(0, session.discardedEvents());
      }
      replay(trace, loader.loadClass("declared.BoothEvents"));
    }
    assertEquals(
        List.of("sold[\"tea\", 3, 120]", "sold[\"\", -1, 0]", "closed[]"),
        calls,
        problems::toString);
    assertEquals(List.of(), problems);

    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(
        new PrintWriter(out),
        new PrintWriter(err),
        "diff",
        "--layout",
        "ltt",
        trace.toString(),
        classes.toString());
    assertEquals("", out.toString(), err::toString);
    assertEquals(0, status, err::toString);
    assertTrue(err.toString().isEmpty(), err::toString);
  }

  private <T> void replay(Path trace, Class<T> declared) {
    try (TraceReader reader =
        TraceReader.open(List.of(trace), problem -> problems.add(problem.format()))) {
      Replay replay = Replay.of(reader, problem -> problems.add(problem.format()));
      Object implementation = Proxy.newProxyInstance(
          declared.getClassLoader(), new Class<?>[] {declared}, (self, method, arguments) -> {
            String call = ArgumentText.of(arguments == null ? new Object[0] : arguments);
            calls.add(method.getName() + call.substring("Object".length()));
            return null;
          });
      replay.to(declared, declared.cast(implementation)).run();
    }
  }
}
