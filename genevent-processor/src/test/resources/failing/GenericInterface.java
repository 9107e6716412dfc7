package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents<T> {
  void orderAccepted(T order);
}
