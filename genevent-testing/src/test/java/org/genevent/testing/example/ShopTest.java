package org.genevent.testing.example;

import static org.genevent.testing.example.ShopEvents.Currency.EUR;
import static org.genevent.testing.example.ShopEvents.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.testing.Contracts;
import org.genevent.testing.GeneratedFiles;
import org.genevent.testing.TestTrace;
import org.genevent.testing.Traced;
import org.genevent.testing.TracedCall;
import org.junit.jupiter.api.Test;

/** Tests as a user writes them. */
@Traced(events = "shop:*")
class ShopTest {

  private final Shop shop = new Shop();

  @Test
  void anAcceptedOrderIsTraced(TestTrace trace) {
    shop.accept(4711, 3, EUR, "Ada");
    trace.verify(ShopEvents.class).orderAccepted(4711, 3, EUR, "Ada");
    trace.verifyNoMore(ShopEvents.class);
  }

  @Test
  void eventsAreVerifiedInAnyOrderAndWhileMoreCome(TestTrace trace) {
    shop.accept(1, 1, EUR, "Ada");
    shop.ship(1, null, new ShopEvents.Parcel(250, true));
    shop.count("select");
    ShopEvents events = trace.verify(ShopEvents.class);
    events.orderShipped(1, null, new ShopEvents.Parcel[] {new ShopEvents.Parcel(250, true)});
    events.orderAccepted(new ShopEvents.Order(1, 1, EUR, "Ada"));
    shop.accept(2, 1, USD, null);
    events.orderAccepted(2, 1, USD, null);
    events.query("select", 6);
    trace.verifyNoMore(ShopEvents.class);
  }

  @Test
  void callsHaveTimesDurationsAndContexts(TestTrace trace) {
    shop.accept(5, 1, EUR, "Ada");
    shop.count("select");
    List<TracedCall> calls = trace.calls(ShopEvents.class);
    assertEquals("[orderAccepted(5L, 1, EUR, \"Ada\"), query(\"select\", 6)]", calls.toString());
    assertEquals(Optional.of(new ShopEvents.Request(50)), calls.get(0).context());
    assertEquals(
        List.of("order_id", "items", "currency", "customer"), calls.get(0).fields());
    assertEquals(0, calls.get(0).durationNanos());
    assertTrue(calls.get(1).durationNanos() > 0);
    assertTrue(calls.get(1).timestampNanos() >= calls.get(0).timestampNanos());
  }

  @Test
  void aReplayCallsAnImplementation(TestTrace trace) {
    shop.accept(5, 1, EUR, "Ada");
    List<String> customers = new ArrayList<>();
    trace.replay(ShopEvents.class, new ShopEvents() {
      @Override
      public void orderAccepted(long orderId, int items, Currency currency, String customer) {
        customers.add(customer);
      }

      @Override
      public void orderShipped(long orderId, String carrier, Parcel[] parcels) {}

      @Override
      public void query(String sql, int rows) {}

      @Override
      public void numbered(int[] two) {}

      @Override
      public void measured(int celsius, double volts, boolean charging) {}
    });
    assertEquals(List.of("Ada"), customers);
    assertEquals("shop", trace.events().get(0).facility());
  }

  @Test
  @Traced(events = "shop:*", ownThread = true)
  void eventsOfOtherThreadsAreLeftOut(TestTrace trace) throws InterruptedException {
    Thread other = new Thread(() -> shop.accept(6, 1, EUR, "other"));
    other.start();
    other.join();
    shop.accept(7, 1, EUR, "own");
    trace.verify(ShopEvents.class).orderAccepted(7, 1, EUR, "own");
    trace.verifyNoMore(ShopEvents.class);
    assertEquals(1, trace.events().size());
  }

  @Test
  void metadataAndLayoutAreAsCheckedIn() {
    GeneratedFiles.of(ShopEvents.class).emit("ctf").match(Path.of("src/test/generated"));
  }

  @Test
  void yesterdaysTracesAndKernelsGoOnWorking() {
    Contracts.assertCompatible(Path.of("src/test/contracts/shop.xml"), ShopEvents.class);
  }
}
