package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.genevent.golden.Golden;
import org.genevent.proof.BabeltraceText;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A Java program and the kernel, traced in one machine, lie on one timeline.
 *
 * <p>In the guest runs a JVM with the command's own jars: {@code genevent kernel record} collects what the kernel traces
 * while {@code genevent demo} runs. Asked for by {@code GENEVENT_KERNELS}, since an emulated JVM takes its time.
 */
@EnabledIfEnvironmentVariable(
    named = "GENEVENT_KERNELS",
    matches = ".*(all|java).*",
    disabledReason = "skipped: GENEVENT_KERNELS=java boots a machine with a JVM")
class JavaAndKernelTest {

  /** An event, as far as the order goes. */
  private record Moment(long nanos, boolean java) {}

  @Test
  void javaAndKernelLieOnOneTimeline() throws IOException {
    KernelLab lab = KernelLab.of(KernelTarget.AMD64);
    Path results = lab.runWithJava("java", classPath());
    Path kernel = results.resolve("traces/kernel");
    Path java = results.resolve("traces/java");
    List<Moment> ours = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(kernel, java), finding -> {})) {
      while (reader.next()) {
        ours.add(new Moment(
            reader.record().timestampNanos(), !reader.record().facility().equals("lab")));
      }
    }
    check(ours);
    List<Moment> reference = new ArrayList<>();
    for (BabeltraceText.Event event : BabeltraceText.readRealTime(List.of(kernel, java))) {
      reference.add(new Moment(event.timestamp(), !event.name().startsWith("lab:")));
    }
    check(reference);
    assertEquals(ours.size(), reference.size());
    // all that the writers sent is there: the record command lost nothing
    long sent = 0;
    for (String line : Files.readAllLines(results.resolve("numbers/kernel.sent"))) {
      sent += Arrays.stream(line.split("[ =]"))
          .skip(2)
          .filter(word -> word.matches("[0-9]+"))
          .mapToLong(Long::parseLong)
          .sum();
    }
    assertEquals(sent, ours.stream().filter(Predicate.not(Moment::java)).count());
  }

  /** The kernel is first and last, and in between both alternate. */
  private static void check(List<Moment> moments) {
    for (int i = 1; i < moments.size(); i++) {
      assertTrue(moments.get(i - 1).nanos() <= moments.get(i).nanos());
    }
    int first = 0;
    while (!moments.get(first).java()) {
      first++;
    }
    int last = moments.size() - 1;
    while (!moments.get(last).java()) {
      last--;
    }
    assertTrue(first >= 200, () -> "kernel events before Java's");
    assertTrue(moments.size() - last > 200, () -> "kernel events behind Java's");
    assertTrue(
        moments.subList(first, last).stream().anyMatch(moment -> !moment.java()),
        "kernel events between Java's");
  }

  /** The jars of the command, as they were built. */
  private static List<Path> classPath() throws IOException {
    Path target = Golden.root().resolve("genevent-cli/target");
    try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
      return Stream.concat(
              Stream.of(target.resolve("genevent-cli.jar")),
              libraries.filter(file -> file.toString().endsWith(".jar")).sorted())
          .toList();
    }
  }
}
