package org.genevent.emitter.ltt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.abi.CType;
import org.genevent.diagnostic.Origin;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.StringFieldClass;

/**
 * The facility that announces the others. Its id is 0, and readers know its events by their numbers.
 *
 * <pre>
 * | event                    | 2006 (0.7) | 2007 (0.8) | payload                                          |
 * |--------------------------|------------|------------|--------------------------------------------------|
 * | facility_load            |     0      |     0      | string name; u32 checksum, id, sizes of int,     |
 * |                          |            |            | long, pointer and size_t, alignment              |
 * | facility_unload          |     1      |     1      | u32 id                                           |
 * | time_heartbeat           |     2      |     2      | none                                             |
 * | time_heartbeat_full      |     –      |     3      | u64 time stamp counter                           |
 * | state_dump_facility_load |     3      |     4      | as facility_load                                 |
 * </pre>
 *
 * <p>The one of 2006 has the checksum that LTT's had. Source: the trace format reference, section 5.
 */
final class CoreFacility {

  static final String NAME = "core";

  private CoreFacility() {}

  static Facility of2006() {
    List<Event> events = common();
    events.add(event("state_dump_facility_load", "A facility was known already", load()));
    return facility(events);
  }

  static Facility of2007() {
    List<Event> events = common();
    Field counter = field("tsc", IntegerFieldClass.fixed(8, false));
    events.add(event("time_heartbeat_full", "The whole time stamp counter", List.of(counter)));
    events.add(event("state_dump_facility_load", "A facility was known already", load()));
    return facility(events);
  }

  private static List<Event> common() {
    List<Event> events = new ArrayList<>();
    events.add(event("facility_load", "A facility is bound to an id", load()));
    List<Field> id = List.of(field("id", uint()));
    events.add(event("facility_unload", "The facility of an id is gone", id));
    String heartbeat = "Comes often enough that 32 bits of a time stamp tell the others";
    events.add(event("time_heartbeat", heartbeat, List.of()));
    return events;
  }

  private static List<Field> load() {
    List<Field> fields = new ArrayList<>();
    fields.add(field("name", new StringFieldClass()));
    for (String name : List.of(
        "checksum",
        "id",
        "int_size",
        "long_size",
        "pointer_size",
        "size_t_size",
        "has_alignment")) {
      fields.add(field(name, uint()));
    }
    return fields;
  }

  private static FieldClass uint() {
    return IntegerFieldClass.ofType(CType.INT, false);
  }

  private static Field field(String name, FieldClass fieldClass) {
    return new Field(name, "", Optional.empty(), fieldClass, Origin.NONE);
  }

  private static Event event(String name, String description, List<Field> fields) {
    return new Event(
        name,
        Optional.empty(),
        description,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        fields,
        Origin.NONE);
  }

  private static Facility facility(List<Event> events) {
    return new Facility(
        NAME,
        Optional.empty(),
        false,
        "What a trace says about itself",
        EventLevel.DEFAULT,
        Facility.DEFAULT_CHANNEL,
        List.of(),
        List.of(),
        events,
        List.of(),
        Origin.NONE);
  }
}
