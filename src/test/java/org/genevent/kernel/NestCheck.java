package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    for (String name : List.of("nest1", "nest200")) {
      Map<String, Long> nest = numbers(name);
      assertTrue(nest.get("places") > 100, nest.toString());
      assertTrue(nest.get("hits") > nest.get("places"), nest.toString());
      KernelTraceCheck trace = trace(name).balances().hasAllPackets().loses(0, 0);
      assertEquals(nest.get("outer"), trace.count("thread"), name);
      assertEquals(nest.get("inner"), trace.count("inner"), name);
    }
  }

  /** The packets in memory were whole at each instruction, also where they were being overwritten. */
  void hadWholePackets() {
    for (String name : List.of("nestwalk", "nestlap")) {
      Map<String, Long> nest = numbers(name);
      assertTrue(nest.get("walks") > 1000, nest.toString());
      assertEquals(0L, nest.get("faults"), nest.toString());
      KernelTraceCheck trace = trace(name).balances();
      assertEquals(
          nest.get("outer") + nest.get("inner"), trace.status("sent") + trace.status("lost"), name);
    }
    assertEquals(0, trace("nestwalk").status("lost"));
  }

  /** Where there was no room, each event that is not there is counted. */
  void countsLosses() {
    KernelTraceCheck full = trace("nestfull").balances().hasAllPackets();
    Map<String, Long> nest = numbers("nestfull");
    assertEquals(nest.get("outer") + nest.get("inner"), full.status("sent") + full.status("lost"));
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
