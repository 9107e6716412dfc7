package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  int orderAccepted(long orderId);

  boolean isOrderAcceptedEnabled();

  long beginQuery();

  String toString();
}
