package org.genevent.reader.decode;

import java.util.List;
import java.util.Optional;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;
import org.genevent.reader.EventScope;

/** Where a field is in the events of a class. Immutable. */
public final class FieldLocation {

  /** Of a field that events of the class do not have. */
  public static final FieldLocation ABSENT = new FieldLocation();

  private FieldLocation() {}

  /** A field that is somewhere in its scope, to be found by decoding. */
  public static final FieldLocation SOMEWHERE = new FieldLocation();

  /**
   * Whether events of the class may have the field.
   *
   * @return false if they never do
   */
  public boolean exists() {
    return this != ABSENT;
  }

  static FieldLocation of(TracePlan.EventPlan event, EventScope scope, List<String> path) {
    EventRecordClass eventClass = event.eventClass;
    Optional<WireStructure> structure = switch (scope) {
      case PACKET_CONTEXT -> event.stream.streamClass.packetContext();
      case STREAM_CONTEXT -> event.stream.streamClass.eventContext();
      case CONTEXT -> eventClass.context();
      case FIELDS -> eventClass.fields();
    };
    return structure.filter(wire -> mayHave(wire, path)).isPresent() ? SOMEWHERE : ABSENT;
  }

  private static boolean mayHave(WireStructure structure, List<String> path) {
    for (WireMember member : structure.members()) {
      String name = member.name();
      String shown = name.startsWith("_") ? name.substring(1) : name;
      if (shown.equals(path.get(0))) {
        return path.size() == 1
            || !(member.wireClass() instanceof WireStructure inner)
            || mayHave(inner, path.subList(1, path.size()));
      }
    }
    return false;
  }
}
