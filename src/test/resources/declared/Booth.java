package declared;

/** Traces what a booth does. */
public final class Booth implements Runnable {

  private static final BoothEvents EVENTS = BoothTracer.get();

  /** A booth. */
  public Booth() {}

  @Override
  public void run() {
    EVENTS.sold("tea", 3, (byte) 'x');
    EVENTS.sold(null, -1, (byte) 0);
    EVENTS.closed();
  }
}
