package failing;

import org.genevent.annotation.Duration;
import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  @Duration(thresholdNanos = -1)
  void query(String sql);
}
