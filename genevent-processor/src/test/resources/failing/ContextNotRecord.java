package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop", context = Request.class)
interface ShopEvents {
  void orderAccepted(long orderId);
}

@Facility(name = "bank", context = int[].class)
interface BankEvents {
  void paid(long amount);
}

class Request {}
