package failing;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Unsigned;

@Facility(name = "shop")
interface ShopEvents {
  void text(@Unsigned String text, @Unsigned boolean flag, @Unsigned double number);

  void unsignedAlready(@Unsigned char c, @Unsigned ByteBuffer bytes, @Unsigned char[] chars);

  void named(@Unsigned Currency currency, @Unsigned Optional<String> name, Price price);
}

enum Currency {
  EUR
}

record Price(@Unsigned Float value) {}
