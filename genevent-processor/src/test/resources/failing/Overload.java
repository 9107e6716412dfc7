package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(long orderId);

  void orderAccepted(String orderName, Object order);

  default void orderAccepted(int number) {
    orderAccepted((long) number);
  }
}
