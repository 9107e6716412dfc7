package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the scenario {@code nest} could interrupt the writer, against what objdump sees in the same modules.
 *
 * <p>Each instruction has a probe, but for those that cannot have one: within an exclusive sequence, where an interruption
 * is as one in front of it; what another instruction executes; and what the kernel refuses. The latter change nothing that
 * an interruption could see, or only clear what the writer alone has.
 */
final class NestPlaces {

  private static final Pattern FOUND = Pattern.compile("LAB nest: (\\S+): (\\d+) instructions$");

  private static final Pattern LEFT_OUT =
      Pattern.compile("LAB nest: left out: (\\S+)\\+0x([0-9a-f]+)/\\S+ \\[\\S+\\] (\\w+)$");

  /** What a kernel refuses: places of static keys and of ftrace, barriers, reads of special registers, and more. */
  private static final Map<KernelTarget, String> REFUSED = Map.of(
      KernelTarget.AMD64, "nop.*|xchg +%ax,%ax",
      KernelTarget.I386, "nop.*|xchg +%ax,%ax|lea +0x0\\(%esi,.*",
      KernelTarget.ARM64, "nop|autiasp|ldxr\t.*",
      KernelTarget.ARMHF, "nop\t.*|bl\t.*<__gnu_mcount_nc>|dmb\t.*|mrc\t.*|ldrex\t.*",
      KernelTarget.S390X, "jgnop\t.*|exrl\t.*");

  private record LeftOut(String function, long at, String reason) {}

  private final KernelTarget target;
  private final Disassembly code;
  private final Map<String, Integer> found = new TreeMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /**
   * Reads what the scenario told.
   *
   * @param results the folder that it left
   * @param target the machine
   * @param code its modules
   */
  NestPlaces(Path results, KernelTarget target, Disassembly code) {
    this.target = target;
    this.code = code;
    try {
      for (String line : Files.readAllLines(results.resolve("nest"))) {
        Matcher function = FOUND.matcher(line);
        Matcher place = LEFT_OUT.matcher(line);
        if (function.find()) {
          found.put(function.group(1), Integer.parseInt(function.group(2)));
        } else if (place.find()) {
          long at = Long.parseLong(place.group(2), 16);
          leftOut.add(new LeftOut(place.group(1), at, place.group(3)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All instructions are found, and those that are left out had to be. */
  void areAllThatCanBe() {
    assertTrue(found.size() >= 10, found.toString());
    leftOut.forEach(this::hadToBe);
    found.forEach((function, instructions) -> {
      long without =
          leftOut.stream().filter(place -> place.function().equals(function)).count();
      if (target.tellsInstructions()) {
        assertEquals(code.functions().get(function).size(), instructions + without, function);
      } else {
        isRefused(function, code.functions().get(function).size() - instructions);
      }
    });
  }

  private void hadToBe(LeftOut place) {
    String instruction = code.functions().get(place.function()).get(place.at());
    assertTrue(instruction != null, () -> "within an instruction: " + place);
    boolean exclusive = code.isInExclusive(place.function(), place.at());
    boolean right = switch (place.reason()) {
      case "exclusive" -> exclusive;
      case "executed" -> code.isExecuted(place.function(), place.at());
      case "refused" -> exclusive || instruction.matches(REFUSED.get(target));
      default -> false;
    };
    assertTrue(right, () -> place + ": " + instruction);
  }

  /** Probes found the instructions: those without one are no more than there are to refuse. */
  private void isRefused(String function, int without) {
    long refused = code.functions().get(function).values().stream()
        .filter(instruction -> instruction.matches(REFUSED.get(target)))
        .count();
    assertTrue(
        without >= 0 && without <= refused,
        () -> function + ": " + without + " left out, of which " + refused + " can be");
  }
}
