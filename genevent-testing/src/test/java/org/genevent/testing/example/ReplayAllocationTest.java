package org.genevent.testing.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.genevent.testing.TestTrace;
import org.genevent.testing.Traced;
import org.junit.jupiter.api.Test;

/** Replay makes no objects but arguments: none at all for an event of numbers. */
class ReplayAllocationTest {

  private static final int EVENTS = 40_000;
  private static final int WARM = EVENTS / 2;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Counts, and remembers how much was allocated at two points. */
  private final class Counting implements ShopEvents {
    private int count;
    private double volts;
    private long bytesWhenWarm;
    private long bytesAtEnd;

    @Override
    public void measured(int celsius, double measuredVolts, boolean charging) {
      volts += charging ? measuredVolts - celsius / 2.0 : 0;
      count++;
      if (count == WARM) {
        bytesWhenWarm = threads.getCurrentThreadAllocatedBytes();
      } else if (count == EVENTS) {
        bytesAtEnd = threads.getCurrentThreadAllocatedBytes();
      }
    }

    @Override
    public void orderAccepted(long orderId, int items, Currency currency, String customer) {}

    @Override
    public void orderShipped(long orderId, String carrier, Parcel[] parcels) {}

    @Override
    public void query(String sql, int rows) {}

    @Override
    public void numbered(int[] two) {}
  }

  @Test
  @Traced(events = "shop:measured")
  void anEventOfNumbersMakesNoObject(TestTrace trace) {
    Shop shop = new Shop();
    for (int i = 0; i < EVENTS; i++) {
      shop.measure(i);
    }
    Counting counting = new Counting();
    trace.replay(ShopEvents.class, counting);
    assertEquals(EVENTS, counting.count);
    assertEquals(0, counting.volts);
    // less than a byte an event: what is left is a few objects for each packet
    long bytes = counting.bytesAtEnd - counting.bytesWhenWarm;
    assertTrue(bytes < EVENTS - WARM, bytes + " bytes for " + (EVENTS - WARM) + " events");
  }
}
