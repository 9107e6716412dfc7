package org.genevent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole processes of the command, from the shell's call to their end. */
final class CommandTime {

  private static final int EVENTS = 100;
  private static final int RUNS = 7;

  private final Path launcher;

  CommandTime(Path launcher) {
    this.launcher = launcher;
  }

  /** Seconds of the median run of {@code genevent check} on a facility of 100 events. */
  double checkSeconds() throws IOException, InterruptedException {
    return median(false);
  }

  /** Seconds of the median run of {@code genevent generate} with all emitters for that facility. */
  double generateSeconds() throws IOException, InterruptedException {
    return median(true);
  }

  private double median(boolean generate) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("genevent-command");
    try {
      Path file = Files.writeString(folder.resolve("large.xml"), facility());
      List<Long> nanos = new ArrayList<>();
      for (int i = 0; i <= RUNS; i++) {
        List<String> command = generate
            ? List.of(
                launcher.toString(),
                "generate",
                "--emit",
                "java,kernel,ctf",
                "--out",
                folder.resolve("out" + i).toString(),
                file.toString())
            : List.of(launcher.toString(), "check", file.toString());
        long begin = System.nanoTime();
        int status = new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
        if (status != 0) {
          throw new IOException("exit status " + status + ": " + String.join(" ", command));
        }
        // the first may have to build
        if (i > 0) {
          nanos.add(System.nanoTime() - begin);
        }
      }
      nanos.sort(Comparator.naturalOrder());
      return nanos.get(RUNS / 2) / 1e9;
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(one -> one.delete());
      }
    }
  }

  private static String facility() {
    StringBuilder xml = new StringBuilder("<facility name=\"large\">\n");
    for (int i = 0; i < EVENTS; i++) {
      xml.append("  <event name=\"event_").append(i).append("\">\n");
      xml.append("    <description>One of many</description>\n");
      xml.append("    <field name=\"number\"><int/></field>\n");
      xml.append("    <field name=\"value\"><uint_fixed size=\"8\"/></field>\n");
      xml.append("    <field name=\"name\"><string/></field>\n  </event>\n");
    }
    return xml.append("</facility>\n").toString();
  }
}
