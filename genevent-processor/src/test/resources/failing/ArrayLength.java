package failing;

import org.genevent.annotation.Facility;
import org.genevent.annotation.Length;

@Facility(name = "shop")
interface ShopEvents {
  void items(@Length(0) int[] none, @Length(-3) byte[] less, @Length(70_000) long[] many);
}
