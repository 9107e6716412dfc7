package good;

import org.genevent.annotation.Facility;

@Facility
interface HelpersEvents extends Helping<String>, Comparable<HelpersEvents> {

  int CONSTANT = 3;

  void orderAccepted(long orderId, String customer);

  default void orderAccepted(Order order) {
    orderAccepted(order.id(), order.customer());
  }

  static HelpersEvents find() {
    return HelpersTracer.get();
  }

  private void hidden() {
    orderAccepted(CONSTANT, "hidden");
  }

  @Override
  default int compareTo(HelpersEvents other) {
    hidden();
    return 0;
  }

  default void writeOrderAccepted() {}

  default int numberOf(Order order) {
    return order == null ? 0 : 1;
  }

  default void layOutOrderAccepted() {}

  @Override
  void redeclared(String text);

  @Override
  boolean equals(Object other);

  @Override
  int hashCode();

  record Order(long id, String customer) {}
}
