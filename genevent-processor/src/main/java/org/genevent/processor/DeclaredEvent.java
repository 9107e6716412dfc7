package org.genevent.processor;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.genevent.binding.JavaTracer.JavaMethod;
import org.genevent.model.Event;

/**
 * An event with the method that declares it.
 *
 * @param method the method
 * @param event the event
 * @param javaMethod the method, as the tracer implements it
 */
record DeclaredEvent(ExecutableElement method, Event event, JavaMethod javaMethod) {

  /** The name of the field that a parameter became; the parameter is named as in Java or as in the trace. */
  Optional<String> fieldOf(String parameter) {
    for (int i = 0; i < event.fields().size(); i++) {
      String field = event.fields().get(i).name();
      if (javaMethod.parameters().get(i).name().equals(parameter) || field.equals(parameter)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
