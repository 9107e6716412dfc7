package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that we did not write.
 *
 * <p>Where it is missing, the test is skipped with a message that names it; with {@code GENEVENT_REQUIRE_TOOLS=1} in the
 * environment it fails.
 *
 * @param path the program
 */
public record ExternalTool(Path path) {

  /** Only to come to an end, some time: a machine that boots has a limit of its own, twice. */
  private static final long TIMEOUT_SECONDS = 3000;

  /**
   * What a run came to.
   *
   * @param exitStatus the exit status
   * @param out what it printed as results
   * @param err what it printed beside
   */
  public record Result(int exitStatus, String out, String err) {

    /**
     * The results of a run that went well.
     *
     * @return what it printed
     */
    public String outOrFail() {
      return exitStatus == 0 ? out : fail("exit status " + exitStatus + "\n" + err + out);
    }
  }

  /**
   * Finds a program, or ends the test.
   *
   * @param name the program's name
   * @return the program
   */
  public static ExternalTool require(String name) {
    List<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .toList();
    demand(!found.isEmpty(), "the program '" + name + "'");
    return new ExternalTool(found.get(0));
  }

  /**
   * Finds a file that a package of others brings, or ends the test.
   *
   * @param file the file
   * @return the file
   */
  public static Path requireFile(Path file) {
    demand(Files.isRegularFile(file), "the file '" + file + "'");
    return file;
  }

  private static void demand(boolean there, String what) {
    if (!there && "1".equals(System.getenv("GENEVENT_REQUIRE_TOOLS"))) {
      fail(what + " is not installed, and GENEVENT_REQUIRE_TOOLS=1 demands it");
    }
    assumeTrue(there, () -> "skipped: " + what + " is not installed");
  }

  /**
   * Finds babeltrace2 2.1, which reads CTF 2, or ends the test.
   *
   * <p>It is the one that {@code GENEVENT_NEWER_BABELTRACE2} names, made by {@code .ci/newer-babeltrace2}, or the one that is
   * installed if it is new enough. Where it cannot be had the test is skipped, even if tools are required.
   *
   * @return the program
   */
  public static ExternalTool newerBabeltrace() {
    String named = System.getenv("GENEVENT_NEWER_BABELTRACE2");
    Path path = named == null || named.isEmpty() ? null : Path.of(named);
    if (path == null) {
      for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
        Path installed = Path.of(folder, "babeltrace2");
        if (path == null && Files.isExecutable(installed)) {
          path = new ExternalTool(installed)
                  .run("--version")
                  .out()
                  .matches("(?s)Babeltrace 2\\.[1-9].*")
              ? installed
              : null;
        }
      }
    }
    assumeTrue(
        path != null && Files.isExecutable(path),
        "skipped: babeltrace2 2.1 is not installed; .ci/newer-babeltrace2 DIR gets it, and"
            + " GENEVENT_NEWER_BABELTRACE2=DIR/babeltrace2 names it");
    return new ExternalTool(path);
  }

  /**
   * Runs the program to its end.
   *
   * @param arguments its arguments
   * @return what it came to
   */
  public Result run(String... arguments) {
    return run(Map.of(), arguments);
  }

  /**
   * Runs the program to its end, with more in its environment.
   *
   * @param environment what is set besides
   * @param arguments its arguments
   * @return what it came to
   */
  public Result run(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(List.of(arguments));
    try {
      // into files: no pipe can fill up, whatever it prints
      Path out = Files.createTempFile("genevent-tool", ".out");
      Path err = Files.createTempFile("genevent-tool", ".err");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TZ", "UTC");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          fail("no end after " + TIMEOUT_SECONDS + " s: " + command);
        }
        return new Result(process.exitValue(), text(out), text(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted: " + command);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
