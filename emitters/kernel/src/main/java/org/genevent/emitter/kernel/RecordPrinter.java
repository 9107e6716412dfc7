package org.genevent.emitter.kernel;

import java.util.List;
import java.util.OptionalInt;
import org.genevent.emitter.kernel.FacilityForms.EventForms;

/**
 * Prints what surrounds a payload: the loop over the traces, reserving, header, context, and the end.
 *
 * <pre>
 * | reserved bytes      | at                                        |
 * |---------------------|-------------------------------------------|
 * | context, if any     | 0                                         |
 * | zeros               | up to a multiple of 8, if a payload follows |
 * | payload             | there                                     |
 * </pre>
 */
final class RecordPrinter {

  private final FacilityForms facility;
  private final CFunction function;
  private final String event;
  private final String slot;
  private final String trace;
  private String context = "";
  private String destination = "";
  private String channel = "";
  private boolean force;
  private String contextSize = "";
  private String start = "0";

  RecordPrinter(FacilityForms facility, CFunction function, String address) {
    this.facility = facility;
    this.function = function;
    this.event = function.local("struct gev_event *", "event", address);
    this.trace = function.local("struct gev_trace *", "trace");
    this.slot = function.local("struct gev_slot", "slot");
  }

  /** Says where the event goes, by the names of parameters; an empty name for one that is not there. */
  void direct(String context, String destination, String channel, boolean force) {
    this.context = context;
    this.destination = destination;
    this.channel = channel;
    this.force = force;
  }

  /** Prints the body of a function that writes an event. */
  void print(PayloadState state, EventForms forms, WalkFunctions walks) {
    CWriter measure = new CWriter(1);
    boolean payloadFixed = state.plan.write().fixedSizeBytes().isPresent();
    new MeasurePrinter(state, walks, measure, "goto lost;").print();
    if (!payloadFixed) {
      measure
          .open("if (" + state.size() + " > GEV_MAX_SIZE)")
          .line("goto lost;")
          .end();
    }
    OptionalInt fixed = state.plan.write().fixedSizeBytes();
    boolean empty = fixed.isPresent() && fixed.getAsInt() == 0;
    measureContext(state, measure, empty);
    String to = function.fresh("to");
    String payload = function.fresh("payload");
    CWriter stores = new CWriter(2);
    List<String> torn = List.of("gev_cancel(&" + slot + ");", "continue;");
    new StorePrinter(state, stores, to, payload, torn).print();

    CWriter body = function.body;
    for (CForm.Member field : forms.fields()) {
      if (field.form() instanceof CForm.Structure && state.values.isUsed(field.name())) {
        zeros(field, body);
      } else if (!state.values.isUsed(field.name())) {
        body.line("(void)" + field.name() + ";");
      }
    }
    body.append(measure);
    CWriter inside = loop(size(state, fixed, empty));
    String usedTo = stores.mentions(to) ? to : "";
    open(state, inside, torn, usedTo, stores.mentions(payload) ? payload : "");
    close(stores, measure.mentions("goto"));
  }

  /** Prints the body of a function that writes a payload as it is. */
  void printBuffer(String enabled, String buffer, String size) {
    CWriter body = function.body;
    body.open("if (!" + enabled + ")").line("return;").end();
    body.open("if (" + size + " > GEV_MAX_SIZE)").line("goto lost;").end();
    PayloadState none = new PayloadState(null, new CValues(), function, null);
    measureContext(none, body, false);
    CWriter inside = loop(start.equals("0") ? size : start + " + " + size);
    String to = function.fresh("to");
    List<String> torn = List.of("gev_cancel(&" + slot + ");", "continue;");
    open(none, inside, torn, to, "");
    close(new CWriter(2).line("gev_copy_or_zero(" + to + ", " + buffer + ", " + size + ");"), true);
  }

  private void zeros(CForm.Member field, CWriter body) {
    String type = "static const " + Declarator.type(field.form());
    String zero = function.local(type, "no_" + field.name());
    body.open("if (!" + field.name() + ")")
        .line(field.name() + " = &" + zero + ";")
        .end();
  }

  private void measureContext(PayloadState state, CWriter out, boolean empty) {
    if (context.isEmpty()) {
      return;
    }
    OptionalInt fixed = facility.plan().context().orElseThrow().write().fixedSizeBytes();
    int mask = KernelLimits.RECORD_ALIGNMENT_BYTES - 1;
    if (fixed.isPresent()) {
      contextSize = String.valueOf(fixed.getAsInt());
      start = empty ? contextSize : String.valueOf((fixed.getAsInt() + mask) & ~mask);
      return;
    }
    String cursor = state.cursor();
    contextSize = function.local("size_t", "context_size");
    out.line("gev_measure(&" + cursor + ", 0);")
        .line(facility.context().orElseThrow().function() + "(&" + cursor + ", " + context + ");")
        .open("if (" + cursor + ".failed)")
        .line("goto lost;")
        .end()
        .line(contextSize + " = " + cursor + ".at;");
    start = contextSize;
    if (!empty) {
      start = function.local("size_t", "start");
      out.line(start + " = gev_align(" + contextSize + ", GEV_RECORD_ALIGN);");
    }
  }

  private String size(PayloadState state, OptionalInt fixed, boolean empty) {
    if (context.isEmpty()) {
      return state.size();
    } else if (empty) {
      return contextSize;
    }
    boolean constant = fixed.isPresent() && Character.isDigit(start.charAt(0));
    return constant
        ? String.valueOf(Integer.parseInt(start) + fixed.getAsInt())
        : start + " + " + state.size();
  }

  /** Prints the loop over the traces up to the reserved bytes. */
  private CWriter loop(String size) {
    CWriter body = function.body;
    body.open("if (!gev_enter(" + event + "))").line("return;").end();
    body.open("gev_for_each_trace(" + trace + ", " + event + ", " + force + ") {");
    CWriter inside = new CWriter(body.depth());
    if (!destination.isEmpty()) {
      inside.open("if (" + trace + " != " + destination + ")").line("continue;").end();
    }
    return inside
        .open("if (!gev_reserve(&" + slot + ", " + trace + ", " + event + ", " + channel + ", "
            + size + "))")
        .line("continue;")
        .end();
  }

  /** Prints the header and the context; declares the addresses that are used. */
  private void open(
      PayloadState state, CWriter inside, List<String> torn, String to, String payload) {
    CWriter body = function.body;
    String header = "gev_write_header(&" + slot + ");";
    if (context.isEmpty()) {
      if (payload.isEmpty() && to.isEmpty()) {
        inside.line(header);
      } else if (payload.isEmpty() || to.isEmpty()) {
        inside.line((to.isEmpty() ? payload : to) + " = " + header);
      } else {
        inside.line(to + " = " + header).line(payload + " = (void *)" + to + ";");
      }
    } else {
      String record = function.fresh("record");
      body.line("unsigned char *" + record + ";");
      inside.line(record + " = " + header);
      writeContext(state, inside, record, torn);
      String address = record + " + " + start;
      if (!payload.isEmpty()) {
        inside.line(payload + " = (void *)(" + address + ");");
      }
      if (!to.isEmpty()) {
        inside.line(to + " = " + address + ";");
      }
    }
    if (!payload.isEmpty()) {
      body.line("struct " + state.mirror.tag() + " *" + payload + ";");
    }
    if (!to.isEmpty()) {
      body.line("unsigned char *" + to + ";");
    }
    boolean declared = !(context.isEmpty() && payload.isEmpty() && to.isEmpty());
    if (declared) {
      body.line("");
    }
    body.append(inside);
  }

  private void writeContext(PayloadState state, CWriter inside, String record, List<String> torn) {
    String write = facility.context().orElseThrow().function();
    OptionalInt fixed = facility.plan().context().orElseThrow().write().fixedSizeBytes();
    if (fixed.isPresent()) {
      inside.line(write + "(" + record + ", " + context + ");");
      int gap = start.equals(contextSize) ? 0 : Integer.parseInt(start) - fixed.getAsInt();
      if (gap > 0) {
        inside.line("gev_zero(" + record + " + " + contextSize + ", " + gap + ");");
      }
      return;
    }
    String cursor = "&" + state.cursor();
    inside
        .line("gev_write(" + cursor + ", " + record + ", 0, " + contextSize + ");")
        .line(write + "(" + cursor + ", " + context + ");")
        .open("if (!gev_written(" + cursor + ")) {");
    torn.forEach(inside::line);
    inside.close("}");
    if (!start.equals(contextSize)) {
      inside.line(
          "gev_zero(" + record + " + " + contextSize + ", " + start + " - " + contextSize + ");");
    }
  }

  private void close(CWriter stores, boolean loses) {
    CWriter body = function.body;
    body.append(stores)
        .line("gev_commit(&" + slot + ");")
        .close("}")
        .line("gev_leave(" + event + ");");
    if (loses) {
      body.line("return;").line("").left("lost:").line("gev_lost(" + event + ");");
    }
  }
}
