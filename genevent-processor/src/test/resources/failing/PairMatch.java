package failing;

import org.genevent.annotation.Begin;
import org.genevent.annotation.End;
import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  @Begin("order")
  void orderBegin(long orderId, int items);

  @End(value = "order", match = {"orderId", "itemz", "total"})
  void orderEnd(long orderId, int items, long total);

  @Begin("query")
  void queryBegin(int id);

  @End(value = "query", match = "id")
  void queryEnd(long id);
}
