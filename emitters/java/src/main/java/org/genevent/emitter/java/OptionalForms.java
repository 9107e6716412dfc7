package org.genevent.emitter.java;

import org.genevent.binding.JavaType.Maybe.Form;

/** The methods of the optional types of the library. */
final class OptionalForms {

  private OptionalForms() {}

  /** The method that gives the value when there is one. */
  static String getter(Form form) {
    return switch (form) {
      case OPTIONAL -> "get";
      case OPTIONAL_INT -> "getAsInt";
      case OPTIONAL_LONG -> "getAsLong";
      case OPTIONAL_DOUBLE -> "getAsDouble";
      case NULLABLE -> throw new IllegalArgumentException("a nullable value has no getter");
    };
  }
}
