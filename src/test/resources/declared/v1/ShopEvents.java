package versions;

import org.genevent.annotation.Facility;
import org.genevent.annotation.Nullable;
import org.genevent.annotation.Unsigned;

/** A facility as it was when a trace was recorded. */
@Facility(name = "shop", context = ShopEvents.Request.class)
interface ShopEvents {

  void accepted(
      int orderId, @Unsigned short items, Currency currency, String customer, float price);

  void renamed(int count, String text);

  void refused(long total, String code);

  void gone(int a);

  void paid(Payment payment);

  void moved(Point point, @Nullable String note, String must);

  /** A helper of an interface that is not public. */
  default int helped(int a) {
    gone(a);
    return a + 1;
  }

  record Request(int id) {}

  enum Currency {
    EUR,
    USD,
    DEM
  }

  record Point(int x, int y) {}

  sealed interface Payment {
    record Card(String number) implements Payment {}

    record Cash() implements Payment {}
  }
}
