package failing;

import org.genevent.annotation.Facility;

class Shop {
  private enum Currency {
    EUR
  }

  @Facility(name = "shop")
  interface Events {
    void orderAccepted(Currency currency);
  }
}
