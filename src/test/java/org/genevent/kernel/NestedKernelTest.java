package org.genevent.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A writer that is interrupted at each instruction of its path. */
@ParameterizedClass(name = "{0}")
@EnumSource
class NestedKernelTest {

  private static NestCheck nest;
  private static NestPlaces places;
  private static KernelTarget machine;

  @BeforeParameterizedClassInvocation
  static void boot(KernelTarget target) {
    machine = target;
    KernelLab lab = KernelLab.of(target);
    nest = new NestCheck(lab.run("nest"));
    places = new NestPlaces(nest.results(), target, lab.disassembly());
  }

  /** Takes the target, which only concerns the boot. */
  NestedKernelTest(KernelTarget target) {}

  @Test
  void onlyInstructionsThatCannotHaveAProbeAreLeftOut() {
    places.areAllThatCanBe();
  }

  @Test
  void aWriterIsInterruptedAtEveryInstruction() {
    nest.hasAllEvents();
  }

  @Test
  void inMemoryThereAreWholePacketsAtEveryInstruction() {
    nest.hadWholePackets();
  }

  @Test
  void aFullBufferCountsNestedEventsToo() {
    nest.countsLosses();
  }

  @Test
  void aSecondInterruptionInTheSameEventLosesNothing() {
    assumeTrue(
        machine != KernelTarget.ARM64, "skipped: probes that come and go take too long on arm64");
    nest.bearsASecondInterruption();
  }

  @Test
  void whoeverTakesAnEventBackTakesOnlyItsOwn() {
    nest.takesBackOnlyItsOwn("nestcancel");
  }

  @Test
  void closingAPacketLosesNothing() {
    nest.closesPacketsWithoutLoss();
  }

  @Test
  void readersGetWhatIsCommittedAndNothingElse() {
    nest.handsOutWhatIsCommitted();
  }
}
