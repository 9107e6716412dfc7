package org.genevent.processor;

import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** The methods that every class has, which an interface can declare once more without asking for anything. */
final class ObjectMethods {

  private static final Set<String> SIGNATURES =
      Set.of("hashCode()", "toString()", "equals(Object)");

  private ObjectMethods() {}

  static boolean isObjectMethod(ExecutableElement method) {
    return SIGNATURES.contains(Shapes.signature(method));
  }
}
