package org.genevent.testing.example;

import org.genevent.annotation.Duration;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Length;
import org.genevent.annotation.Nullable;
import org.genevent.annotation.Unsigned;

/** What a shop traces. */
@Facility(name = "shop", context = ShopEvents.Request.class)
interface ShopEvents {

  void orderAccepted(long orderId, @Unsigned int items, Currency currency, String customer);

  void orderShipped(long orderId, @Nullable String carrier, Parcel[] parcels);

  @Duration
  void query(String sql, int rows);

  void numbered(@Length(2) int[] two);

  void measured(int celsius, double volts, boolean charging);

  default void orderAccepted(Order order) {
    orderAccepted(order.id(), order.items(), order.currency(), order.customer());
  }

  record Request(long requestId) {}

  record Order(long id, int items, Currency currency, String customer) {}

  record Parcel(int grams, boolean fragile) {}

  enum Currency {
    EUR,
    USD
  }
}
