package failing;

import org.genevent.annotation.Duration;
import org.genevent.annotation.Facility;

@Facility(name = "shop", context = Request.class)
interface ShopEvents extends Asking {
  @Duration
  void query(String sql);

  void beginQuery(int number);

  default void endQuery(long begin) {}

  default boolean isQueryEnabled() {
    return true;
  }

  default void bindContext() {}

  default ShopEvents get() {
    return this;
  }

  default ShopEvents get(int number) {
    return this;
  }

  static void isBeginQueryEnabled() {}
}

interface Asking {
  default boolean isBeginQueryEnabled() {
    return false;
  }
}

record Request(int id) {}
