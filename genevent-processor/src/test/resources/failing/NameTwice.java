package failing;

import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Name;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(long orderId, @Name("order_id") int number);

  @Event(name = "order_accepted")
  void accepted(long orderID, @Name("orderId") int number);

  void x1_a(int a);

  void x1A(Currency currency);
}

enum Currency {
  EUR,
  @Name("EUR")
  EURO
}
