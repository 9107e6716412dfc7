package failing;

import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Name;

@Facility(name = "default")
interface ShopEvents {
  void register(int union);

  @Event(name = "while")
  void orderAccepted(@Name("class") int kind, Struct struct);
}

record Struct(short signed) {}
