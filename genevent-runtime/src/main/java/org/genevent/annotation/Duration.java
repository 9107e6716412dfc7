package org.genevent.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives an event a length.
 *
 * <p>For a method {@code query(…)} the tracer also has {@code long beginQuery()} and {@code endQuery(long begin, …)}. One
 * event is written, at the end, with the field {@code duration_ns} in front of the declared ones.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Duration {

  /**
   * Nanoseconds below which nothing is written.
   *
   * @return 0 to write every one
   */
  long thresholdNanos() default 0;
}
