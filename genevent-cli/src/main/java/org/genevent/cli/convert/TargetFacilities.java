package org.genevent.cli.convert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.plan.FacilityPlan;

/** Makes of the facilities of a trace what a format has of them, laid out for a target. */
final class TargetFacilities {

  /** LTTV has no room for longer ones. */
  private static final int MOST_DESCRIPTION_BYTES = 999;

  private static final String ARCH = "_arch";

  private final TargetFormat format;
  private final Abi abi;
  private final boolean packed;
  private final Losses losses;
  private final TargetTypes types;
  private final Renames.Scope names;
  private final Renames renames;

  TargetFacilities(TargetFormat format, Abi abi, boolean packed, Renames renames, Losses losses) {
    this.format = format;
    this.abi = abi;
    this.packed = packed;
    this.losses = losses;
    this.renames = renames;
    types = new TargetTypes(format, renames, losses);
    names = renames.new Scope(" of a facility");
  }

  /** The plans, one for each facility and in the same order, each with the same events. */
  List<FacilityPlan> plans(List<Facility> facilities) {
    LayoutRule rule = format.isLtt() ? LayoutRule.LTT : LayoutRule.NATURAL;
    List<FacilityPlan> plans = new ArrayList<>();
    for (Facility facility : facilities) {
      plans.add(FacilityPlan.of(facility(facility), abi, rule));
    }
    return plans;
  }

  private Facility facility(Facility source) {
    boolean needsArch =
        format.isLtt() && source.name().endsWith(ARCH) && source.arch().isEmpty();
    if (needsArch) {
      losses.add("the name '" + source.name() + "': LTT looks for the file of an architecture");
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
        described(source.description(), name),
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
    if (source.duration().isPresent()) {
      losses.add("that " + name + " is a duration: its length becomes a field as others");
    }
    List<Field> fields = new ArrayList<>();
    for (Field field : types.fields(name, source.payloadFields())) {
      fields.add(renames.named(
          new Field(
              field.name(),
              described(field.description(), name + "." + field.name()),
              field.format(),
              field.fieldClass(),
              Origin.NONE),
          renames.original(field)));
    }
    return new Event(
        eventNames.take(source.name()),
        Optional.empty(),
        described(source.description(), name),
        format.isLtt() ? Optional.empty() : source.level(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        fields,
        Origin.NONE);
  }

  private String described(String description, String of) {
    if (description.isBlank()) {
      return "";
    } else if (!format.isLtt()) {
      losses.add("descriptions of facilities, events and fields");
      return "";
    }
    boolean plain = description
            .chars()
            .noneMatch(
                c -> c == '<' || c == '&' || c == 0x7F || c < ' ' && !Character.isWhitespace(c))
        && !description.contains("]]>")
        && description.getBytes(StandardCharsets.UTF_8).length <= MOST_DESCRIPTION_BYTES;
    if (!plain) {
      losses.add("the description of " + of + ", which LTTV could not read");
    }
    return plain ? description : "";
  }
}
