package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.VariantFieldClass;
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

/**
 * Takes over the bases in which the metadata of a trace has numbers shown. What was declared and what the metadata says are
 * walked side by side; where both do not fit together, or the number is one behind labels, it says that.
 */
final class DisplayBases {

  /** The member of a structure that is only there to have a length or tag in front of a value. */
  private static final String WRAPPED = "value";

  private final List<String> unplaced = new ArrayList<>();
  private boolean lost;

  /** Classes that refer to earlier ones many times are looked into once. */
  private final Map<WireClass, Boolean> seen = new IdentityHashMap<>();

  /** The fields with the bases of the members that have their names. */
  List<Field> fields(List<Field> declared, WireStructure wire) {
    List<Field> shown = new ArrayList<>();
    for (Field field : declared) {
      lost = false;
      shown.add(with(field, shown(field.fieldClass(), member(wire, field.name()))));
      if (lost) {
        unplaced.add(field.name());
      }
    }
    return shown;
  }

  /** The names of fields in which numbers have a base that could not be taken over. */
  List<String> unplaced() {
    return unplaced;
  }

  private static Field with(Field field, FieldClass shown) {
    return new Field(field.name(), field.description(), field.format(), shown, field.origin());
  }

  private FieldClass shown(FieldClass declared, WireClass wire) {
    if (wire == null) {
      return declared;
    } else if (wire instanceof WireStructure around
        && !(declared instanceof StructureFieldClass)
        && around.members().size() == 2
        && around.members().get(1).name().equals(WRAPPED)) {
      return shown(declared, around.members().get(1).wireClass());
    } else if (declared instanceof IntegerFieldClass integer && wire instanceof WireNumber number) {
      return new IntegerFieldClass(
          integer.size(), integer.signed(), integer.network(), number.base());
    } else if (declared instanceof ArrayFieldClass array && wire instanceof WireArray elements) {
      return new ArrayFieldClass(array.length(), shown(array.element(), elements.element()));
    } else if (declared instanceof SequenceFieldClass list && elements(wire) != null) {
      return new SequenceFieldClass(
          list.length(), shown(list.element(), elements(wire)), list.customWrite());
    } else if (declared instanceof StructureFieldClass structure
        && wire instanceof WireStructure members) {
      return new StructureFieldClass(members(structure.members(), members));
    } else if (declared instanceof OptionalFieldClass optional && content(wire) != null) {
      return new OptionalFieldClass(shown(optional.element(), content(wire)));
    } else if (declared instanceof VariantFieldClass variant) {
      return new VariantFieldClass(options(variant.options(), wire));
    }
    // of values that have no label, or of what is declared as something else
    boolean labelled = declared instanceof EnumerationFieldClass
        && wire instanceof WireEnumeration labels
        && !hasBase(labels.container());
    lost |= !labelled && hasBase(wire);
    return declared;
  }

  private List<Field> members(List<Field> declared, WireStructure wire) {
    List<Field> shown = new ArrayList<>();
    for (Field member : declared) {
      shown.add(with(member, shown(member.fieldClass(), member(wire, member.name()))));
    }
    return shown;
  }

  private List<Field> options(List<Field> declared, WireClass wire) {
    List<Field> shown = new ArrayList<>();
    for (Field option : declared) {
      shown.add(with(option, shown(option.fieldClass(), option(wire, option.name()))));
    }
    return shown;
  }

  private static WireClass elements(WireClass wire) {
    return wire instanceof WireSequence sequence
        ? sequence.element()
        : wire instanceof WireArray array ? array.element() : null;
  }

  /** What is there if an optional value is: in the first version of CTF, an option beside one of nothing. */
  private static WireClass content(WireClass wire) {
    if (wire instanceof WireOptional optional) {
      return optional.content();
    } else if (wire instanceof WireVariant variant && variant.options().size() == 2) {
      return variant.options().get(1).wireClass();
    }
    return null;
  }

  private static WireClass option(WireClass wire, String name) {
    if (wire instanceof WireVariant variant) {
      return named(variant.options(), name);
    } else if (wire instanceof WireChoice choice) {
      for (WireChoice.Option option : choice.options()) {
        if (option.name().filter(given -> isNamed(given, name)).isPresent()) {
          return option.wireClass();
        }
      }
    }
    return null;
  }

  private static WireClass member(WireStructure wire, String name) {
    return named(wire.members(), name);
  }

  private static WireClass named(List<WireMember> members, String name) {
    WireClass found = null;
    for (WireMember member : members) {
      if (isNamed(member.name(), name)) {
        found = member.wireClass();
      }
    }
    return found;
  }

  /** Metadata of old writers puts an underscore in front of names. */
  private static boolean isNamed(String wireName, String name) {
    return wireName.equals(name) || wireName.equals("_" + name);
  }

  private boolean hasBase(WireClass wire) {
    if (wire instanceof WireNumber number) {
      return number.base() != DisplayBase.DECIMAL;
    } else if (wire instanceof WireEnumeration enumeration) {
      return hasBase(enumeration.container());
    }
    Boolean known = seen.get(wire);
    if (known == null) {
      known = hasBaseInside(wire);
      seen.put(wire, known);
    }
    return known;
  }

  private boolean hasBaseInside(WireClass wire) {
    if (elements(wire) != null) {
      return hasBase(elements(wire));
    } else if (wire instanceof WireOptional optional) {
      return hasBase(optional.content());
    } else if (wire instanceof WireStructure structure) {
      return structure.members().stream().anyMatch(member -> hasBase(member.wireClass()));
    } else if (wire instanceof WireVariant variant) {
      return variant.options().stream().anyMatch(option -> hasBase(option.wireClass()));
    }
    return wire instanceof WireChoice choice
        && choice.options().stream().anyMatch(option -> hasBase(option.wireClass()));
  }
}
