package org.genevent.reader.metadata.json;

import java.util.IdentityHashMap;
import java.util.Map;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;

/** Knows in which field classes something has a role; each is looked into once, however often it is used. */
final class RoleHolders {

  private final Map<WireClass, Boolean> known = new IdentityHashMap<>();

  boolean hasRoles(WireClass wire) {
    if (wire instanceof WireNumber number) {
      return !number.roles().isEmpty();
    } else if (wire instanceof WireEnumeration enumeration) {
      return !enumeration.container().roles().isEmpty();
    } else if (wire instanceof WireBlob blob) {
      return !blob.roles().isEmpty();
    }
    Boolean before = known.get(wire);
    if (before == null) {
      before = look(wire);
      known.put(wire, before);
    }
    return before;
  }

  private boolean look(WireClass wire) {
    if (wire instanceof WireStructure structure) {
      return structure.members().stream().anyMatch(member -> hasRoles(member.wireClass()));
    } else if (wire instanceof WireArray array) {
      return hasRoles(array.element());
    } else if (wire instanceof WireSequence sequence) {
      return hasRoles(sequence.element());
    } else if (wire instanceof WireOptional optional) {
      return hasRoles(optional.content());
    }
    return wire instanceof WireChoice choice
        && choice.options().stream().anyMatch(option -> hasRoles(option.wireClass()));
  }
}
