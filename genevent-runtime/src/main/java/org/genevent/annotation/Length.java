package org.genevent.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fixes the length of an array, so that it is written without a length in front of it. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Length {

  /**
   * The number of elements. An event whose array has another length is counted as discarded.
   *
   * @return 1 to 65536
   */
  int value();
}
