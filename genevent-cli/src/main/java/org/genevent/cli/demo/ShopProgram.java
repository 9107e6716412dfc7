package org.genevent.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.genevent.runtime.Scope;

/** A shop with a few tills, each a thread; what they do follows from their numbers only. */
final class ShopProgram {

  private static final ShopTracer EVENTS = ShopTracer.get();

  private static final String[] CASHIERS = {"Ada", "Grace", "Zoë", "Linus"};
  private static final String[] CUSTOMERS = {"Mrs Miller", "Señor García", "李雷", "O'Neill & Sons"};

  private final int ordersPerTill;
  private final AtomicLong nextOrder = new AtomicLong(4711);

  ShopProgram(int ordersPerTill) {
    this.ordersPerTill = ordersPerTill;
  }

  /** Opens the shop and returns when the last till is closed. */
  void run() throws InterruptedException {
    List<Thread> tills = new ArrayList<>();
    CountDownLatch allServing = new CountDownLatch(CASHIERS.length);
    for (int number = 1; number <= CASHIERS.length; number++) {
      int till = number;
      tills.add(new Thread(() -> serve(till, CASHIERS[till - 1], allServing), "till-" + till));
    }
    tills.forEach(Thread::start);
    for (Thread till : tills) {
      till.join();
    }
  }

  // the scope is there to be closed
  @SuppressWarnings("try")
  private void serve(int till, String cashier, CountDownLatch allServing) {
    Random chance = new Random(till);
    try (Scope scope = ShopTracer.bindContext(till, cashier)) {
      for (int i = 0; i < ordersPerTill; i++) {
        serveOne(chance);
        if (i == 0) {
          // no till closes before another has opened, so that each has a stream of its own
          allServing.countDown();
          allServing.await();
        }
        if (chance.nextInt(20) == 0) {
          EVENTS.idle();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serveOne(Random chance) {
    long order = nextOrder.getAndIncrement();
    ShopEvents.Line[] lines = lines(chance);
    Optional<String> customer = chance.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(CUSTOMERS[chance.nextInt(CUSTOMERS.length)]);
    ShopEvents.Currency[] currencies = ShopEvents.Currency.values();
    EVENTS.orderAccepted(
        order, lines.length, currencies[chance.nextInt(currencies.length)], customer);
    if (EVENTS.isOrderLinesEnabled()) {
      EVENTS.orderLines(order, lines, lines.length * 0.25f);
    }
    askWarehouse(chance, lines);
    EVENTS.orderPaid(order, payment(chance), "thank you for order " + order);
  }

  private static ShopEvents.Line[] lines(Random chance) {
    ShopEvents.Line[] lines = new ShopEvents.Line[1 + chance.nextInt(3)];
    for (int i = 0; i < lines.length; i++) {
      int article = 0xA000 + chance.nextInt(0x1000);
      lines[i] = new ShopEvents.Line(
          article, (short) (1 + chance.nextInt(9)), chance.nextInt(10_000) / 100.0);
    }
    return lines;
  }

  private static void askWarehouse(Random chance, ShopEvents.Line[] lines) {
    long begin = EVENTS.beginWarehouseAsked();
    int[] articles = new int[lines.length];
    for (int i = 0; i < lines.length; i++) {
      articles[i] = lines[i].article();
    }
    OptionalInt missing =
        chance.nextInt(10) == 0 ? OptionalInt.of(articles[0]) : OptionalInt.empty();
    EVENTS.endWarehouseAsked(begin, articles, missing);
  }

  private static ShopEvents.Payment payment(Random chance) {
    if (chance.nextBoolean()) {
      return new ShopEvents.Cash(chance.nextInt(50_000) / 100.0);
    }
    byte[] digits = new byte[4];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) ('0' + chance.nextInt(10));
    }
    return new ShopEvents.Card(digits, chance.nextInt(20) != 0);
  }
}
