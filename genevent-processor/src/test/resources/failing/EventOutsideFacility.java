package failing;

import org.genevent.annotation.Event;

interface ShopEvents {
  @Event
  void orderAccepted(long orderId);
}
