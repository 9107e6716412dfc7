package failing;

import java.util.OptionalDouble;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Hex;

@Facility(name = "shop")
interface ShopEvents {
  void text(@Hex CharSequence text, @Hex boolean[] flags, @Hex OptionalDouble number);
}
