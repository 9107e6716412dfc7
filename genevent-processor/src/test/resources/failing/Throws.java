package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(long orderId) throws java.io.IOException, InterruptedException;
}
