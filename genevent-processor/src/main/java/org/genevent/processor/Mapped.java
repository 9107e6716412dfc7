package org.genevent.processor;

import org.genevent.binding.JavaType;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;

/**
 * A Java type with the class of the fields that it makes.
 *
 * @param fieldClass the class
 * @param javaType the type
 */
record Mapped(FieldClass fieldClass, JavaType javaType) {

  /** Stands where a type was refused, so that the rest can still be checked; nothing is generated from it. */
  static final Mapped REFUSED =
      new Mapped(IntegerFieldClass.fixed(1, true), new JavaType.Primitive("byte"));

  /** The same, where the value may be absent. */
  Mapped optional(JavaType.Maybe.Form form) {
    return new Mapped(new OptionalFieldClass(fieldClass), new JavaType.Maybe(javaType, form));
  }
}
