package failing;

import org.genevent.annotation.Begin;
import org.genevent.annotation.Duration;
import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(long orderId);

  @Event(description = "An order was accepted")
  default void orderAccepted(int number) {
    orderAccepted((long) number);
  }

  @Duration
  static void measured() {}

  @Begin("order")
  private void hidden() {}
}
