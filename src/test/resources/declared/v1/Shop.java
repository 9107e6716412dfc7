package versions;

/** Traces each event of the old version. */
public final class Shop implements Runnable {

  @Override
  public void run() {
    ShopTracer events = ShopTracer.get();
    try (var scope = ShopTracer.bindContext(7)) {
      events.accepted(-4711, (short) -1, ShopEvents.Currency.USD, "Ada", 1.5f);
    }
    events.accepted(1, (short) 2, ShopEvents.Currency.DEM, "Ada", 0);
    events.renamed(3, "text");
    events.refused(4, "code");
    events.gone(5);
    events.paid(new ShopEvents.Payment.Card("1234"));
    events.paid(new ShopEvents.Payment.Cash());
    events.moved(new ShopEvents.Point(1, 2), null, "must");
    events.moved(new ShopEvents.Point(3, 4), "note", "");
  }
}
