package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Event;
import org.genevent.model.EventAttribute;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.plan.FacilityPlan;

/** Makes of the facilities of a trace what a format has of them, laid out for a target. */
final class TargetFacilities {

  private static final String ARCH = "_arch";

  private final TargetFormat format;
  private final Abi abi;
  private final boolean packed;
  private final PathFacts facts;
  private final Losses losses;
  private final Descriptions descriptions;
  private TargetTypes types;
  private final Renames.Scope names;
  private final Renames renames;

  TargetFacilities(
      TargetFormat format,
      Abi abi,
      boolean packed,
      PathFacts facts,
      Renames renames,
      Losses losses) {
    this.format = format;
    this.abi = abi;
    this.packed = packed;
    this.facts = facts;
    this.losses = losses;
    this.renames = renames;
    descriptions = new Descriptions(format, facts, losses);
    names = renames.new Scope(" of a facility");
  }

  /** The plans, one for each facility and in the same order, each with the same events. */
  List<FacilityPlan> plans(List<SourceFacility> facilities) {
    LayoutRule rule = format.isLtt() ? LayoutRule.LTT : LayoutRule.NATURAL;
    Map<String, Facility> known = new HashMap<>();
    List<FacilityPlan> plans = new ArrayList<>();
    boolean ownSizes = facilities.stream().anyMatch(source -> source.dataModel().isPresent());
    TargetIntegers integers =
        new TargetIntegers(format, ownSizes ? null : abi.dataModel(), facts, losses);
    types = new TargetTypes(format, descriptions, integers, renames, losses);
    for (SourceFacility source : facilities) {
      // what is declared alike is one declaration, for however many data models
      Facility facility =
          known.computeIfAbsent(source.declaration(), key -> facility(source.facility()));
      Abi own = new Abi(source.dataModel().orElse(abi.dataModel()), abi.byteOrder());
      plans.add(FacilityPlan.of(source.packed() ? packed(facility) : facility, own, rule));
    }
    integers.finish();
    return plans;
  }

  private static Facility packed(Facility facility) {
    return new Facility(
        facility.name(),
        facility.arch(),
        true,
        facility.layout(),
        facility.description(),
        facility.level(),
        facility.channel(),
        facility.context(),
        facility.types(),
        facility.events(),
        facility.pairs(),
        facility.origin());
  }

  private Facility facility(Facility source) {
    boolean needsArch =
        format.isLtt() && source.name().endsWith(ARCH) && source.arch().isEmpty();
    if (needsArch) {
      losses.add("the name '" + source.name() + "': LTT looks for the file of an architecture");
    }
    source
        .arch()
        .filter(arch -> !format.isLtt())
        .ifPresent(arch ->
            losses.add("that facility " + source.name() + " is of the architecture " + arch));
    if (!source.types().isEmpty()) {
      losses.add("the names of types of facility " + source.name()
          + ": what refers to them has what they stand for");
    }
    String name = names.take(needsArch ? source.name() + "_events" : source.name());
    Renames.Scope eventNames = renames.new Scope(" of an event of " + source.name());
    List<Event> events = new ArrayList<>();
    for (Event event : source.events()) {
      events.add(event(event, eventNames, name));
    }
    return new Facility(
        name,
        source.arch(),
        packed || source.packed(),
        descriptions.of(source.description(), name),
        format.isLtt() ? EventLevel.DEFAULT : source.level(),
        Facility.DEFAULT_CHANNEL,
        context(source),
        List.of(),
        events,
        List.of(),
        Origin.NONE);
  }

  private List<Field> context(Facility source) {
    if (format.isLtt() && !source.context().isEmpty()) {
      losses.add("the context of facility " + source.name() + ": "
          + String.join(", ", source.context().stream().map(Field::name).toList()));
      return List.of();
    }
    return types.fields(source.name(), source.context());
  }

  private Event event(Event source, Renames.Scope eventNames, String facility) {
    String name = facility + ":" + source.name();
    if (format.isLtt()
        && source.level().filter(level -> level != EventLevel.DEFAULT).isPresent()) {
      losses.add("levels of events");
    }
    for (EventAttribute attribute : source.attributes()) {
      // compact events become ordinary ones, which is said where something is lost by it
      if (attribute != EventAttribute.COMPACT_DATA) {
        losses.add("that " + name + " has " + attribute.xmlAttribute() + "=\""
            + attribute.xmlValue() + "\"");
      }
    }
    if (source.duration().isPresent()) {
      losses.add("that " + name + " is a duration: its length becomes a field as others");
    }
    return new Event(
        eventNames.take(source.name()),
        Optional.empty(),
        descriptions.of(source.description(), name),
        format.isLtt() ? Optional.empty() : source.level(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        types.fields(name, source.payloadFields()),
        Origin.NONE);
  }
}
