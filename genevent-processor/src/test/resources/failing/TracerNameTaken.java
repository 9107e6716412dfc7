package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(long orderId);
}

class ShopTracer {}

@Facility(name = "bank_events")
interface BankEvents {
  void paid(long amount);
}

@Facility(name = "bank_trace")
interface BankTrace {
  void paid(long amount);
}
