package org.genevent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernel's control program against a folder of plain files that looks like the module's. */
class KernelCommandTest {

  @TempDir
  private Path folder;

  private Path module;

  @BeforeEach
  void aModule() throws IOException {
    module = Files.createDirectories(folder.resolve("module"));
    Files.writeString(module.resolve("version"), "genevent 0.1 abi=1\n");
    Files.writeString(module.resolve("control"), "");
  }

  private Call kernel(String... words) {
    return Call.run(Stream.concat(Stream.of("kernel", "--control=" + module), Stream.of(words))
        .toArray());
  }

  private String sent() throws IOException {
    return Files.readString(module.resolve("control"));
  }

  /** A trace of the module, made of what our own runtime writes: the packets are the same. */
  private Path trace(String name) throws IOException {
    Path demo = DemoTrace.get();
    Path trace = module.resolve("traces").resolve(name);
    Files.createDirectories(trace.resolve("channels/main"));
    Files.copy(demo.resolve("metadata"), trace.resolve("metadata"));
    List<Path> streams = DemoTrace.streams();
    for (int cpu = 0; cpu < streams.size(); cpu++) {
      Files.copy(streams.get(cpu), trace.resolve("channels/main/cpu" + cpu));
    }
    return demo;
  }

  private static List<String> events(Path trace) {
    return Call.run("read", "--format=json", trace)
        .out()
        .lines()
        .map(line -> line.replaceFirst("\"stream\":\"[^\"]*\",", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create a|create a mode=discard",
        "create a --mode=overwrite --sub-buffer-size=64K --sub-buffers=8|create a mode=overwrite size=64K count=8",
        "create a --mode=hybrid --channel=facts,size=4096,control --channel=rest"
            + "|create a mode=hybrid channel=facts,size=4096,control channel=rest",
        "start a|start a",
        "stop a|stop a",
        "destroy a|destroy a",
        "list|list",
        "enable a http|enable a http",
        "disable a http:request_end|disable a http:request_end"
      })
  void wordsOfTheCommandLineBecomeThoseOfTheModule(String words, String expected)
      throws IOException {
    Call call = kernel(words.split(" "));
    assertEquals(0, call.status(), call.err());
    assertEquals(expected + "\n", sent());
  }

  @Test
  void aTraceIsCollectedUntilItsStreamsEnd() throws IOException {
    Path demo = trace("a");
    Path out = folder.resolve("out");
    Call call = kernel("collect", "a", "--out=" + out);
    assertEquals(0, call.status(), call.err());
    assertTrue(call.out().startsWith(out + ": "), call.out());
    assertEquals(events(demo), events(out));
  }

  @Test
  void recordingMakesCollectsAndRemovesATrace() throws IOException {
    Path demo = trace("a");
    Files.writeString(module.resolve("traces/a/status"), """
        trace a state=stopped mode=discard channels=1 uuid=2f6d6f2e-0d5b-4c8f-9d2b-0e9f5b1c7a11 more=1
        channel main id=0 mode=discard control=0 size=131072 count=8
        stream main cpu=0 sent=1042 lost=3 overwritten=0 filtered=0 cancelled=0 delivered=14 consumed=9
        stream main cpu=1 sent=8 lost=0 overwritten=2 filtered=0 cancelled=0 delivered=1 consumed=1 more=2
        another line of a later module
        """);
    Path out = folder.resolve("out");
    Call call = kernel("record", "--name=a", "--duration=50ms", "--out=" + out);
    assertEquals(0, call.status(), call.err());
    assertTrue(call.out().startsWith(out + ": 1050 events, 5 lost, "), call.out());
    assertTrue(sent().startsWith("destroy a\n"), sent());
    assertEquals(events(demo), events(out));
  }

  @Test
  void aSnapshotTakesWhatIsReadyAndNoMore() throws IOException {
    trace("a");
    Files.writeString(module.resolve("traces/a/status"), """
        channel main id=0 mode=overwrite control=0 size=4096 count=8
        stream main cpu=0 sent=10 lost=0 overwritten=0 filtered=0 cancelled=0 delivered=3 consumed=1
        """);
    Path out = folder.resolve("out");
    Call call = kernel("snapshot", "a", "--out=" + out);
    assertEquals(new Call(0, out + ": 8192 bytes\n", ""), call);
    assertEquals("snapshot a\n", sent());
    assertEquals(8192, Files.size(out.resolve("main_0")));
    assertTrue(Files.notExists(out.resolve("main_1")));
  }

  @Test
  void whatIsMissingIsOneLineThatSaysWhatToDo() throws IOException {
    Files.delete(module.resolve("version"));
    assertEquals(
        new Call(
            1,
            "",
            "genevent: " + module
                + ": the module is not loaded; as root: modprobe genevent (or insmod genevent.ko)\n"),
        kernel("list"));
    Files.writeString(module.resolve("version"), "genevent 9.1 abi=7\n");
    assertEquals(
        new Call(
            1,
            "",
            "genevent: the loaded module speaks abi=7, this command abi=1; use the command and the module of one"
                + " release\n"),
        kernel("start", "a"));
    Files.writeString(module.resolve("version"), "something else\n");
    assertEquals(1, kernel("start", "a").status());
  }

  @Test
  void aTraceThatIsNotThereAndAFolderThatIsFullAreRefusedBeforeAnythingIsWritten()
      throws IOException {
    Path out = folder.resolve("out");
    Call gone = kernel("collect", "gone", "--out=" + out);
    assertEquals(1, gone.status());
    assertTrue(gone.err().contains("there is no such trace"), gone.err());
    Files.createDirectories(out);
    Files.writeString(out.resolve("mine"), "mine");
    Call full = kernel("record", "--name=a", "--duration=1s", "--out=" + out);
    assertEquals(1, full.status());
    assertTrue(full.err().contains("the folder is not empty"), full.err());
    assertEquals("", sent());
  }

  @Test
  void aNameWithBlanksIsNotTakenForSeveralWords() throws IOException {
    Call call = kernel("create", "a mode=overwrite");
    assertEquals(1, call.status());
    assertEquals(
        "genevent: 'a mode=overwrite': a name for the module has no blanks and is not empty\n",
        call.err());
    assertEquals("", sent());
  }

  @Test
  void aLengthOfTimeNeedsAUnit() {
    Call call = kernel("record", "--duration=10", "--out=" + folder.resolve("out"));
    assertEquals(2, call.status());
    assertTrue(call.err().contains("'10' is not a length of time"), call.err());
  }
}
