/**
 * Declares facilities in Java: an interface is a facility, its abstract methods are the events, their parameters the
 * fields.
 *
 * <pre>{@code
 * @Facility(name = "shop")
 * interface ShopEvents {
 *   @Event(description = "An order was accepted")
 *   void orderAccepted(long orderId, @Unsigned int items, Currency currency, String customer);
 * }
 * }</pre>
 *
 * <p>The annotation processor makes the tracer class, here {@code ShopTracer}, in the same package. Names become snake
 * case in the trace ({@code order_accepted}, {@code order_id}) unless {@link org.genevent.annotation.Name} or an
 * attribute says otherwise.
 */
package org.genevent.annotation;
