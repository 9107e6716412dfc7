package org.genevent.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.genevent.golden.Golden;
import org.genevent.java.TracedRun;
import org.genevent.proof.ExternalTool;
import org.genevent.proof.RandomFacility;
import org.genevent.proof.Seed;
import org.genevent.proof.Shape;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What LTTng-UST writes for a C program, and its Java agent for {@code java.util.logging}. */
class UstTraceTest {

  private static final Path SOURCES = Golden.root().resolve("src/test/peers");
  private static final Path JARS = Path.of("/usr/share/java");

  /** Lets a program wait until it is registered, so that no event comes too early. */
  private static final Map<String, String> REGISTERED = Map.of("LTTNG_UST_REGISTER_TIMEOUT", "-1");

  @TempDir
  private static Path shared;

  private static LttngDaemon daemon;

  @TempDir
  private Path folder;

  @BeforeAll
  static void startDaemon() throws InterruptedException {
    daemon = LttngDaemon.start(shared);
  }

  @AfterAll
  static void stopDaemon() throws IOException {
    if (daemon != null) {
      daemon.close();
    }
  }

  @Test
  void everyFieldOfAProgramInC() throws IOException {
    Path program = compile();
    List<EventRecord> events = trace("uid", "16k", program, 200).events();
    assertEquals(400, events.size());
    EventRecord seventh = events.get(14);
    assertEquals("every", seventh.event());
    assertEquals("peer", seventh.facility());
    Map<String, Object> fields = seventh.fields();
    assertEquals(7L, fields.get("number"));
    assertEquals(-7L, fields.get("small"));
    assertEquals(7 * 0x0123456789abcdefL, fields.get("hex"));
    assertEquals(7L << 24, fields.get("network"));
    assertEquals(0.875, fields.get("twice"));
    assertEquals("two words", fields.get("text"));
    assertEquals(List.of(7L, 0L, 0L, 0L), fields.get("bytes"));
    assertEquals("abcdefgh", fields.get("fixed"));
    assertEquals(List.of(7L), fields.get("numbers"));
    assertEquals("two", fields.get("part"));
  }

  @Test
  void whatATracerOutOfRoomCountsAsLost() throws IOException {
    Path program = compile();
    PeerTrace.Agreed agreed = trace("pid", "4k", program, 20_000);
    assertEquals(40_000, agreed.events().size() + agreed.discarded());
  }

  @Test
  void aSnapshotOfTheFlightRecorder() throws IOException {
    Path program = compile();
    Path trace = folder.resolve("snapshot");
    daemon.command("create", name("snapshot"), "--snapshot", "--output=" + trace);
    try {
      channel("--buffers-uid", "--overwrite", "--subbuf-size=4k", "--num-subbuf=2");
      daemon.command("enable-event", "--userspace", "--channel=main", "peer:*");
      daemon.command("start");
      run(program, 2000);
      daemon.command("snapshot", "record");
    } finally {
      daemon.command("destroy", name("snapshot"));
    }
    List<EventRecord> events = PeerTrace.compare(trace, 0).events();
    assertTrue(!events.isEmpty() && events.size() < 4000, () -> "events: " + events.size());
  }

  @Test
  void itsIndexOfPacketsIsUsedButNotBelieved() throws IOException {
    Path program = compile();
    Path trace = folder.resolve("index");
    daemon.command("create", name("index"), "--output=" + trace);
    try {
      channel("--buffers-uid", "--subbuf-size=4k", "--num-subbuf=64");
      daemon.command("enable-event", "--userspace", "--channel=main", "peer:*");
      daemon.command("start");
      run(program, 5000);
      daemon.command("stop");
    } finally {
      daemon.command("destroy", name("index"));
    }
    IndexedTrace indexed = new IndexedTrace(trace);
    indexed.givesWhatIsReadWithoutIndex();
    indexed.wrongIndexesChangeNothing(new Random(1));
    indexed.sparesLookingAtPacketsInFront();
  }

  @Test
  void itsTraceAndOneOfOursLieOnOneTimelineForBothReaders() throws Exception {
    Path theirs = folder.resolve("pid");
    trace("pid", "64k", compile(), 10);
    Path ours = folder.resolve("ours");
    Seed seed = Seed.cases(1).findFirst().orElseThrow();
    TracedRun.of(RandomFacility.of(seed.random(), Shape.everything()), ours, seed);
    String merged = ExternalTool.require("babeltrace2")
        .run(theirs.toString(), ours.toString())
        .outOrFail();
    long count = merged.lines().count();
    try (TraceReader reader =
        TraceReader.open(List.of(theirs, ours), problem -> fail(problem.format()))) {
      assertEquals(count, reader.records().count());
    }
    assertTrue(count > 20, merged);
  }

  @Test
  void logRecordsThroughTheJavaAgent() throws IOException {
    List<Path> agent = List.of(
        ExternalTool.requireFile(JARS.resolve("lttng-ust-agent-common.jar")),
        ExternalTool.requireFile(JARS.resolve("lttng-ust-agent-jul.jar")));
    Path jni = installed(Path.of("/usr/lib"), "jni/liblttng-ust-jul-jni.so").resolve("jni");
    String classPath = agent.stream().map(Path::toString).collect(Collectors.joining(":"));
    Path home = Path.of(System.getProperty("java.home"));
    Path trace = folder.resolve("jul");
    daemon.command("create", name("jul"), "--output=" + trace);
    try {
      daemon.command("enable-event", "--jul", "--all");
      daemon.command("start");
      // source launcher: compiled where it runs, against the installed agent
      new ExternalTool(home.resolve("bin/java"))
          .run(
              REGISTERED,
              "-cp",
              classPath,
              "-Djava.library.path=" + jni,
              SOURCES.resolve("jul/LoggingProgram.java").toString())
          .outOrFail();
      daemon.command("stop");
    } finally {
      daemon.command("destroy", name("jul"));
    }
    List<EventRecord> events = PeerTrace.compare(trace, 0).events().stream()
        .dropWhile(event -> event.fields().get("msg").equals("waiting"))
        .toList();
    assertEquals(300, events.size());
    assertEquals("event", events.get(0).event());
    assertEquals("lttng_jul", events.get(0).facility());
    assertEquals("message 0 with \"quotes\" and \u00e4", events.get(0).fields().get("msg"));
    assertEquals("org.example.Logging", events.get(0).fields().get("logger_name"));
    assertEquals(800L, events.get(0).fields().get("int_loglevel"));
  }

  /** The folder of a file that packages put below one for the machine's kind, or directly. */
  private static Path installed(Path root, String file) throws IOException {
    try (var folders = Files.newDirectoryStream(root, "*-linux-gnu")) {
      for (Path found : folders) {
        if (Files.exists(found.resolve(file))) {
          return found;
        }
      }
    }
    ExternalTool.requireFile(root.resolve(file));
    return root;
  }

  private Path compile() throws IOException {
    installed(Path.of("/usr/include"), "lttng/tracepoint.h");
    Path program = folder.resolve("peer");
    Path sources = SOURCES.resolve("ust");
    ExternalTool.require("gcc")
        .run(
            "-std=gnu11",
            "-O1",
            "-I" + sources,
            "-o",
            program.toString(),
            sources.resolve("peer.c").toString(),
            "-llttng-ust",
            "-ldl")
        .outOrFail();
    return program;
  }

  /** Traces a program in a session of its own and compares what both readers make of it. */
  private PeerTrace.Agreed trace(String buffers, String subBuffer, Path program, int rounds) {
    Path trace = folder.resolve(buffers);
    daemon.command("create", name(buffers), "--output=" + trace);
    try {
      channel("--buffers-" + buffers, "--subbuf-size=" + subBuffer);
      context();
      daemon.command("enable-event", "--userspace", "--channel=main", "peer:*");
      daemon.command("start");
      run(program, rounds);
      daemon.command("stop");
    } finally {
      daemon.command("destroy", name(buffers));
    }
    return PeerTrace.compare(trace, 0);
  }

  private static void channel(String... options) {
    List<String> arguments = new ArrayList<>(List.of("enable-channel", "--userspace"));
    arguments.addAll(List.of(options));
    arguments.add("main");
    daemon.command(arguments.toArray(String[]::new));
  }

  private static void context() {
    daemon.command(
        "add-context",
        "--userspace",
        "--channel=main",
        "--type=vpid",
        "--type=vtid",
        "--type=procname",
        "--type=pthread_id");
  }

  private static void run(Path program, int rounds) {
    new ExternalTool(program).run(REGISTERED, String.valueOf(rounds)).outOrFail();
  }

  private static String name(String session) {
    return "genevent-" + ProcessHandle.current().pid() + "-" + session;
  }
}
