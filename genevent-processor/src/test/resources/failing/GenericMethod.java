package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  <T extends Comparable<T>> void orderAccepted(T order, T[] others);
}
