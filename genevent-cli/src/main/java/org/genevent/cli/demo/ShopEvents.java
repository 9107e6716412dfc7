package org.genevent.cli.demo;

import java.util.Optional;
import java.util.OptionalInt;
import org.genevent.annotation.Begin;
import org.genevent.annotation.Description;
import org.genevent.annotation.Duration;
import org.genevent.annotation.End;
import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Hex;
import org.genevent.annotation.Length;
import org.genevent.annotation.Unsigned;

/** What is worth knowing about a shop, with a field of every kind. */
@Facility(
    name = "shop",
    description = "A small shop: tills, a warehouse and their customers",
    context = ShopEvents.Till.class)
public interface ShopEvents {

  /**
   * Who works: bound once by each till, carried by all its events.
   *
   * @param number the till's number
   * @param cashier who sits there
   */
  record Till(int number, String cashier) {}

  /** What prices are in. */
  enum Currency {
    /** Euro. */
    EUR,
    /** Swiss franc. */
    CHF,
    /** Yen. */
    JPY
  }

  /**
   * A line of an order.
   *
   * @param article the article's number
   * @param pieces how many
   * @param price the price of one
   */
  record Line(@Hex int article, short pieces, double price) {}

  /** How an order was paid. */
  sealed interface Payment permits Cash, Card {}

  /**
   * With coins and notes.
   *
   * @param given what was handed over
   */
  record Cash(double given) implements Payment {}

  /**
   * With a card.
   *
   * @param lastDigits the last four digits
   * @param approved whether the bank agreed
   */
  record Card(@Length(4) byte[] lastDigits, boolean approved) implements Payment {}

  @Event(description = "An order was accepted")
  @Begin("order")
  void orderAccepted(
      long orderId, @Unsigned int items, Currency currency, Optional<String> customer);

  @Event(description = "The lines of an order")
  void orderLines(long orderId, Line[] lines, float weight);

  @Event(description = "The warehouse was asked for articles")
  @Duration
  void warehouseAsked(int[] articles, OptionalInt missing);

  @Event(description = "An order was paid")
  @End(value = "order", match = "orderId")
  void orderPaid(
      long orderId, Payment payment, @Description("what the till prints") CharSequence receipt);

  @Event(description = "A till had nothing to do")
  void idle();
}
