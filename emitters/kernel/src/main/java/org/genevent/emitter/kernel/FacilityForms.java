package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.model.EventAttribute;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;

/**
 * A facility with everything that it is called in C.
 *
 * @param plan the facility on its target
 * @param names the names at file scope
 * @param types the types that the facility names, in the order of the file
 * @param context the context, if the facility has one
 * @param events the events, in the order of the file
 */
record FacilityForms(
    FacilityPlan plan,
    FileNames names,
    List<CForm> types,
    Optional<ContextForms> context,
    List<EventForms> events) {

  private static final String BUFFER_SUFFIX = "_param_buffer";

  /**
   * The context fields in C.
   *
   * @param types types without a name of their own, each after those that it is made of
   * @param structure the structure that callers pass
   * @param function writes the context
   * @param mirror the tag of the structure that mirrors its bytes
   */
  record ContextForms(
      List<CForm> types, CForm.Structure structure, String function, String mirror) {}

  /**
   * An event in C.
   *
   * @param plan the event
   * @param types types without a name of their own, each after those that it is made of
   * @param fields the fields as parameters, the duration first if there is one
   * @param function the function that traces it
   * @param writer the function that does so when a trace wants it
   * @param mirror the tag of the structure that mirrors the fixed part of its payload
   */
  record EventForms(
      EventPlan plan,
      List<CForm> types,
      List<CForm.Member> fields,
      String function,
      String writer,
      String mirror) {

    boolean hasDuration() {
      return plan.event().duration().isPresent();
    }

    /** The function for callers that serialise the payload themselves. */
    String bufferFunction() {
      return function + BUFFER_SUFFIX;
    }

    boolean has(EventAttribute attribute) {
      return plan.event().attributes().contains(attribute);
    }

    /** What callers pass: the fields without the duration. */
    List<CForm.Member> passed() {
      return hasDuration() ? fields.subList(1, fields.size()) : fields;
    }
  }

  /** The forms with the usual names of functions. */
  static FacilityForms of(FacilityPlan plan) {
    return of(plan, KernelOptions.DEFAULT.functionPrefix());
  }

  /**
   * The forms.
   *
   * @param plan the facility
   * @param prefix what the names of functions begin with that trace events
   */
  static FacilityForms of(FacilityPlan plan, String prefix) {
    FileNames names = new FileNames();
    String facility = "the facility '" + plan.facility().name() + "'";
    names.promise(CPrefix.handle(plan), facility);
    names.promise(CPrefix.loader(plan), facility);
    names.promise(eventCount(plan), facility);
    names.promise(switchMacro(plan), facility);
    names.promise(handleMacro(plan), facility);
    for (EventPlan event : plan.events()) {
      promise(plan, event, prefix, names);
    }
    // before all other types, so that nothing else takes the tag that callers use
    Optional<String> contextTag =
        plan.context().map(context -> names.tag(CPrefix.name(plan, "context")));
    FormBuilder builder = new FormBuilder(plan, names);
    List<CForm> types = builder.takeDeclared();
    Optional<ContextForms> context =
        contextTag.map(tag -> context(plan, tag, builder, names, facility));
    List<EventForms> events = new ArrayList<>(plan.events().size());
    for (EventPlan event : plan.events()) {
      events.add(event(plan, event, prefix, builder, names));
    }
    return new FacilityForms(plan, names, types, context, List.copyOf(events));
  }

  private static void promise(FacilityPlan plan, EventPlan event, String prefix, FileNames names) {
    String owner = owner(plan, event);
    String function = CPrefix.function(prefix, plan, event.event().name());
    names.promise(function, owner);
    names.promise(idConstant(plan, event), owner);
    names.promise(indexConstant(plan, event), owner);
    if (event.event().duration().isPresent()) {
      names.promise(function + "_begin", owner);
      names.promise(function + "_end", owner);
    }
    if (takesBuffer(plan, event)) {
      names.promise(function + BUFFER_SUFFIX, owner);
    }
  }

  private static ContextForms context(
      FacilityPlan plan, String tag, FormBuilder builder, FileNames names, String owner) {
    List<CForm.Member> members = builder.members(plan.facility().context(), "context");
    CForm.Structure structure = new CForm.Structure(tag, members);
    return new ContextForms(
        builder.takeDeclared(),
        structure,
        names.internal("__" + tag, owner),
        names.tag(tag + "_bytes"));
  }

  private static EventForms event(
      FacilityPlan plan, EventPlan event, String prefix, FormBuilder builder, FileNames names) {
    String name = event.event().name();
    List<CForm.Member> fields = builder.members(event.payload().fields(), name);
    String function = CPrefix.function(prefix, plan, name);
    return new EventForms(
        event,
        builder.takeDeclared(),
        fields,
        function,
        names.internal("__" + function, owner(plan, event)),
        names.tag(CPrefix.name(plan, name) + "_bytes"));
  }

  private static String owner(FacilityPlan plan, EventPlan event) {
    return "the event '" + plan.facility().name() + "." + event.event().name() + "'";
  }

  /** Whether callers may pass a payload that they serialised themselves. */
  static boolean takesBuffer(FacilityPlan plan, EventPlan event) {
    return plan.facility().name().startsWith("user_")
        && event.event().attributes().contains(EventAttribute.PARAM_BUFFER);
  }

  /** What makes a test false where the facility is switched off in the kernel's configuration. */
  static String switchMacro(FacilityPlan plan) {
    return CPrefix.constant(plan, "ON");
  }

  /** What the handle is called by whoever does not care which version of the facility it is. */
  static String handleMacro(FacilityPlan plan) {
    return CPrefix.constant(plan, "HANDLE");
  }

  static String eventCount(FacilityPlan plan) {
    return CPrefix.constant(plan, "EVENTS");
  }

  static String idConstant(FacilityPlan plan, EventPlan event) {
    return CPrefix.constant(plan, "ID_" + event.event().name());
  }

  static String indexConstant(FacilityPlan plan, EventPlan event) {
    return CPrefix.constant(plan, "INDEX_" + event.event().name());
  }

  /** The event's element of the handle, as an address that the linker knows. */
  static String address(FacilityPlan plan, EventPlan event) {
    return "&" + CPrefix.handle(plan) + "[" + indexConstant(plan, event) + "]";
  }
}
