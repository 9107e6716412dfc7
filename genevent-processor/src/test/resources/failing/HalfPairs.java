package failing;

import org.genevent.annotation.Begin;
import org.genevent.annotation.End;
import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  @Begin("order")
  void orderBegin(long orderId);

  @End("ordre")
  void orderEnd(long orderId);

  @Begin("query")
  void queryBegin();

  @Begin("query")
  void queryBeginAgain();

  @End("query")
  void queryEnd();

  @Begin("both")
  @End("both")
  void both();
}
