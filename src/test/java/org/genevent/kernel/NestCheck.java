package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the scenario {@code nest} left: traces of a writer that was interrupted at each instruction.
 *
 * @param results the folder that the scenario left
 */
record NestCheck(Path results) {

  /** The outer and the inner event are both there, each time, also when there are many inner ones. */
  void hasAllEvents() {
    hasAllEvents("nest1");
    hasAllEvents("nest200");
  }

  /** The packets in memory were whole at each instruction, also where they were being overwritten. */
  void hadWholePackets() {
    hadWholePackets("nestwalk");
    hadWholePackets("nestlap");
    assertEquals(0, trace("nestwalk").status("lost"));
  }

  /** Where there was no room, each event that is not there is counted. */
  void countsLosses() {
    KernelTraceCheck full = trace("nestfull").balances().hasAllPackets();
    assertEquals(attempts("nestfull"), full.status("sent") + full.status("lost"));
    assertTrue(full.status("lost") > 0);
  }

  /** Interrupted at a second instruction, too, nothing is lost, also while sub-buffers change all the time. */
  void bearsASecondInterruption() {
    hasAllEvents("nestpair");
    Map<String, Long> nest = numbers("nesttwo");
    assertTrue(nest.get("hits") > nest.get("places"), nest.toString());
    hadWholePackets("nesttwo");
    assertEquals(0, trace("nesttwo").status("lost"));
  }

  /** Whoever takes an event back while it is interrupted takes only its own, and each of them is counted. */
  void takesBackOnlyItsOwn(String name) {
    hadWholePackets(name);
    KernelTraceCheck trace = trace(name).balances().hasAllPackets();
    assertEquals(numbers(name).get("outer"), trace.status("lost"), name);
    assertEquals(numbers(name).get("inner"), trace.count("inner"), name);
    // some have an event behind them, so that they stay as filler
    assertTrue(trace.status("cancelled") > 0, name);
    assertTrue(trace.status("cancelled") < trace.status("lost"), name);
  }

  /** Packets that are closed while somebody interrupts it lose nothing. */
  void closesPacketsWithoutLoss() {
    hadWholePackets("nestflush");
    assertEquals(0, trace("nestflush").status("lost"));
  }

  /** A reader on another CPU got committed events only, and each. */
  void handsOutWhatIsCommitted() {
    KernelTraceCheck read = trace("nestread").balances().hasAllPackets();
    assertEquals(attempts("nestread"), read.status("sent") + read.status("lost"));
  }

  /** All of it. */
  void holds() {
    hadWholePackets();
    hasAllEvents();
    countsLosses();
    bearsASecondInterruption();
    takesBackOnlyItsOwn("nestcancel");
    closesPacketsWithoutLoss();
    handsOutWhatIsCommitted();
  }

  /** The packets of a trace were whole in memory at each instruction, and what is not there is counted. */
  void hadWholePackets(String name) {
    Map<String, Long> nest = numbers(name);
    assertTrue(nest.get("walks") > 1000, nest.toString());
    assertEquals(0L, nest.get("faults"), nest.toString());
    KernelTraceCheck trace = trace(name).balances();
    assertEquals(attempts(name), trace.status("sent") + trace.status("lost"), name);
  }

  /** The outer and the inner event were both there, each time. */
  void hasAllEvents(String name) {
    Map<String, Long> nest = numbers(name);
    assertTrue(nest.get("places") > 100, nest.toString());
    assertTrue(nest.get("hits") > nest.get("places"), nest.toString());
    KernelTraceCheck trace = trace(name).balances().hasAllPackets().loses(0, 0);
    assertEquals(nest.get("outer"), trace.count("thread"), name);
    assertEquals(nest.get("inner"), trace.count("inner"), name);
  }

  private long attempts(String name) {
    return numbers(name).get("outer") + numbers(name).get("inner");
  }

  private KernelTraceCheck trace(String name) {
    return new KernelTraceCheck(results, name);
  }

  private Map<String, Long> numbers(String name) {
    Map<String, Long> numbers = new TreeMap<>();
    try {
      Path file = results.resolve("numbers").resolve(name + ".nest");
      for (String word : Files.readString(file).strip().split(" ")) {
        String[] pair = word.split("=");
        numbers.put(pair[0], Long.parseLong(pair[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return numbers;
  }
}
