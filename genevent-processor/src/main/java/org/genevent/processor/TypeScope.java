package org.genevent.processor;

import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What the types of a facility are seen from.
 *
 * @param elements the compiler's elements
 * @param tracerPackage the package of the tracer class
 * @param names the names of named types
 */
record TypeScope(Elements elements, PackageElement tracerPackage, TypeNames names) {

  /** Whether the tracer class can name a type. */
  boolean isAccessible(TypeElement type) {
    return Shapes.isAccessible(type, tracerPackage, elements.getPackageOf(type));
  }
}
