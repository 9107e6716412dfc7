package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents extends Lifecycle, Helpers {
  void orderAccepted(long orderId);

  @Override
  void reloaded();
}

interface Lifecycle {
  void started(String node);

  void stopped();

  void reloaded();

  boolean equals(Object other);
}

interface Helpers {
  default void help() {}
}
