package failing;

import org.genevent.annotation.Facility;
import org.genevent.annotation.Length;

@Facility(name = "shop")
interface ShopEvents {
  void picture(@Length(65_536) Row[] rows);
}

record Row(@Length(4096) byte[] pixels) {}
