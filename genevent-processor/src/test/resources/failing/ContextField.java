package failing;

import org.genevent.annotation.Facility;
import org.genevent.annotation.Name;

@Facility(name = "shop", context = Request.class)
interface ShopEvents {
  void orderAccepted(long orderId);
}

record Request(Object tenant, int goto_, @Name("union") int kind) {}
