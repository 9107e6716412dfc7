package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void paid(Payment payment);
}

sealed interface Payment permits Card, Cash, Voucher {}

record Card(String number) implements Payment {}

final class Cash implements Payment {}

enum Voucher implements Payment {
  GIFT
}
