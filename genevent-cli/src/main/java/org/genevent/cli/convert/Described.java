package org.genevent.cli.convert;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/** Whether metadata describes fields. Classes in metadata refer to earlier ones only, so that this comes to an end. */
final class Described {

  private final Set<WireClass> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Described() {}

  /** Whether a member, or one inside of it, has a description. */
  static boolean inside(Optional<WireStructure> structure) {
    return structure.isPresent() && new Described().is(structure.get());
  }

  private boolean is(WireClass wire) {
    if (!seen.add(wire)) {
      return false;
    } else if (wire instanceof WireStructure structure) {
      return structure.members().stream()
          .anyMatch(member -> !member.description().isBlank() || is(member.wireClass()));
    } else if (wire instanceof WireVariant variant) {
      return variant.options().stream().anyMatch(option -> is(option.wireClass()));
    } else if (wire instanceof WireChoice choice) {
      return choice.options().stream()
          .anyMatch(option -> !option.description().isBlank() || is(option.wireClass()));
    } else if (wire instanceof WireArray array) {
      return is(array.element());
    } else if (wire instanceof WireSequence sequence) {
      return is(sequence.element());
    }
    return wire instanceof WireOptional optional && is(optional.content());
  }
}
