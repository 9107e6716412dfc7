package org.genevent.emitter.kernel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genevent.emitter.kernel.FacilityForms.ContextForms;
import org.genevent.emitter.kernel.FacilityForms.EventForms;
import org.genevent.model.EventAttribute;
import org.genevent.plan.FacilityPlan;
import org.genevent.plan.PayloadPlan;

/** Prints the header that instrumented code includes: types, then a function for each event. */
final class HeaderPrinter {

  private final FacilityForms facility;
  private final FacilityPlan plan;
  private final CWriter out;

  HeaderPrinter(FacilityForms facility, CWriter out) {
    this.facility = facility;
    this.out = out;
    this.plan = facility.plan();
  }

  String print() {
    Preamble.print(out, plan, "tracing functions", plan.facility().description());
    Preamble.openGuard(out, "FACILITY", plan);
    out.line("#include \"" + FileLayout.idHeader(plan) + "\"");
    body();
    Preamble.closeGuard(out, "FACILITY", plan);
    return out.toString();
  }

  /** What stands between the guards, behind the id header. */
  void body() {
    if (usesCustomTypes()) {
      out.line("")
          .comment("Hand-written: the sequences that the facility declares with write=\"custom\".")
          .line("#include \"" + FileLayout.customHeader(plan) + "\"");
    }
    sizes();
    TypePrinter types = new TypePrinter(out);
    types.print(facility.types());
    facility.context().ifPresent(context -> context(context, types));
    for (EventForms event : facility.events()) {
      types.print(event.types());
      new EventPrinter(facility, event, out).print();
    }
  }

  private boolean usesCustomTypes() {
    return facility.events().stream().anyMatch(event -> hasCustom(event.types()))
        || hasCustom(facility.types())
        || facility.context().map(context -> hasCustom(context.types())).orElse(false);
  }

  private static boolean hasCustom(List<CForm> forms) {
    return forms.stream()
        .anyMatch(form -> form instanceof CForm.Sequence sequence && sequence.custom());
  }

  /** Checks the types whose sizes C leaves open, once each. */
  private void sizes() {
    Map<String, Integer> sizes = new TreeMap<>();
    ScalarTypes scalars = new ScalarTypes(sizes);
    for (EventForms event : facility.events()) {
      event.fields().forEach(field -> scalars.add(field.form()));
    }
    facility.context().ifPresent(context -> scalars.add(context.structure()));
    if (!sizes.isEmpty()) {
      out.line("");
      sizes.forEach((type, bytes) -> out.line("GEV_ASSERT_SIZE(" + type + ", " + bytes + ");"));
    }
  }

  private void context(ContextForms context, TypePrinter types) {
    types.print(context.types());
    out.line("").comment("What every event carries in front of its fields.");
    types.structure(context.structure());
    PayloadPlan payload = plan.context().orElseThrow();
    CValues values = new CValues();
    values.members(
        new CValue("context", context.structure(), true), context.structure().members());
    String head = "static inline " + (anyUninstrumented() ? "GEV_NO_INSTRUMENT " : "") + "void "
        + context.function();
    String parameter = Declarator.parameter(context.structure(), "context");
    boolean fixed = payload.write().fixedSizeBytes().isPresent();
    String target = fixed ? "unsigned char *to" : "struct gev_cursor *cursor";
    CFunction function = new CFunction(
        head, List.of(target, parameter), List.of(fixed ? "to" : "cursor", "context"));
    CWriter stores = new CWriter(1);
    PayloadMirror mirror =
        new PayloadMirror(context.mirror(), fixed ? payload.write().steps() : List.of(), values);
    mirror.print(out, "The bytes of a context.");
    if (fixed) {
      PayloadState state = new PayloadState(payload, values, function, mirror);
      new StorePrinter(state, stores, "to", "payload", List.of()).print();
      if (stores.mentions("payload")) {
        function.local("struct " + mirror.tag() + " *", "payload", "(void *)to");
      } else if (!stores.mentions("to")) {
        // a context of empty structures
        stores.line("(void)to;");
      }
    } else {
      new CursorSteps(function, values, "cursor").print(payload.write().steps(), stores);
    }
    String zero = function.local("static const struct " + context.structure().tag(), "no_context");
    function.body.open("if (!context)").line("context = &" + zero + ";").end().append(stores);
    out.line("").comment("Writes the context of an event.");
    function.print(out);
  }

  private boolean anyUninstrumented() {
    return facility.events().stream()
        .anyMatch(event -> event.has(EventAttribute.NO_INSTRUMENT_FUNCTION));
  }
}
