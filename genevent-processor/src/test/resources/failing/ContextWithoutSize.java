package failing;

import java.util.Optional;
import org.genevent.annotation.Facility;

@Facility(name = "shop", context = Request.class)
interface ShopEvents {
  void orderAccepted(long orderId);
}

record Request(String tenant, Optional<String> user, byte[] token, Integer count) {}
