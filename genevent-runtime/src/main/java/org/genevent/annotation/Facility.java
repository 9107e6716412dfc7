package org.genevent.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface a facility: a named set of trace events.
 *
 * <p>Abstract methods are events; default and static methods are helpers of the user and stay as they are.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Facility {

  /**
   * The name of the facility in traces and generated names.
   *
   * @return a C identifier; empty for the interface's name in snake case, without a final {@code Events}
   */
  String name() default "";

  /**
   * What the facility is about.
   *
   * @return any text
   */
  String description() default "";

  /**
   * A record whose components are the context fields: values that a program binds once for a thread or scope and that all
   * events of the facility carry without being passed.
   *
   * @return the record, or {@code void.class} for none
   */
  Class<?> context() default void.class;

  /**
   * The level of events that do not say their own.
   *
   * @return the level
   */
  Level level() default Level.INFO;

  /**
   * The channel of events that do not say their own.
   *
   * @return the name of a channel
   */
  String channel() default "main";

  /**
   * Whether fields lie one after the other without padding: smaller events, a little slower to write.
   *
   * @return true for no padding
   */
  boolean packed() default false;

  /**
   * Where the fields of payloads lie, which decides in which traces the events can be.
   *
   * @return the layout
   */
  Layout layout() default Layout.BUILD;
}
