package org.genevent.emitter.ltt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.diagnostic.Place;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.model.Field;
import org.genevent.model.NamedType;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;

/** What of facilities LTT cannot express, or its readers cannot take. */
final class LttChecks {

  /** Names that have a meaning in a trace: readers take such events for what the format or the session says. */
  private static final Set<String> NOT_OF_PROGRAMS =
      Set.of(CoreFacility.NAME, "compact", "genevent");

  /** The original's reader has room for so many bytes of a description, and no check. */
  static final int MAX_DESCRIPTION_BYTES = 1_000;

  private static final int MAX_EVENTS = 256;
  private static final int MAX_FACILITIES = FacilityTable.IDS - 1;

  private final List<Diagnostic> findings = new ArrayList<>();
  private final LttVersion version;
  private final boolean descriptions;

  private LttChecks(LttVersion version, boolean descriptions) {
    this.version = version;
    this.descriptions = descriptions;
  }

  /** What the descriptors of a trace cannot express. */
  static List<Diagnostic> ofTrace(List<FacilityPlan> plans, String versionWord) {
    LttVersion version = LttVersion.named(versionWord).orElse(null);
    if (version == null) {
      return List.of(Diagnostic.of(
              DiagnosticCode.TARGET_OPTION,
              Place.UNKNOWN,
              "the option '" + LttEmitter.VERSION.name() + "' is '" + versionWord + "'")
          .withRule("versions of the trace format that are written: 0.7, 0.8"));
    }
    LttChecks checks = new LttChecks(version, true);
    Set<String> names = new HashSet<>();
    for (FacilityPlan plan : plans) {
      checks.core(plan.facility());
      checks.facility(plan);
      names.add(plan.facility().baseName());
      if (names.size() == MAX_FACILITIES + 1) {
        checks.add(
            DiagnosticCode.LTT_ID,
            plan.facility().origin().part("name"),
            "the facility '" + plan.facility().name() + "' is one too many for a trace",
            "a trace of LTT has ids for " + MAX_FACILITIES + " facilities beside the core",
            "describe fewer facilities");
      }
    }
    return List.copyOf(checks.findings);
  }

  /** What a tracer that writes LTT traces cannot have. */
  static List<Diagnostic> ofTracer(FacilityPlan plan) {
    LttChecks checks = new LttChecks(LttVersion.V0_7, false);
    Facility facility = plan.facility();
    if (NOT_OF_PROGRAMS.contains(facility.name())) {
      checks.add(
          DiagnosticCode.LTT_UNSUPPORTED,
          facility.origin().part("name"),
          "programs cannot trace the facility '" + facility.name() + "' of LTT",
          "by 'core' and 'genevent' a trace tells of itself, and the events of 'compact' have headers"
              + " of their own",
          "give the facility another name");
    }
    checks.facility(plan);
    return List.copyOf(checks.findings);
  }

  void add(DiagnosticCode code, Place place, String message, String rule, String fix) {
    findings.add(Diagnostic.of(code, place, message).withRule(rule).withFix(fix));
  }

  void unsupported(Place place, String what, String rule, String fix) {
    add(DiagnosticCode.LTT_UNSUPPORTED, place, "LTT has no " + what, rule, fix);
  }

  boolean isOfMid2007() {
    return version.isOfMid2007();
  }

  private void core(Facility facility) {
    int own = FacilityChecksum.of(version.core());
    if (facility.name().equals(CoreFacility.NAME) && FacilityChecksum.of(facility) != own) {
      add(
          DiagnosticCode.LTT_UNSUPPORTED,
          facility.origin().part("name"),
          "this is not the core facility of LTT " + version.word(),
          "readers know the events of the core facility without looking; that of " + version.word()
              + " has the checksum 0x" + FacilityChecksum.hex(own),
          "leave the file out, as the core facility is always described; or give the facility"
              + " another name");
    }
  }

  private void facility(FacilityPlan plan) {
    Facility facility = plan.facility();
    describe(facility.description(), facility.origin());
    if (EventdefsPrinter.asksForArch(facility) && facility.arch().isEmpty()) {
      unsupported(
          facility.origin().part("name"),
          "file for the facility '" + facility.name() + "'",
          "of a facility NAME_arch readers look for the file NAME_arch_ARCH.xml",
          "say arch=\"…\", or give the facility a name that does not end in '_arch'");
    }
    if (!facility.context().isEmpty()) {
      unsupported(
          facility.context().get(0).origin().place(),
          "context",
          "an event of LTT is a header and its own fields",
          "make what is the context fields of the events");
    }
    LttTypes types = new LttTypes(this, plan.metrics());
    for (NamedType type : facility.types()) {
      types.check(type.fieldClass(), type.origin().inner(Origin.TYPE));
    }
    for (int i = 0; i < plan.events().size(); i++) {
      event(plan.events().get(i), i);
      plan.events().get(i).event().fields().forEach(field -> field(field, types));
    }
  }

  private void event(EventPlan plan, int position) {
    Event event = plan.event();
    describe(event.description(), event.origin());
    if (plan.id() != position) {
      add(
          DiagnosticCode.LTT_ID,
          event.origin().part("id"),
          "the event '" + event.name() + "' has the id " + plan.id() + ", and is number " + position
              + " of the facility",
          "in LTT the id of an event is its position, from 0",
          "leave the id out, or put the events in the order of their ids");
    }
    if (position == MAX_EVENTS) {
      add(
          DiagnosticCode.LTT_ID,
          event.origin().place(),
          "the event '" + event.name() + "' is one too many for a facility",
          "the header of an event has one byte for its id, so a facility has at most " + MAX_EVENTS,
          "make two facilities of it");
    }
    if (event.duration().isPresent()) {
      unsupported(
          event.origin().part("duration"),
          "duration of events",
          "a duration is a field that is not declared, and readers would not know it",
          "leave duration out, and give the event a field for it");
    }
  }

  void field(Field field, LttTypes types) {
    describe(field.description(), field.origin());
    field.format().filter(format -> isOfMid2007()).ifPresent(format -> format(field, format));
    types.check(field.fieldClass(), field.origin().inner(Origin.TYPE));
  }

  /** A format is printed as it is, and LTTV's reader has no way to write a quote in it. */
  private void format(Field field, String format) {
    if (!EventdefsText.isPlain(format)) {
      add(
          DiagnosticCode.LTT_TEXT,
          field.origin().inner(Origin.TYPE).part("format"),
          "the format of '" + field.name() + "' has a quotation mark, a backslash, < or &, or a"
              + " control character, or " + EventdefsText.MAX_VALUE_BYTES + " bytes",
          "LTTV's reader ends a value at the first quotation mark, keeps a backslash, knows no"
              + " references to characters and has room for less than "
              + EventdefsText.MAX_VALUE_BYTES + " bytes",
          "leave it out of the format");
    }
  }

  void describe(String description, Origin origin) {
    if (!descriptions) {
      return;
    }
    String text = EventdefsText.plain(description);
    String wrong = "";
    if (text.contains("<") || text.contains("&") || text.contains("]]>")) {
      wrong = "has one of the characters < and &, or ]]>";
    } else if (text.chars().anyMatch(EventdefsText::isControl)) {
      wrong = "has a control character";
    } else if (text.getBytes(StandardCharsets.UTF_8).length >= MAX_DESCRIPTION_BYTES) {
      wrong = "is " + MAX_DESCRIPTION_BYTES + " bytes long, or longer";
    }
    if (!wrong.isEmpty()) {
      add(
          DiagnosticCode.LTT_TEXT,
          origin.place(),
          "the description " + wrong,
          "LTTV's reader knows no references to characters, ends a description at the first < and"
              + " has little more than " + MAX_DESCRIPTION_BYTES + " bytes of room for it",
          "use other or fewer words");
    }
  }
}
