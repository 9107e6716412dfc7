package org.genevent.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an event. An abstract method without it is an event all the same, with everything by default. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Event {

  /**
   * The name in traces.
   *
   * @return a C identifier; empty for the method's name in snake case
   */
  String name() default "";

  /**
   * The id within the facility. Ids are either given to all events of a facility or to none.
   *
   * @return 0 to 65534, or -1 for the position in the interface
   */
  int id() default -1;

  /**
   * What has happened when the event is seen.
   *
   * @return any text
   */
  String description() default "";

  /**
   * The level.
   *
   * @return one level, or none for that of the facility
   */
  Level[] level() default {};

  /**
   * The channel.
   *
   * @return the name of a channel; empty for that of the facility
   */
  String channel() default "";
}
