package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
enum ShopEvents {
  ORDER
}
