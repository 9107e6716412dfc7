package failing;

import org.genevent.annotation.Facility;

class Shop {
  private static final class Inner {
    @Facility(name = "shop")
    interface Events {
      void orderAccepted(long orderId);
    }
  }
}
