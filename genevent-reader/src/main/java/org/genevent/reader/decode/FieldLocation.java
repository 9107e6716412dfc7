package org.genevent.reader.decode;

import java.util.List;
import java.util.Optional;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;
import org.genevent.reader.EventScope;

/**
 * Where a field is in the events of a class. Immutable.
 */
public final class FieldLocation {

  /** Of a field that events of the class do not have. */
  public static final FieldLocation ABSENT = new FieldLocation(null);

  /** A field that is somewhere in its scope, to be found by decoding. */
  public static final FieldLocation SOMEWHERE = new FieldLocation(null);

  private final FlatField field;

  private FieldLocation(FlatField field) {
    this.field = field;
  }

  /**
   * Whether events of the class may have the field.
   *
   * @return false if they never do
   */
  public boolean exists() {
    return this != ABSENT;
  }

  /**
   * Where it lies in events that give their fields by plan.
   *
   * @return the place, or null if decoding has to find it
   */
  public FlatField field() {
    return field;
  }

  static FieldLocation of(TracePlan.EventPlan event, EventScope scope, List<String> path) {
    EventRecordClass eventClass = event.eventClass;
    Optional<WireStructure> structure = switch (scope) {
      case PACKET_CONTEXT -> event.stream.streamClass.packetContext();
      case STREAM_CONTEXT -> event.stream.streamClass.eventContext();
      case CONTEXT -> eventClass.context();
      case FIELDS -> eventClass.fields();
    };
    if (structure.filter(wire -> mayHave(wire, path)).isEmpty()) {
      return ABSENT;
    }
    FlatField found = switch (scope) {
      case PACKET_CONTEXT -> null;
      case STREAM_CONTEXT -> find(event.flatStreamContext, path);
      case CONTEXT -> find(event.flatContext, path);
      case FIELDS -> find(event.flatFields, path);
    };
    return found == null ? SOMEWHERE : new FieldLocation(found);
  }

  private static FlatField find(List<FlatField> members, List<String> path) {
    for (FlatField member : members) {
      if (member.name.equals(path.get(0))) {
        return path.size() == 1 ? member : find(member.members, path.subList(1, path.size()));
      }
    }
    return null;
  }

  private static boolean mayHave(WireStructure structure, List<String> path) {
    for (WireMember member : structure.members()) {
      if (Conventions.shown(member.name()).equals(path.get(0))) {
        return path.size() == 1
            || !(member.wireClass() instanceof WireStructure inner)
            || mayHave(inner, path.subList(1, path.size()));
      }
    }
    return false;
  }
}
