package org.genevent.reader.ltt;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.PrintfBase;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;

/**
 * Gives integers of a facility the bases that their formats show: LTT has no other word for a base. Fields of events are
 * changed, named types are not, as the fields have what these refer to.
 */
final class FormatBases {

  /** Structures and unions that were seen: types that refer to earlier ones many times are looked at once. */
  private final Map<FieldClass, FieldClass> known = new IdentityHashMap<>();

  private FormatBases() {}

  /** The facility with bases; the formats stay. */
  static Facility of(Facility facility) {
    FormatBases bases = new FormatBases();
    List<Event> events = facility.events().stream().map(bases::event).toList();
    return new Facility(
        facility.name(),
        facility.arch(),
        facility.packed(),
        facility.layout(),
        facility.description(),
        facility.level(),
        facility.channel(),
        facility.context(),
        facility.types(),
        events,
        facility.pairs(),
        facility.origin());
  }

  private Event event(Event event) {
    return new Event(
        event.name(),
        event.id(),
        event.description(),
        event.level(),
        event.channel(),
        event.duration(),
        event.attributes(),
        fields(event.fields()),
        event.origin());
  }

  /** The fields, or the same list if nothing in them has another base. */
  private List<Field> fields(List<Field> declared) {
    List<Field> fields = new ArrayList<>();
    boolean changed = false;
    for (Field field : declared) {
      FieldClass shown = shown(field.fieldClass(), field.format().flatMap(PrintfBase::of));
      if (shown == field.fieldClass()) {
        fields.add(field);
      } else {
        changed = true;
        fields.add(
            new Field(field.name(), field.description(), field.format(), shown, field.origin()));
      }
    }
    return changed ? fields : declared;
  }

  /** The class, or another one if something inside of it has a base of its own; a format counts for elements, too. */
  private FieldClass shown(FieldClass declared, Optional<DisplayBase> base) {
    FieldClass resolved = declared.resolved();
    if (resolved instanceof IntegerFieldClass integer) {
      return base.isEmpty() || integer.base() == base.get()
          ? declared
          : new IntegerFieldClass(integer.size(), integer.signed(), integer.network(), base.get());
    } else if (resolved instanceof ArrayFieldClass array) {
      FieldClass element = shown(array.element(), base);
      return element == array.element() ? declared : new ArrayFieldClass(array.length(), element);
    } else if (resolved instanceof SequenceFieldClass sequence) {
      FieldClass element = shown(sequence.element(), base);
      return element == sequence.element()
          ? declared
          : new SequenceFieldClass(sequence.length(), element, sequence.customWrite());
    } else if (resolved instanceof StructureFieldClass || resolved instanceof UnionFieldClass) {
      FieldClass shown = known.get(resolved);
      if (shown == null) {
        shown = members(resolved);
        known.put(resolved, shown);
      }
      return shown == resolved ? declared : shown;
    }
    return declared;
  }

  private FieldClass members(FieldClass resolved) {
    if (resolved instanceof StructureFieldClass structure) {
      List<Field> members = fields(structure.members());
      return members == structure.members() ? structure : new StructureFieldClass(members);
    }
    UnionFieldClass union = (UnionFieldClass) resolved;
    List<Field> members = fields(union.members());
    return members == union.members() ? union : new UnionFieldClass(members);
  }
}
