package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Streams of CPUs that go away and come back while they are traced, or that come after the trace. */
class HotplugKernelTest {

  @Test
  void whatCpusWroteThatGoAndComeIsAllThere() {
    Path results = KernelLab.of(KernelTarget.AMD64).run("hotplug");
    KernelTraceCheck plug =
        new KernelTraceCheck(results, "plug").balances().hasAllPackets().loses(0, 0);
    assertEquals(plug.tried("thread", "tick", "soft"), plug.events().size());
    KernelTraceCheck young =
        new KernelTraceCheck(results, "young").balances().hasAllPackets().loses(0, 0);
    assertEquals(2 * 300, young.count("thread"));
  }
}
