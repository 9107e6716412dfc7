package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
sealed interface ShopEvents permits Other {
  void orderAccepted(long orderId);
}

non-sealed interface Other extends ShopEvents {}
