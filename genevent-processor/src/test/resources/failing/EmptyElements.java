package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(Mark mark, Mark[] marks);
}

record Mark() {}
