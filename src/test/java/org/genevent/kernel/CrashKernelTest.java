package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.genevent.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flight recorder outlives its machine: {@code genevent recover} finds it in the memory of one that crashed. */
class CrashKernelTest {

  @TempDir
  private Path folder;

  @Test
  void allThatAFlightRecorderHeldIsFoundInTheMemoryOfAMachineThatCrashed() {
    Path memory = folder.resolve("memory");
    Path results = KernelLab.of(KernelTarget.AMD64).runWithMemoryIn(memory, "crash");
    Path out = folder.resolve("trace");
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int status = Main.run(
        writer,
        writer,
        "recover",
        "--metadata",
        results.resolve("metadata").toString(),
        "--out",
        out.toString(),
        memory.toString());
    assertEquals(0, status, said::toString);
    KernelTraceCheck crash = new KernelTraceCheck(results, "crash", out);
    assertEquals(crash.tried("thread", "tick", "soft"), crash.status("sent"));
    assertTrue(crash.status("overwritten") > 0);
    // the open packets, too, which nobody has closed
    assertEquals(
        crash.status("sent") - crash.status("overwritten"), crash.events().size());
  }
}
