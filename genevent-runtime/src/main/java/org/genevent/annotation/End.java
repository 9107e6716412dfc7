package org.genevent.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that an event ends what the event with the {@link Begin} of the same name began. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface End {

  /**
   * The name of what ends.
   *
   * @return the name that a {@link Begin} of the facility has
   */
  String value();

  /**
   * The parameters, of both events, whose values tell which end belongs to which begin.
   *
   * @return names as in Java; empty if the thread tells
   */
  String[] match() default {};
}
