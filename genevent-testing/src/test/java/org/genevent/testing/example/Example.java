package org.genevent.testing.example;

import org.genevent.testing.TestTrace;

/** The example's program, for tests of how tests fail. */
public final class Example {

  private static final Shop SHOP = new Shop();

  private Example() {}

  /** Traces {@code order_accepted}. */
  public static void accept(long orderId, int items, String customer) {
    SHOP.accept(orderId, items, ShopEvents.Currency.EUR, customer);
  }

  /** Traces {@code order_shipped}. */
  public static void ship(long orderId) {
    SHOP.ship(orderId, null);
  }

  /** Traces what cannot be written. */
  public static void lose() {
    SHOP.lose();
  }

  /** Expects {@code order_accepted}. */
  public static void verify(TestTrace trace, long orderId, int items, String customer) {
    trace.verify(ShopEvents.class).orderAccepted(orderId, items, ShopEvents.Currency.EUR, customer);
  }

  /** Expects nothing more. */
  public static void verifyNoMore(TestTrace trace) {
    trace.verifyNoMore(ShopEvents.class);
  }

  /** The interface. */
  public static Class<?> events() {
    return ShopEvents.class;
  }
}
