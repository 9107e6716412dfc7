package good;

import org.genevent.annotation.Begin;
import org.genevent.annotation.Description;
import org.genevent.annotation.Duration;
import org.genevent.annotation.End;
import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Length;

@Facility(context = Durations.Request.class, packed = true)
interface Durations {

  @Duration
  void empty();

  @Duration(thresholdNanos = 1_000)
  @Event(description = "A query")
  void query(String sql, int rows, long... ids);

  @Begin("order")
  void orderBegin(long orderId, long begin);

  @End(value = "order", match = {"orderId", "requestId"})
  void orderEnd(long orderId);

  @Begin("work")
  void workBegin();

  @End("work")
  void workEnd();

  record Request(
      @Description("Which one") long requestId, String tenant, Kind kind, @Length(4) byte[] token) {}

  enum Kind {
    READ,
    WRITE
  }
}
