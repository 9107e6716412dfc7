package org.genevent.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.cli.Main;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code genevent diff} between all that has the contract of one interface: classes, its facility file, traces of every format. */
class DiffOfTracesTest {

  /** The events of the interface have texts, so that it matters to which layout they were written. */
  private static final String PADDED = "(layout ltt)";

  @TempDir
  private Path folder;

  private String err = "";

  /** What the command prints; its status says the same. */
  private String run(Path before, Path after) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    int status = Main.run(
        new PrintWriter(out), new PrintWriter(errors), "diff", before.toString(), after.toString());
    err = errors.toString();
    assertEquals(out.toString().isEmpty() ? 0 : 1, status, err);
    return out.toString();
  }

  private void convert(Path trace, String format, Path to) {
    StringWriter errors = new StringWriter();
    int status = Main.run(
        new PrintWriter(new StringWriter()),
        new PrintWriter(errors),
        "convert",
        "--allow-loss",
        "--to",
        format,
        "--out",
        to.toString(),
        trace.toString());
    assertEquals(0, status, errors::toString);
  }

  private Path compiled(String name, String... options) throws Exception {
    Path classes = Files.createDirectories(folder.resolve(name));
    List<String> all =
        new ArrayList<>(List.of("-processorpath", Javac.processorJar().toString()));
    all.addAll(List.of(options));
    Javac.compile(classes, List.of("BoothEvents.java", "Booth.java"), all.toArray(String[]::new));
    return classes;
  }

  private Path traced(Path classes, TraceFormat format) throws Exception {
    Path trace = folder.resolve(format.name());
    try (URLClassLoader loader = Javac.load(classes);
        Session session = Session.to(trace).format(format).events("booth:*").start()) {
      ((Runnable) loader.loadClass("declared.Booth").getDeclaredConstructor().newInstance()).run();
      assertEquals(0, session.discardedEvents());
    }
    return trace;
  }

  @Test
  void whatHasOneContractIsAlikeHoweverItIsToldAndOnlyTheLayoutIsSaid() throws Exception {
    Map<String, Path> natural = new LinkedHashMap<>();
    natural.put("classes", compiled("natural"));
    natural.put("CTF 1.8", traced(natural.get("classes"), TraceFormat.CTF));
    natural.put("CTF 2", traced(natural.get("classes"), TraceFormat.CTF_2));
    natural.put("file", natural.get("classes").resolve("genevent/facilities/booth.xml"));
    Map<String, Path> padded = new LinkedHashMap<>();
    padded.put("classes of LTT", compiled("ltt", "-Agenevent.layout=ltt"));
    padded.put("LTT 0.7", traced(padded.get("classes of LTT"), TraceFormat.LTT_0_7));
    padded.put("LTT 0.8", traced(padded.get("classes of LTT"), TraceFormat.LTT_0_8));
    padded.put("LTT of CTF", folder.resolve("ltt-of-ctf"));
    convert(natural.get("CTF 2"), "ltt-0.8", padded.get("LTT of CTF"));
    // it says that it was an LTT trace, and is one no more
    natural.put("CTF of LTT", folder.resolve("ctf-of-ltt"));
    convert(padded.get("LTT 0.7"), "ctf", natural.get("CTF of LTT"));

    Map<String, Path> all = new LinkedHashMap<>(natural);
    all.putAll(padded);
    all.forEach((oldName, before) -> all.forEach((newName, after) -> {
      String changes = run(before, after);
      boolean isAlike = natural.containsKey(oldName) == natural.containsKey(newName);
      String what = oldName + " and " + newName + ":\n" + changes + err;
      assertEquals("", err, what);
      assertEquals(isAlike ? 0 : 1, changes.lines().count(), what);
      assertTrue(isAlike || changes.contains(PADDED), what);
    }));
  }
}
