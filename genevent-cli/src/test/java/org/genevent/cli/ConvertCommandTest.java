package org.genevent.cli;

import static org.genevent.cli.Call.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code genevent convert} as a user sees it. */
class ConvertCommandTest {

  @TempDir
  private Path folder;

  private Path demo() {
    Path trace = folder.resolve("demo");
    assertEquals(0, run("demo", trace).status());
    return trace;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> counts(Path trace) {
    Call call = run("read", "--format", "count", trace);
    assertEquals(0, call.status(), call.err());
    return call.out()
        .lines()
        .filter(line ->
            !line.startsWith("core:") && !line.startsWith("genevent:") && !line.startsWith("total"))
        .toList();
  }

  @Test
  void whatWouldBeLostIsSaidAndNothingIsWritten() throws IOException {
    Path trace = demo();
    Path out = folder.resolve("ltt");
    Call call = run("convert", trace, "--to", "ltt-0.7", "--out", out);
    assertEquals(1, call.status());
    assertTrue(call.err().contains("warning: [GE-CONVERT-01]"), call.err());
    assertTrue(call.err().contains("lost: that shop:order_paid.payment is a variant"), call.err());
    assertTrue(
        call.err().endsWith("genevent: nothing was written; --allow-loss goes on without these\n"),
        call.err());
    assertEquals("", call.out());
    assertEquals(List.of("demo"), names());
  }

  @Test
  void lossesThatAreAllowedDoNotStopItAndTheWayBackHasNone() throws IOException {
    Path trace = demo();
    Path ltt = folder.resolve("ltt");
    Call lossy = run("convert", trace, "--to", "ltt-0.8", "--out", ltt, "--allow-loss");
    assertEquals(0, lossy.status(), lossy.err());
    assertTrue(lossy.out().endsWith(" events in " + ltt + "\n"), lossy.out());
    assertEquals(counts(trace), counts(ltt));
    assertTrue(Files.exists(ltt.resolve("eventdefs/core.xml")));
    assertTrue(Files.exists(ltt.resolve("control/facilities_0")));

    String events = run("read", "--format", "json", ltt).out();
    assertTrue(events.contains("\"customer\":\"\""), "an absent value");
    assertTrue(events.contains("\"customer\":\"O'Neill & Sons\""), "a value that is there");
    assertTrue(events.contains("\"payment\":{"), "the options of a variant");

    Path big = folder.resolve("big");
    Call toBig = run(
        "convert",
        ltt,
        "--to",
        "ltt-0.8",
        "--out",
        big,
        "--byte-order",
        "big",
        "--data-model",
        "ilp32",
        "--packed");
    assertEquals("", toBig.err());
    assertEquals(0, toBig.status());
    assertEquals(counts(trace), counts(big));

    Path ctf = folder.resolve("ctf");
    Call toCtf = run("convert", big, "--to", "ctf", "--out", ctf);
    assertEquals("", toCtf.err());
    assertEquals(0, toCtf.status());
    assertEquals(counts(trace), counts(ctf));
    assertEquals(List.of("big", "ctf", "demo", "ltt"), names());
  }

  @Test
  void whatIsAskedOfTracesIsAskedOfLttTracesToo() throws IOException {
    Path trace = demo();
    Path ltt = folder.resolve("ltt");
    assertEquals(
        0,
        run("convert", trace, "--to", "ltt-0.8", "--out", ltt, "--allow-loss").status());
    Object[] question = {"--format", "json", "--limit", "3", "--where", "order_id > 0"};
    Call ofCtf = run(
        "read",
        question[0],
        question[1],
        question[2],
        question[3],
        question[4],
        question[5],
        trace);
    Call ofLtt = run(
        "read", question[0], question[1], question[2], question[3], question[4], question[5], ltt);
    assertEquals(0, ofLtt.status(), ofLtt.err());
    assertEquals(3, ofLtt.out().lines().count());
    assertEquals(orders(ofCtf), orders(ofLtt));
    Call difference = run("diff", ltt, ltt);
    assertEquals(new Call(0, "", ""), difference);
  }

  private static List<String> orders(Call call) {
    return call.out()
        .lines()
        .map(line -> line.replaceAll(".*(\"order_id\":[0-9]+).*", "$1"))
        .toList();
  }

  @Test
  void whatIsInTheWayIsLeftAlone() throws IOException {
    Path trace = demo();
    Path out = Files.createDirectory(folder.resolve("out"));
    Path mine = Files.writeString(out.resolve("mine"), "mine");
    Call call = run("convert", trace, "--to", "ctf", "--out", out, "--allow-loss");
    assertEquals(1, call.status());
    assertTrue(call.err().contains("is in the way"), call.err());
    assertEquals("mine", Files.readString(mine));
    assertEquals(List.of("demo", "out"), names());
  }

  @Test
  void aFolderWithoutATraceOrWithTwoIsRefused() throws IOException {
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    Call none = run("convert", nothing, "--to", "ctf", "--out", folder.resolve("out"));
    assertEquals(1, none.status());
    assertTrue(none.err().contains("GE-TRACE-05"), none.err());

    Path both = folder.resolve("both");
    assertEquals(0, run("demo", both.resolve("one")).status());
    assertEquals(0, run("demo", both.resolve("two")).status());
    Call two = run("convert", both, "--to", "ctf", "--out", folder.resolve("out"));
    assertEquals(1, two.status());
    assertTrue(two.err().contains(DiagnosticCode.CONVERT_IMPOSSIBLE.id()), two.err());
    assertTrue(two.err().contains("there are 2 traces"), two.err());
    assertEquals(List.of("both", "nothing"), names());
  }

  @Test
  void wrongUsageSaysWhatThereIs() {
    Call format = run("convert", folder, "--to", "ltt", "--out", folder.resolve("out"));
    assertEquals(2, format.status());
    assertTrue(format.err().contains("expected ctf, ltt-0.7 or ltt-0.8"), format.err());
    Call model = run(
        "convert", folder, "--to", "ctf", "--out", folder.resolve("out"), "--data-model", "lp32");
    assertEquals(2, model.status());
    assertTrue(model.err().contains("lp64, ilp32 or llp64"), model.err());
  }
}
