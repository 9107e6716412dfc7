package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.List;
import org.genevent.emitter.kernel.FacilityForms.EventForms;
import org.genevent.model.EventAttribute;
import org.genevent.plan.FacilityPlan;

/** Prints the functions of an event. */
final class EventPrinter {

  private static final String INLINE = "static inline ";

  private final FacilityForms facility;
  private final FacilityPlan plan;
  private final EventForms event;
  private final CWriter out;
  private final String address;
  private final List<String> leading = new ArrayList<>();
  private final List<String> leadingNames = new ArrayList<>();
  private String context = "";
  private String destination = "";
  private String channel = "GEV_EVENT_CHANNEL";

  EventPrinter(FacilityForms facility, EventForms event, CWriter out) {
    this.facility = facility;
    this.plan = facility.plan();
    this.event = event;
    this.out = out;
    this.address = FacilityForms.address(plan, event.plan());
    leadingParameters();
  }

  /** The parameters in front of the fields; their names give way to those of fields. */
  private void leadingParameters() {
    CNames.Scope scope = new CNames.Scope(names(event.fields()));
    if (facility.context().isPresent()) {
      context = scope.fresh("context");
      CForm structure = facility.context().get().structure();
      leading.add(Declarator.parameter(structure, context));
      leadingNames.add(context);
    }
    if (event.has(EventAttribute.SCOPE_TRACE)) {
      destination = scope.fresh("destination");
      leading.add("const struct gev_trace *" + destination);
      leadingNames.add(destination);
    }
    if (event.has(EventAttribute.SCOPE_TRACEFILE)) {
      channel = scope.fresh("channel");
      leading.add("unsigned int " + channel);
      leadingNames.add(channel);
    }
  }

  void print() {
    writer();
    tracer();
    if (event.hasDuration()) {
      begin();
      end();
    }
    if (FacilityForms.takesBuffer(plan, event.plan())) {
      buffer();
    }
  }

  private String attributes() {
    return event.has(EventAttribute.NO_INSTRUMENT_FUNCTION)
        ? INLINE + "GEV_NO_INSTRUMENT "
        : INLINE;
  }

  private static List<String> names(List<CForm.Member> members) {
    return members.stream().map(CForm.Member::name).toList();
  }

  private List<String> parameters(List<CForm.Member> fields) {
    List<String> all = new ArrayList<>(leading);
    fields.forEach(field -> all.add(Declarator.parameter(field.form(), field.name())));
    return all;
  }

  private List<String> parameterNames(List<CForm.Member> fields) {
    List<String> all = new ArrayList<>(leadingNames);
    all.addAll(names(fields));
    return all;
  }

  /** The function that writes the event to every trace that wants it. */
  private void writer() {
    CValues values = new CValues();
    values.parameters(event.fields());
    PayloadMirror mirror =
        new PayloadMirror(event.mirror(), event.plan().payload().write().steps(), values);
    String name = plan.facility().name() + "." + event.plan().event().name();
    mirror.print(out, "What " + name + " has at fixed offsets.");
    CFunction function = new CFunction(
        attributes() + "void " + event.writer(),
        parameters(event.fields()),
        parameterNames(event.fields()));
    RecordPrinter printer = new RecordPrinter(facility, function, address);
    printer.direct(context, destination, channel, event.has(EventAttribute.FORCE));
    PayloadState state = new PayloadState(event.plan().payload(), values, function, mirror);
    printer.print(
        state, event, new WalkFunctions(facility.names(), event.writer(), attributes(), out));
    out.line("").comment("Writes " + name + " to every trace that wants it.");
    function.print(out);
  }

  private void tracer() {
    out.line("");
    documentation(event.function(), event.passed(), event.plan().event().description(), List.of());
    out.function(attributes() + "void " + event.function(), parameters(event.passed()))
        .open("{")
        .open("if (" + enabled() + ")")
        .line(writerCall("0"))
        .end()
        .close("}");
  }

  /** Whether any trace wants the event; false for the compiler if the facility is switched off. */
  private String enabled() {
    String test = event.has(EventAttribute.FORCE) ? "gev_present" : "gev_enabled";
    return FacilityForms.switchMacro(plan) + "(" + test + "(" + address + "))";
  }

  private String writerCall(String duration) {
    List<String> arguments = new ArrayList<>(leadingNames);
    if (event.hasDuration()) {
      arguments.add(duration);
    }
    arguments.addAll(names(event.passed()));
    return event.writer() + "(" + String.join(", ", arguments) + ");";
  }

  private void begin() {
    out.line("")
        .line("/**")
        .commentLine(event.function() + "_begin() - begin an event that has a length")
        .commentLine("")
        .commentLine(
            "Return: what " + event.function() + "_end() takes; 0 if no trace wants the event")
        .line(" */")
        .function(attributes() + "uint64_t " + event.function() + "_begin", List.of())
        .open("{")
        .line("return " + enabled() + " ? gev_clock() : 0;")
        .close("}");
  }

  private void end() {
    CNames.Scope scope = new CNames.Scope(parameterNames(event.fields()));
    String begin = scope.fresh("begin");
    String duration = event.fields().get(0).name();
    List<String> parameters = new ArrayList<>(leading);
    parameters.add("uint64_t " + begin);
    event
        .passed()
        .forEach(field -> parameters.add(Declarator.parameter(field.form(), field.name())));
    long threshold = event.plan().event().duration().orElseThrow().thresholdNanos();
    out.line("");
    String least = threshold > 0 ? "; nothing is written below " + threshold + " ns" : "";
    documentation(
        event.function() + "_end",
        event.passed(),
        "end it and write it with its length" + least,
        List.of("@" + begin + ": from " + event.function() + "_begin(); nothing is written for 0"));
    out.function(attributes() + "void " + event.function() + "_end", parameters)
        .open("{")
        .line("uint64_t " + duration + ";")
        .line("")
        .open("if (!" + begin + " || !" + enabled() + ")")
        .line("return;")
        .end()
        .line(duration + " = gev_clock() - " + begin + ";");
    if (threshold > 0) {
      out.open("if (" + duration + " >= " + threshold + "ull)")
          .line(writerCall(duration))
          .end();
    } else {
      out.line(writerCall(duration));
    }
    out.close("}");
  }

  /** The function for callers that serialised the payload themselves. */
  private void buffer() {
    List<String> parameters = new ArrayList<>(leading);
    CNames.Scope scope = new CNames.Scope(leadingNames);
    String buffer = scope.fresh("buffer");
    String size = scope.fresh("size");
    parameters.add("const void *" + buffer);
    parameters.add("size_t " + size);
    List<String> names = new ArrayList<>(leadingNames);
    names.addAll(List.of(buffer, size));
    CFunction function =
        new CFunction(attributes() + "void " + event.bufferFunction(), parameters, names);
    RecordPrinter printer = new RecordPrinter(facility, function, address);
    printer.direct(context, destination, channel, event.has(EventAttribute.FORCE));
    printer.printBuffer(enabled(), buffer, size);
    out.line("")
        .line("/**")
        .commentLine(event.bufferFunction() + "() - write a payload that the caller serialised");
    leadingDocumentation();
    out.commentLine("@" + buffer + ": all fields, laid out as declared; NULL for zeros")
        .commentLine("@" + size + ": its size in bytes")
        .line(" */");
    function.print(out);
  }

  private void leadingDocumentation() {
    if (!context.isEmpty()) {
      out.commentLine("@" + context + ": the context fields; NULL for zeros");
    }
    if (!destination.isEmpty()) {
      out.commentLine("@" + destination + ": the only trace that the event goes to");
    }
    if (!channel.equals("GEV_EVENT_CHANNEL")) {
      out.commentLine("@" + channel + ": the index of the channel that it goes to");
    }
  }

  private void documentation(
      String function, List<CForm.Member> fields, String description, List<String> more) {
    String what = CText.comment(description);
    out.line("/**");
    List<String> head = CText.wrapped(function + "()" + (what.isEmpty() ? "" : " - " + what), 75);
    out.commentLine(head.get(0));
    head.subList(1, head.size()).forEach(line -> out.commentLine("  " + line));
    leadingDocumentation();
    more.forEach(out::commentLine);
    for (CForm.Member field : fields) {
      String text = CText.comment(field.field().description());
      List<String> lines = CText.wrapped(
          "@" + field.name() + ": " + (text.isEmpty() ? field.field().name() : text), 73);
      out.commentLine(lines.get(0));
      lines.subList(1, lines.size()).forEach(line -> out.commentLine("  " + line));
    }
    out.commentLine("")
        .commentLine(Summary.payload(plan, event.plan().payload()))
        .line(" */");
  }
}
