package org.genevent.emitter.java;

import com.palantir.javapoet.NameAllocator;
import java.util.ArrayList;
import java.util.List;
import org.genevent.binding.JavaTracer;
import org.genevent.binding.JavaTracer.JavaMethod;
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
  private final String facility;
  private final String instance;
  private final String contextBinding;
  private final String bindContext;
  private final String layOutContext;
  private final String unboundContext;
  private final String numberOf;

  EventNames(FacilityPlan plan, JavaTracer binding) {
    NameAllocator constants = new NameAllocator();
    facility = constants.newName("FACILITY");
    instance = constants.newName("TRACER");
    contextBinding = constants.newName("CONTEXT");
    for (JavaMethod method : binding.methods()) {
      methods.newName(method.name());
    }
    bindContext = methods.newName(GeneratedNames.BIND_CONTEXT);
    methods.newName(GeneratedNames.GET);
    JavaNames.OBJECT_METHODS.forEach(methods::newName);
    for (int i = 0; i < plan.events().size(); i++) {
      events.add(names(plan.events().get(i), binding.methods().get(i).name(), constants));
    }
    layOutContext = methods.newName("layOutContext");
    unboundContext = methods.newName("unboundContext");
    numberOf = methods.newName("numberOf");
  }

  private Names names(EventPlan event, String trace, NameAllocator constants) {
    String type = JavaNames.type(trace);
    boolean lasts = event.event().duration().isPresent();
    String constant = JavaNames.constant(event.event().name());
    return new Names(
        trace,
        methods.newName("is" + type + "Enabled"),
        lasts ? methods.newName("begin" + type) : "",
        lasts ? methods.newName("end" + type) : "",
        methods.newName("write" + type),
        methods.newName("layOut" + type),
        constants.newName(constant),
        constants.newName(constant + "_BYTES"),
        lasts ? constants.newName(constant + "_THRESHOLD_NANOS") : "");
  }

  /** The methods of events of a facility that was not declared in Java. */
  static NameAllocator traceMethods() {
    NameAllocator methods = JavaNames.without(JavaNames.OBJECT_METHODS);
    methods.newName(GeneratedNames.GET);
    methods.newName(GeneratedNames.BIND_CONTEXT);
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
    return methods.newName(suggestion);
  }

  String numberOf() {
    return numberOf;
  }
}
