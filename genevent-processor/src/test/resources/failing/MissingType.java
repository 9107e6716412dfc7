package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop", context = Request.class)
interface ShopEvents {
  void orderAccepted(Order order, Order[] others, Basket basket);
}

record Basket(Item item) {}
