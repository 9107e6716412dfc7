package org.genevent.emitter.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.binding.JavaTracer;
import org.genevent.binding.JavaTracer.JavaMethod;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.binding.JavaType;
import org.genevent.layout.LayoutRule;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;
import org.genevent.plan.PayloadPlan;

/**
 * A facility together with its Java side.
 *
 * @param plan the facility
 * @param binding the tracer class
 * @param nested the types that the tracer class declares
 * @param types names of Java types
 * @param names names of members
 */
record Tracer(
    FacilityPlan plan,
    JavaTracer binding,
    List<NestedType> nested,
    JavaTypeNames types,
    EventNames names) {

  /** The tracer of a facility that was declared as an interface. */
  static Tracer declared(FacilityPlan plan, JavaTracer binding) {
    return of(plan, binding, List.of());
  }

  /** The tracer of a facility that was declared elsewhere. */
  static Tracer synthesised(FacilityPlan plan, String packageName) {
    String className = JavaNames.type(plan.facility().baseName()) + "Tracer";
    TracerTypes types = new TracerTypes(ClassName.get(packageName, className));
    NameAllocator methodNames = EventNames.traceMethods();
    List<JavaMethod> methods = new ArrayList<>(plan.events().size());
    for (EventPlan event : plan.events()) {
      String name = JavaNames.fresh(methodNames, JavaNames.member(event.event().name()));
      String path = JavaNames.type(event.event().name());
      methods.add(new JavaMethod(
          name, types.parameters(event.event().fields(), path, new NameAllocator())));
    }
    List<JavaParameter> context =
        types.parameters(plan.facility().context(), "Context", new NameAllocator());
    JavaTracer binding =
        new JavaTracer(packageName, className, true, Optional.empty(), methods, context);
    return of(plan, binding, types.declared());
  }

  private static Tracer of(FacilityPlan plan, JavaTracer declared, List<NestedType> nested) {
    JavaTracer binding = Obscuring.avoid(declared);
    return new Tracer(
        plan, binding, nested, new JavaTypeNames(binding), new EventNames(plan, binding));
  }

  /** The path of the tracer's file. */
  String path() {
    String folder =
        binding.packageName().isEmpty() ? "" : binding.packageName().replace('.', '/') + "/";
    return folder + binding.className() + ".java";
  }

  /** What is passed to the method that traces an event. */
  List<JavaParameter> parameters(int event) {
    return binding.methods().get(event).parameters();
  }

  /** The names of variables of a method with these parameters. */
  LocalNames locals(List<JavaParameter> parameters) {
    return new LocalNames(parameters, names.takenFromLocals());
  }

  /** What is written of an event: its duration, if it has one, then what is passed. */
  List<JavaParameter> payloadParameters(int event) {
    List<JavaParameter> parameters = parameters(event);
    if (plan.events().get(event).event().duration().isEmpty()) {
      return parameters;
    }
    List<JavaParameter> all = new ArrayList<>(parameters.size() + 1);
    all.add(new JavaParameter(
        locals(parameters).newName("durationNanos"), new JavaType.Primitive("long")));
    all.addAll(parameters);
    return all;
  }

  /** The sources of an event's values. */
  Sources sources(int event) {
    PayloadPlan payload = plan.events().get(event).payload();
    return new Sources(payload.fields(), payloadParameters(event), types);
  }

  /** The sources of the context's values. */
  Sources contextSources() {
    return new Sources(plan.facility().context(), binding.context(), types);
  }

  /** The name of an event as traces have it. */
  String title(int event) {
    return plan.facility().name() + ":" + plan.events().get(event).event().name();
  }

  /** Whether payloads have the layout of LTT, whose events say how large they are. */
  boolean isLtt() {
    return plan.metrics().rule() == LayoutRule.LTT;
  }

  boolean hasContext() {
    return plan.context().isPresent();
  }
}
