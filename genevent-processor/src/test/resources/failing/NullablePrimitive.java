package failing;

import org.genevent.annotation.Facility;
import org.genevent.annotation.Nullable;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(@Nullable long orderId);
}
