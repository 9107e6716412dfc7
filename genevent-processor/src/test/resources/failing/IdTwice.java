package failing;

import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  @Event(id = 7)
  void orderAccepted(long orderId);

  @Event(id = 7)
  void orderRejected(long orderId);

  @Event(id = -2)
  void low();

  @Event(id = 65_535)
  void high();
}
