package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevent.golden.Golden;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What an event costs in instructions, which an emulator that has its clock go by them counts; {@code docs/kernel-cost.md}
 * has the table.
 */
class KernelCostTest {

  private static final double TOLERANCE = 0.03;

  private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9-]+)` \\| ([0-9.]+) \\|");

  private static Map<String, Double> costs;

  @BeforeAll
  static void count() {
    costs = KernelLab.of(KernelTarget.AMD64).count();
  }

  @Test
  void eventsCostWhatTheManualSays() throws IOException {
    Map<String, Double> table = new LinkedHashMap<>();
    Matcher row = ROW.matcher(Files.readString(Golden.root().resolve("docs/kernel-cost.md")));
    while (row.find()) {
      table.put(row.group(1), Double.parseDouble(row.group(2)));
    }
    assertEquals(table.keySet(), costs.keySet());
    table.forEach((what, expected) ->
        assertEquals(expected, costs.get(what), Math.max(0.5, expected * TOLERANCE), what));
  }

  @Test
  void anEventStaysBelowItsLimit() {
    assertTrue(costs.get("discard") <= 180, costs.toString());
    assertTrue(costs.get("overwrite-1") <= 180, costs.toString());
  }

  @Test
  void anEventThatIsOffCostsNextToNothing() {
    assertTrue(costs.get("off") <= 3, costs.toString());
    assertTrue(costs.get("off-in-a-trace") <= 3, costs.toString());
  }

  @Test
  void eachFurtherTraceCostsTheSameAndLessThanTheFirst() {
    double first = costs.get("overwrite-1");
    double slope = (costs.get("overwrite-8") - first) / 7;
    assertTrue(slope < first, costs.toString());
    for (int traces = 2; traces <= 8; traces++) {
      double expected = first + slope * (traces - 1);
      assertEquals(
          expected, costs.get("overwrite-" + traces), expected * TOLERANCE, costs.toString());
    }
  }
}
