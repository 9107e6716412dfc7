package org.genevent.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** Names that follow from the interface's own. */
final class TracerName {

  private static final String TRACER_SUFFIX = "Tracer";

  /** Endings of interface names that say nothing more about what is traced. */
  private static final List<String> SUFFIXES = List.of("Events", "Facility", "Trace");

  private TracerName() {}

  /**
   * The simple name of the tracer class: {@code ShopEvents} has {@code ShopTracer}; of a nested interface, the names
   * around it come first: {@code Shop.Events} has {@code Shop_EventsTracer}.
   */
  static String of(TypeElement type) {
    List<TypeElement> nesting = Shapes.nesting(type);
    String around = nesting.subList(0, nesting.size() - 1).stream()
        .map(outer -> outer.getSimpleName() + "_")
        .collect(Collectors.joining());
    return around + stem(type) + TRACER_SUFFIX;
  }

  /** The name of a facility whose annotation does not say one. */
  static String facility(TypeElement type) {
    return SnakeCase.of(stem(type));
  }

  /** The interface's name without its ending; the whole name if it is no more than the ending. */
  private static String stem(TypeElement type) {
    String name = type.getSimpleName().toString();
    for (String suffix : SUFFIXES) {
      if (name.endsWith(suffix) && name.length() > suffix.length()) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name;
  }
}
