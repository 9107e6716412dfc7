package org.genevent.testing.example;

import org.genevent.runtime.Scope;

/** The code under test. */
final class Shop {

  private static final ShopTracer EVENTS = ShopTracer.get();

  void accept(long orderId, int items, ShopEvents.Currency currency, String customer) {
    try (Scope request = ShopTracer.bindContext(orderId * 10)) {
      assert request != null;
      EVENTS.orderAccepted(orderId, items, currency, customer);
    }
  }

  void ship(long orderId, String carrier, ShopEvents.Parcel... parcels) {
    EVENTS.orderShipped(orderId, carrier, parcels);
  }

  int count(String sql) {
    long begin = EVENTS.beginQuery();
    int rows = sql.length();
    EVENTS.endQuery(begin, sql, rows);
    return rows;
  }

  /** An array of another length than declared cannot be written. */
  void lose() {
    EVENTS.numbered(new int[] {1, 2, 3});
  }

  void measure(int celsius) {
    EVENTS.measured(celsius, celsius / 2.0, celsius > 0);
  }
}
