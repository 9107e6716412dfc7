package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.golden.Golden;
import org.genevent.proof.ExternalTool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wrong variants of the path of an event are refused by what holds the right one to its word.
 *
 * <p>Each file of {@code genevent-kernel/lab/mutants} is one. Asked for by {@code GENEVENT_MUTANTS=1}, since each is a boot.
 */
@EnabledIfEnvironmentVariable(
    named = "GENEVENT_MUTANTS",
    matches = "1",
    disabledReason = "skipped: GENEVENT_MUTANTS=1 boots wrong variants of the module, too")
class MutantKernelTest {

  /** The machines on which the lab has probes of its own kind, or leaves some out; that they find things, one shows. */
  private static final List<KernelTarget> PECULIAR =
      List.of(KernelTarget.S390X, KernelTarget.ARMHF);

  /** Between the two steps of this one there is one place to be interrupted at. */
  private static final String NARROW = "plain-commit";

  static List<String> mutants() throws IOException {
    Path folder = Golden.root().resolve("genevent-kernel/lab/mutants");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.pl$", ""))
          .sorted()
          .toList();
    }
  }

  static List<KernelTarget> peculiar() {
    return PECULIAR;
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void aWrongVariantIsRefused(String mutant) {
    isRefused(KernelLab.of(KernelTarget.AMD64), mutant);
  }

  @ParameterizedTest
  @MethodSource("peculiar")
  void aWrongVariantIsRefusedOnOtherMachines(KernelTarget target) {
    KernelLab lab = KernelLab.of(target);
    try {
      isRefused(lab, NARROW);
    } finally {
      lab.mutate("none");
    }
  }

  private static void isRefused(KernelLab lab, String mutant) {
    lab.mutate(mutant);
    ExternalTool.Result run = lab.boot(lab.modules(), "mutant-" + mutant, "nest");
    if (run.exitStatus() != 0) {
      // by the walk through memory or by the kernel, not for want of time or a module
      assertTrue(
          Stream.of("is no prefix", "scenario 99", "Fatal exception").anyMatch(run.err()::contains),
          run::err);
      return;
    }
    NestCheck nest = new NestCheck(lab.work("run-mutant-" + mutant).resolve("results"));
    try {
      nest.holds();
    } catch (AssertionError refused) {
      return;
    }
    fail("nobody notices " + mutant);
  }

  @AfterAll
  static void buildTheRightOneAgain() {
    KernelLab.of(KernelTarget.AMD64).mutate("none");
  }
}
