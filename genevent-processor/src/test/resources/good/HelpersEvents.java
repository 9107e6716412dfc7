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

  @Override
  void redeclared(String text);

  @Override
  boolean equals(Object other);

  @Override
  int hashCode();

  record Order(long id, String customer) {}
}
