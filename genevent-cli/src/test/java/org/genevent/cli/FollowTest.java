package org.genevent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code genevent read --follow}. */
final class FollowTest {

  private static final String METADATA =
      "/* CTF 1.8 */ trace { major = 1; minor = 8; byte_order = le; };"
          + " event { name = e; fields := struct { integer { size = 8; } a; }; };";

  /** Only to come to an end when nothing comes. */
  private static final Duration MOST = Duration.ofMinutes(5);

  @TempDir
  Path trace;

  private static String run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return status + " " + out + err;
  }

  @Test
  void eventsArePrintedAsTheyCome() throws IOException {
    Files.writeString(trace.resolve("metadata"), METADATA);
    Files.write(trace.resolve("stream"), new byte[] {1, 2});
    CompletableFuture<String> following = CompletableFuture.supplyAsync(
        () -> run("read", "--follow", "--limit", "4", "--format", "babeltrace", trace.toString()));
    // whether it has begun or not, it sees these; a tracer only adds, too
    Files.write(trace.resolve("stream"), new byte[] {3, 4, 5}, StandardOpenOption.APPEND);
    String printed = assertTimeoutPreemptively(MOST, () -> following.get());
    assertEquals("0 e: { a = 1 }\ne: { a = 2 }\ne: { a = 3 }\ne: { a = 4 }\n", printed);
  }

  @Test
  void whereNoTraceIsNothingIsAwaited() {
    String printed = assertTimeoutPreemptively(
        MOST, () -> run("read", "--follow", trace.resolve("gone").toString()));
    assertEquals(
        "1 " + trace + "/gone: error: [GE-TRACE-05] there is no such directory\n", printed);
  }

  @Test
  void strictFollowingEndsAtTheFirstDamage() throws IOException {
    Files.writeString(
        trace.resolve("metadata"), METADATA.replace("size = 8; } a", "size = 8; } a; string s"));
    Files.write(trace.resolve("stream"), new byte[] {1, 'x', 0, 2});
    Files.writeString(
        trace.resolve("metadata"), "env { n = \"\\xff\"; }; ", StandardOpenOption.APPEND);
    String printed = assertTimeoutPreemptively(
        MOST, () -> run("read", "--follow", "--strict", trace.toString()));
    assertEquals("1", printed.substring(0, 1), printed);
  }

  @Test
  void aCountHasAnEnd() {
    assertEquals(
        "2", run("read", "--follow", "--format", "count", trace.toString()).substring(0, 1));
  }
}
