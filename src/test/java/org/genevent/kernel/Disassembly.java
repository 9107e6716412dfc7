package org.genevent.kernel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevent.proof.ExternalTool;

/**
 * The instructions of modules, as objdump has them.
 *
 * @param functions of each function the instructions, by their distance in bytes from its begin
 */
record Disassembly(Map<String, NavigableMap<Long, String>> functions) {

  private static final Pattern FUNCTION = Pattern.compile("([0-9a-f]+) <([^>]+)>:");

  private static final Pattern INSTRUCTION = Pattern.compile(" *([0-9a-f]+):\t(.+)");

  /**
   * Takes modules apart.
   *
   * @param objdump the program for their architecture
   * @param modules the modules
   * @return all their functions
   */
  static Disassembly of(ExternalTool objdump, Path... modules) {
    Map<String, NavigableMap<Long, String>> functions = new HashMap<>();
    for (Path module : modules) {
      String text = objdump.run("-d", "--no-show-raw-insn", module.toString()).outOrFail();
      NavigableMap<Long, String> function = null;
      long begin = 0;
      for (String line : text.split("\n")) {
        Matcher name = FUNCTION.matcher(line);
        Matcher instruction = INSTRUCTION.matcher(line);
        if (name.matches()) {
          begin = Long.parseLong(name.group(1), 16);
          function = functions.computeIfAbsent(name.group(2), unused -> new TreeMap<>());
        } else if (function != null && instruction.matches()) {
          function.put(Long.parseLong(instruction.group(1), 16) - begin, instruction.group(2));
        }
      }
    }
    return new Disassembly(functions);
  }

  /** Where an instruction is one after a load-exclusive, until the store-exclusive. */
  boolean isInExclusive(String function, long at) {
    for (String before :
        functions.get(function).headMap(at, false).descendingMap().values()) {
      if (before.startsWith("ldrex") || before.startsWith("ldxr")) {
        return true;
      }
      if (isStoreExclusive(before)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isStoreExclusive(String instruction) {
    return instruction.startsWith("strex")
        || instruction.startsWith("stxr")
        || instruction.startsWith("stlxr");
  }

  /** Where an instruction is one that another of the same function executes, with its length changed. */
  boolean isExecuted(String function, long at) {
    String target = "<" + function + "+0x" + Long.toHexString(at) + ">";
    return functions.get(function).values().stream()
        .anyMatch(instruction -> instruction.startsWith("exrl") && instruction.endsWith(target));
  }
}
