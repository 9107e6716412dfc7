package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Events from non-maskable interrupts, which one CPU sends to the other; on machines whose emulation has them.
 *
 * <p>First they come while threads and other interrupts trace, then at each instruction of a writer.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"AMD64", "I386"})
class NmiKernelTest {

  private static Path results;

  @BeforeParameterizedClassInvocation
  static void boot(KernelTarget target) {
    results = KernelLab.of(target).run("nmi");
  }

  /** Takes the target, which only concerns the boot. */
  NmiKernelTest(KernelTarget target) {}

  private static KernelTraceCheck trace(String name) {
    KernelTraceCheck trace = new KernelTraceCheck(results, name).balances();
    assertTrue(trace.tried("nmi") > 0, name);
    assertEquals(
        trace.tried("thread", "tick", "soft", "nmi"),
        trace.status("sent") + trace.status("lost"),
        name);
    return trace;
  }

  @Test
  void amongOtherWritersTheyLoseNothing() {
    KernelTraceCheck live = trace("nmi").hasAllPackets().loses(0, 0);
    assertEquals(live.tried("nmi"), live.count("nmi"));
    assertEquals(live.tried("thread", "tick", "soft", "nmi"), live.events().size());
  }

  @Test
  void whereThereIsNoRoomTheyAreCounted() {
    KernelTraceCheck full = trace("nmifull").hasAllPackets();
    assertTrue(full.status("lost") > 0);
  }

  @Test
  void aFlightRecorderTakesThem() {
    KernelTraceCheck flight = trace("nmiflight");
    assertTrue(flight.status("overwritten") > 0);
    assertEquals(0, flight.status("lost"));
  }

  @Test
  void theyComeAtEveryInstruction() {
    NestCheck nest = new NestCheck(results);
    nest.hasAllEvents("nminest1");
    nest.hadWholePackets("nmiwalk");
    nest.takesBackOnlyItsOwn("nmicancel");
  }
}
