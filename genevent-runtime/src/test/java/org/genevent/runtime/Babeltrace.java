package org.genevent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trace as babeltrace2 reads it.
 *
 * @param lines a line an event
 * @param discarded the events that it says the tracer discarded
 * @param errors what it says otherwise
 */
record Babeltrace(List<String> lines, long discarded, String errors) {

  private static final Pattern DISCARDED = Pattern.compile("Tracer discarded (\\d+) event");

  /** What it says when it cannot go over the packets of a file. */
  private static final String NOT_WHOLE = "Cannot add stream file";

  static Babeltrace read(Path trace) throws IOException, InterruptedException {
    Babeltrace result = tryRead(trace);
    if (!result.errors().isEmpty()) {
      fail("babeltrace2 says of " + trace + ":\n" + result.errors());
    }
    return result;
  }

  /**
   * Reads a trace that a session writes. While a packet is added to a file, that ends for some microseconds within it, and
   * babeltrace2 refuses such a file; at the next look it is whole.
   */
  static Babeltrace readGrowing(Path trace) throws IOException, InterruptedException {
    Babeltrace result = tryRead(trace);
    for (int tries = 1; tries < 5 && result.errors().contains(NOT_WHOLE); tries++) {
      result = tryRead(trace);
    }
    return result.errors().isEmpty() ? result : fail(trace + ":\n" + result.errors());
  }

  /** Reads a trace that may be refused; then {@code errors} says why. */
  static Babeltrace tryRead(Path trace) throws IOException, InterruptedException {
    Path out = Files.createTempFile("babeltrace", ".out");
    Path err = Files.createTempFile("babeltrace", ".err");
    try {
      Process process;
      try {
        process = new ProcessBuilder(
                "babeltrace2",
                "--clock-cycles",
                "--no-delta",
                "--fields=loglevel",
                trace.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
      } catch (IOException e) {
        boolean required = "1".equals(System.getenv("GENEVENT_REQUIRE_TOOLS"));
        assertEquals(false, required, "babeltrace2 is missing: install it");
        assumeTrue(false, "babeltrace2 is missing: install it to run this test");
        throw e;
      }
      int status = process.waitFor();
      String said = Files.readString(err);
      long discarded = 0;
      for (Matcher matcher = DISCARDED.matcher(said); matcher.find(); ) {
        discarded += Long.parseLong(matcher.group(1));
      }
      return new Babeltrace(
          Files.readAllLines(out), discarded, status == 0 ? "" : status + " " + said);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  long count(String event) {
    return lines.stream().filter(line -> line.contains(event)).count();
  }
}
