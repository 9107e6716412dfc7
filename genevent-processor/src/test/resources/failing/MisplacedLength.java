package failing;

import org.genevent.annotation.Facility;
import org.genevent.annotation.Length;

@Facility(name = "shop")
interface ShopEvents {
  void text(@Length(8) String text, @Length(2) int number, @Length(3) Basket basket);
}

record Basket(@Length(1) Long item) {}
