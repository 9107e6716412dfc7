package org.genevent.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Collects what is traced while a test runs; the test asks for it with a parameter of type {@link TestTrace}.
 *
 * <pre>{@code
 * @Traced
 * class OrdersTest {
 *   @Test
 *   void anAcceptedOrderIsTraced(TestTrace trace) {
 *     new Orders().accept(4711, "Ada");
 *     trace.verify(ShopEvents.class).orderAccepted(4711, "Ada");
 *   }
 * }
 * }</pre>
 *
 * <p>Each test has a session of its own, in memory where the system has a memory file system. An event that is lost fails
 * the test. A session takes the events of the whole process, so tests with this annotation never run at the same time as
 * one another; where other tests trace meanwhile, {@link #ownThread} keeps theirs out.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TraceExtension.class)
@ResourceLock("org.genevent.session")
public @interface Traced {

  /**
   * Which events are taken.
   *
   * @return globs over {@code facility:event}; {@code !} takes out again, later ones win; all if there is none
   */
  String[] events() default {};

  /**
   * Whether only events of the thread count that the test method runs in.
   *
   * @return true to leave out those of other threads
   */
  boolean ownThread() default false;

  /**
   * The size of a sub-buffer.
   *
   * @return bytes, a power of two from 4096
   */
  int subBufferBytes() default 65_536;

  /**
   * How many sub-buffers there are for all threads together.
   *
   * @return from 2; what does not fit is lost, and fails the test
   */
  int subBuffers() default 64;
}
