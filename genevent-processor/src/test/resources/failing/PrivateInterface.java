package failing;

import org.genevent.annotation.Facility;

class Shop {
  @Facility(name = "shop")
  private interface Events {
    void orderAccepted(long orderId);
  }
}
