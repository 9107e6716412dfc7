package org.genevent.emitter.java;

import com.palantir.javapoet.NameAllocator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevent.binding.JavaTracer;
import org.genevent.binding.JavaTracer.JavaMethod;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.binding.TracerNames;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;

/**
 * The names of a tracer's members.
 *
 * <p>The methods of events come first, then those that go with them, then the private ones. The names of a declared
 * interface are as they are; of other facilities, an event that is called like a method of {@code Object}, {@code get} or
 * {@code bindContext} gets an underscore behind its name.
 */
final class EventNames {

  /**
   * The names that belong to an event.
   *
   * @param trace the method that traces it
   * @param isEnabled the method that tells whether it is traced
   * @param begin the method that begins its duration
   * @param end the method that ends its duration
   * @param write the private method that writes it
   * @param layOut the private method that puts its payload together
   * @param tracepoint the constant with its tracepoint
   * @param sizeBytes the constant with its payload's size
   * @param thresholdNanos the constant with its threshold
   */
  record Names(
      String trace,
      String isEnabled,
      String begin,
      String end,
      String write,
      String layOut,
      String tracepoint,
      String sizeBytes,
      String thresholdNanos) {}

  private final NameAllocator methods = new NameAllocator();
  private final List<Names> events = new ArrayList<>();
  private final NameAllocator takenFromLocals;
  private final String facility;
  private final String instance;
  private final String contextBinding;
  private final String bindContext;
  private final String layOutContext;
  private final String unboundContext;
  private final String numberOf;

  EventNames(FacilityPlan plan, JavaTracer binding) {
    // constants give way to parameters, whose names are the user's
    NameAllocator constants = JavaNames.without(parameterNames(binding));
    facility = JavaNames.fresh(constants, "FACILITY");
    instance = JavaNames.fresh(constants, "TRACER");
    contextBinding = JavaNames.fresh(constants, "CONTEXT");
    for (JavaMethod method : binding.methods()) {
      JavaNames.fresh(methods, method.name());
    }
    // the interface's other methods are inherited: what is private must not hide one
    binding.otherMethods().forEach(name -> JavaNames.fresh(methods, name));
    bindContext = JavaNames.fresh(methods, TracerNames.BIND_CONTEXT);
    JavaNames.fresh(methods, TracerNames.GET);
    JavaNames.OBJECT_METHODS.forEach(name -> JavaNames.fresh(methods, name));
    for (int i = 0; i < plan.events().size(); i++) {
      events.add(names(plan.events().get(i), binding.methods().get(i).name(), constants));
    }
    Set<String> taken = constants();
    taken.addAll(Obscuring.names(binding));
    takenFromLocals = JavaNames.without(taken);
    layOutContext = JavaNames.fresh(methods, "layOutContext");
    unboundContext = JavaNames.fresh(methods, "unboundContext");
    numberOf = JavaNames.fresh(methods, "numberOf");
  }

  private static Set<String> parameterNames(JavaTracer binding) {
    return Stream.concat(
            binding.methods().stream().flatMap(method -> method.parameters().stream()),
            binding.context().stream())
        .map(JavaParameter::name)
        .collect(Collectors.toSet());
  }

  /** The constants of the tracer class. */
  private Set<String> constants() {
    Set<String> constants = new LinkedHashSet<>(List.of(facility, instance, contextBinding));
    for (Names event : events) {
      constants.add(event.tracepoint());
      constants.add(event.sizeBytes());
      constants.add(event.thresholdNanos());
    }
    // of an event without a duration
    constants.remove("");
    return constants;
  }

  /** Has given the names that no variable may have: those of constants, and those that would hide a class. */
  NameAllocator takenFromLocals() {
    return takenFromLocals;
  }

  private Names names(EventPlan event, String trace, NameAllocator constants) {
    String type = JavaNames.type(trace);
    boolean lasts = event.event().duration().isPresent();
    String constant = JavaNames.constant(event.event().name());
    return new Names(
        trace,
        JavaNames.fresh(methods, TracerNames.isEnabled(trace)),
        lasts ? JavaNames.fresh(methods, TracerNames.begin(trace)) : "",
        lasts ? JavaNames.fresh(methods, TracerNames.end(trace)) : "",
        JavaNames.fresh(methods, "write" + type),
        JavaNames.fresh(methods, "layOut" + type),
        JavaNames.fresh(constants, constant),
        JavaNames.fresh(constants, constant + "_BYTES"),
        lasts ? JavaNames.fresh(constants, constant + "_THRESHOLD_NANOS") : "");
  }

  /** The methods of events of a facility that was not declared in Java. */
  static NameAllocator traceMethods() {
    NameAllocator methods = JavaNames.without(JavaNames.OBJECT_METHODS);
    JavaNames.fresh(methods, TracerNames.GET);
    JavaNames.fresh(methods, TracerNames.BIND_CONTEXT);
    return methods;
  }

  Names of(int event) {
    return events.get(event);
  }

  String facility() {
    return facility;
  }

  String instance() {
    return instance;
  }

  String contextBinding() {
    return contextBinding;
  }

  String bindContext() {
    return bindContext;
  }

  String layOutContext() {
    return layOutContext;
  }

  String unboundContext() {
    return unboundContext;
  }

  /** The name of one more method. */
  String newMethod(String suggestion) {
    return JavaNames.fresh(methods, suggestion);
  }

  String numberOf() {
    return numberOf;
  }
}
