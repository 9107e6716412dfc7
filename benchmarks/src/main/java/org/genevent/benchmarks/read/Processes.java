package org.genevent.benchmarks.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whole processes, from the call to their end, their output thrown away. */
final class Processes {

  private final Map<String, List<String>> commands = new LinkedHashMap<>();
  private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

  /** Adds a command under a name. */
  void add(String name, String... command) {
    commands.put(name, List.of(command));
    nanos.put(name, new ArrayList<>());
  }

  /** The same on one processor only. */
  void addAlone(String name, String... command) {
    if (exists("taskset")) {
      add(
          name,
          Stream.concat(Stream.of("taskset", "-c", "0"), Arrays.stream(command))
              .toArray(String[]::new));
    }
  }

  /** Runs all of them one after the other, so many times, so that whatever happens meanwhile happens to all. */
  void run(int rounds) throws IOException, InterruptedException {
    for (int i = 0; i < rounds; i++) {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        long begin = System.nanoTime();
        int status = new ProcessBuilder(command.getValue())
            .redirectOutput(Path.of("/dev/null").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
        if (status != 0) {
          throw new IOException(
              "exit status " + status + ": " + String.join(" ", command.getValue()));
        }
        nanos.get(command.getKey()).add(System.nanoTime() - begin);
      }
    }
  }

  /** Seconds of the median run; NaN if there was none. */
  double seconds(String name) {
    List<Long> all = nanos.getOrDefault(name, List.of());
    if (all.isEmpty()) {
      return Double.NaN;
    }
    List<Long> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.naturalOrder());
    return sorted.get(sorted.size() / 2) / 1e9;
  }

  static boolean exists(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
