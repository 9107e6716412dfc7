package failing;

import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Name;

@Facility(name = "my shop", channel = "a/b")
interface ShopEvents {
  void größe(int länge);

  @Event(name = "x */ int y", channel = "")
  void evil(@Name("\u0000") int a, @Name("\"") int b);

  void order$1(Farbe color);
}

enum Farbe {
  GRÜN
}
