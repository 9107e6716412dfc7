package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.List;
import org.genevent.model.DisplayBase;
import org.genevent.model.Field;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/** Takes over the bases in which the metadata of a trace has numbers shown: those of fields; of what is inside of others, it says that. */
final class DisplayBases {

  private final List<String> unplaced = new ArrayList<>();

  /** The fields with the bases of the members that have their names. */
  List<Field> fields(List<Field> declared, WireStructure wire) {
    List<Field> shown = new ArrayList<>();
    for (Field field : declared) {
      shown.add(field(field, member(wire, field.name())));
    }
    return shown;
  }

  /** The names of fields inside of which numbers have another base than ten. */
  List<String> unplaced() {
    return unplaced;
  }

  private Field field(Field field, WireClass wire) {
    if (wire instanceof WireNumber number
        && number.base() != DisplayBase.DECIMAL
        && field.fieldClass() instanceof IntegerFieldClass integer) {
      return new Field(
          field.name(),
          field.description(),
          field.format(),
          new IntegerFieldClass(integer.size(), integer.signed(), integer.network(), number.base()),
          field.origin());
    } else if (wire != null && hasBaseInside(wire)) {
      unplaced.add(field.name());
    }
    return field;
  }

  private static WireClass member(WireStructure wire, String name) {
    WireClass found = null;
    for (WireMember member : wire.members()) {
      // metadata of old writers puts an underscore in front of names
      if (member.name().equals(name) || member.name().equals("_" + name)) {
        found = member.wireClass();
      }
    }
    return found;
  }

  private static boolean hasBaseInside(WireClass wire) {
    if (wire instanceof WireArray array) {
      return hasBase(array.element());
    } else if (wire instanceof WireSequence sequence) {
      return hasBase(sequence.element());
    } else if (wire instanceof WireOptional optional) {
      return hasBase(optional.content());
    } else if (wire instanceof WireStructure structure) {
      return structure.members().stream().anyMatch(member -> hasBase(member.wireClass()));
    } else if (wire instanceof WireVariant variant) {
      return variant.options().stream().anyMatch(option -> hasBase(option.wireClass()));
    } else if (wire instanceof WireChoice choice) {
      return choice.options().stream().anyMatch(option -> hasBase(option.wireClass()));
    } else if (wire instanceof WireEnumeration enumeration) {
      // of values that have no label
      return hasBase(enumeration.container());
    }
    return false;
  }

  private static boolean hasBase(WireClass wire) {
    return wire instanceof WireNumber number && number.base() != DisplayBase.DECIMAL
        || hasBaseInside(wire);
  }
}
