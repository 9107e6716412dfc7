package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {

  void get(int number);

  void finalize();

  void clone(int number);
}
