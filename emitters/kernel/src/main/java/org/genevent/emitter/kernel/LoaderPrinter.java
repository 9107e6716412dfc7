package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.List;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.emit.MetadataPrinter;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Event;
import org.genevent.model.EventAttribute;
import org.genevent.model.EventPair;
import org.genevent.model.FacilityChecksum;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;
import org.genevent.plan.PayloadPlan;

/** Prints the header that defines the handle and describes the facility; for one source file of a program. */
final class LoaderPrinter {

  /** C promises strings of 4095 characters; pieces stay well below, escapes included. */
  private static final int PIECE_CHARS = 2000;

  private final FacilityPlan plan;
  private final MetadataPrinter metadata;
  private final String idHeader;
  private final CWriter out = new CWriter();

  /**
   * @param idHeader the header with the handle's declaration
   */
  LoaderPrinter(FacilityPlan plan, MetadataPrinter metadata, String idHeader) {
    this.idHeader = idHeader;
    this.plan = plan;
    this.metadata = metadata;
  }

  String print() {
    Preamble.print(
        out,
        plan,
        "definition of the handle",
        "To be included by one source file of a program or module, which registers "
            + CPrefix.loader(plan) + " with the runtime.");
    Preamble.openGuard(out, "LOADER", plan);
    out.line("#include \"" + idHeader + "\"").line("");
    out.line("static struct gev_facility " + CPrefix.loader(plan) + ";");
    String context =
        plan.context().map(payload -> texts("context", tsdl(payload))).orElse("NULL");
    String pairs = texts("pairs", pairs());
    List<String> fields = new ArrayList<>();
    for (EventPlan event : plan.events()) {
      fields.add(texts("fields_" + event.event().name(), tsdl(event.payload())));
    }
    events(fields);
    facility(context, pairs);
    Preamble.closeGuard(out, "LOADER", plan);
    return out.toString();
  }

  private List<String> tsdl(PayloadPlan payload) {
    if (plan.metrics().rule() == LayoutRule.LTT || payload.fields().isEmpty()) {
      return List.of();
    }
    return pieces(metadata.structure(plan, payload));
  }

  /** A text in pieces of whole lines, as far as lines are not too long themselves. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = Math.min(text.length(), start + PIECE_CHARS);
      int line = text.lastIndexOf('\n', end - 1);
      if (end < text.length() && line >= start) {
        end = line + 1;
      } else if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      pieces.add(text.substring(start, end));
      start = end;
    }
    return pieces;
  }

  private List<String> pairs() {
    List<String> pairs = new ArrayList<>();
    for (EventPair pair : plan.facility().pairs()) {
      String fields = String.join(",", pair.matchFields());
      pairs.add(
          (pair.name() + " " + pair.beginEvent() + " " + pair.endEvent() + " " + fields).strip());
    }
    return pairs;
  }

  /** Prints texts as a constant array with NULL at its end; says its name, or NULL if there are none. */
  private String texts(String what, List<String> texts) {
    if (texts.isEmpty()) {
      return "NULL";
    }
    String name = CPrefix.loader(plan) + "_" + what;
    out.line("").open("static const char *const " + name + "[] = {");
    for (String text : texts) {
      String[] lines = text.split("(?<=\n)");
      for (int i = 0; i < lines.length; i++) {
        out.line(CText.literal(lines[i]) + (i == lines.length - 1 ? "," : ""));
      }
    }
    out.line("NULL").close("};");
    return name;
  }

  private void events(List<String> fields) {
    boolean none = plan.events().isEmpty();
    out.line("")
        .open("struct gev_event " + CPrefix.handle(plan) + "["
            + (none ? "1" : FacilityForms.eventCount(plan)) + "] = {");
    if (none) {
      out.comment("The facility has no event, but C no array without an element.")
          .line("{ .state = GEV_EVENT_STATE_INIT },");
    }
    for (int i = 0; i < plan.events().size(); i++) {
      EventPlan event = plan.events().get(i);
      out.open("[" + FacilityForms.indexConstant(plan, event) + "] = {")
          .line(".facility = &" + CPrefix.loader(plan) + ",")
          .line(".name = " + CText.literal(event.event().name()) + ",")
          .line(".channel = " + CText.literal(event.channel()) + ",")
          .line(".fields = " + fields.get(i) + ",")
          .line(".id = " + FacilityForms.idConstant(plan, event) + ",")
          .line(".level = " + event.level().number() + ",")
          .line(".flags = " + flags(event.event()) + ",")
          .line(".state = GEV_EVENT_STATE_INIT,")
          .close("},");
    }
    out.close("};");
  }

  private static String flags(Event event) {
    List<String> flags = new ArrayList<>();
    if (event.attributes().contains(EventAttribute.FORCE)) {
      flags.add("GEV_FORCE");
    }
    if (event.attributes().contains(EventAttribute.HIGH_PRIORITY)) {
      flags.add("GEV_HIGH_PRIORITY");
    }
    if (event.duration().isPresent()) {
      flags.add("GEV_DURATION");
    }
    if (event.attributes().contains(EventAttribute.SCOPE_TRACEFILE)) {
      flags.add("GEV_ANY_CHANNEL");
    }
    return flags.isEmpty() ? "0" : String.join(" | ", flags);
  }

  private void facility(String context, String pairs) {
    DataModel model = plan.abi().dataModel();
    int alignment = plan.facility().packed() ? 0 : model.wordBytes();
    out.line("")
        .open("static struct gev_facility " + CPrefix.loader(plan) + " = {")
        .line(".name = " + CText.literal(plan.facility().name()) + ",")
        .line(".events = " + CPrefix.handle(plan) + ",")
        .line(".nr_events = " + FacilityForms.eventCount(plan) + ",")
        .line(".context = " + context + ",")
        .line(".pairs = " + pairs + ",")
        .line(".checksum = 0x" + FacilityChecksum.hex(plan.checksum()) + ",")
        .line(".layout = GEV_LAYOUT_" + plan.metrics().rule().name() + ",")
        .line(".alignment = " + alignment + ",")
        .line(".int_size = " + model.sizeBytes(CType.INT) + ",")
        .line(".long_size = " + model.sizeBytes(CType.LONG) + ",")
        .line(".pointer_size = " + model.sizeBytes(CType.POINTER) + ",")
        .line(".size_t_size = " + model.sizeBytes(CType.SIZE_T) + ",")
        .line(".state = GEV_FACILITY_STATE_INIT,")
        .close("};");
  }
}
