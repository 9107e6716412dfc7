package failing;

import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Level;

@Facility(name = "shop")
interface ShopEvents {
  @Event(level = {Level.DEBUG, Level.INFO})
  void orderAccepted(long orderId);
}
