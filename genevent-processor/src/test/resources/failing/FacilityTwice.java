package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(long orderId);
}

@Facility(name = "shop")
interface StoreEvents {
  void orderAccepted(long orderId);
}
