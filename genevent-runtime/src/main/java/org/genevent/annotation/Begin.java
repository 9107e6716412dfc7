package org.genevent.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that an event begins something that the event with the {@link End} of the same name ends. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Begin {

  /**
   * The name of what begins.
   *
   * @return a C identifier, unique in the facility
   */
  String value();
}
