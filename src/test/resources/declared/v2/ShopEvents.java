package versions;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Length;
import org.genevent.annotation.Nullable;
import org.genevent.annotation.Unsigned;

/** The facility of v1 as it is today. */
@Facility(name = "shop", context = ShopEvents.Request.class)
interface ShopEvents {

  void moved(Point point, String note, @Nullable String must);

  void accepted(
      double price,
      long orderId,
      Optional<String> customer,
      Currency currency,
      @Unsigned int items);

  void renamed(int number, String text);

  void refused(int total, int code);

  void paid(Payment payment, boolean flag, Currency currency, Point point, Payment other,
      String text, int[] numbers, @Length(2) String[] texts, @Length(3) ByteBuffer bytes,
      OptionalInt maybe, @Nullable Integer box, CharSequence chars);

  void unheard(int a);

  record Request(String tenant, long id) {}

  enum Currency {
    USD,
    EUR
  }

  record Point(int z, int y, long x) {}

  sealed interface Payment {
    record Invoice(int days) implements Payment {}

    record Card(int year, String number) implements Payment {}
  }
}
