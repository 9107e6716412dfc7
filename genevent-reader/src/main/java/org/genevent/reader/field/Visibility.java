package org.genevent.reader.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/** Finds what people see of the structures of the metadata. */
final class Visibility {

  /** The member of a structure that only is there to put a length or a tag in front of an element. */
  private static final String WRAPPED = "value";

  private static final List<WireEnumeration.Mapping> TRUTH = List.of(
      new WireEnumeration.Mapping("false", 0, 0), new WireEnumeration.Mapping("true", 1, 1));

  private Visibility() {}

  /** A structure of an event as a field without a name. */
  static VisibleField scope(Optional<WireStructure> structure) {
    return structure
        .map(wire -> structure("", wire))
        .orElse(VisibleField.group("", FieldKind.STRUCTURE, List.of()));
  }

  private static VisibleField field(String name, WireClass wire, boolean insideList) {
    if (wire instanceof WireInteger) {
      return VisibleField.plain(name, FieldKind.INTEGER);
    } else if (wire instanceof WireEnumeration enumeration) {
      boolean truth =
          enumeration.container().sizeBits() == 8 && enumeration.mappings().equals(TRUTH);
      return new VisibleField(
          name,
          truth ? FieldKind.BOOLEAN : FieldKind.ENUMERATION,
          false,
          List.of(),
          Optional.of(enumeration));
    } else if (wire instanceof WireFloat) {
      return VisibleField.plain(name, FieldKind.FLOATING);
    } else if (wire instanceof WireString) {
      return VisibleField.plain(name, FieldKind.TEXT);
    } else if (wire instanceof WireArray array) {
      return list(name, array.element());
    } else if (wire instanceof WireSequence sequence) {
      return list(name, sequence.element());
    } else if (wire instanceof WireVariant variant) {
      return variant(name, variant);
    } else if (wire instanceof WireStructure structure) {
      return insideList && isWrapper(structure)
          ? field(name, last(structure).wireClass(), false)
          : structure(name, structure);
    }
    return VisibleField.plain(name, FieldKind.OTHER);
  }

  private static VisibleField list(String name, WireClass element) {
    boolean text = element instanceof WireInteger integer
        && integer.sizeBits() == 8
        && integer.alignmentBits() == 8
        && integer.encoding() != WireEncoding.NONE;
    return text
        ? VisibleField.plain(name, FieldKind.TEXT)
        : VisibleField.group(name, FieldKind.LIST, List.of(field("", element, true)));
  }

  private static VisibleField variant(String name, WireVariant wire) {
    if (isOptional(wire)) {
      return field(name, wire.options().get(1).wireClass(), true).asOptional();
    }
    List<VisibleField> options = new ArrayList<>();
    for (WireMember option : wire.options()) {
      options.add(field(shown(option.name()), option.wireClass(), true).asOptional());
    }
    return VisibleField.group(name, FieldKind.VARIANT, options);
  }

  private static VisibleField structure(String name, WireStructure wire) {
    Set<String> helpers = helpers(wire);
    List<VisibleField> members = new ArrayList<>();
    for (WireMember member : wire.members()) {
      if (!helpers.contains(member.name())) {
        members.add(field(shown(member.name()), member.wireClass(), false));
      }
    }
    return VisibleField.group(name, FieldKind.STRUCTURE, members);
  }

  /** Whether a structure stands for the one member that people see of it. */
  private static boolean isWrapper(WireStructure wire) {
    int helpers = helpers(wire).size();
    return helpers > 0
        && wire.members().size() - helpers == 1
        && last(wire).name().equals(WRAPPED);
  }

  private static WireMember last(WireStructure wire) {
    return wire.members().get(wire.members().size() - 1);
  }

  private static String shown(String name) {
    return name.startsWith("_") ? name.substring(1) : name;
  }

  private static boolean isOptional(WireVariant wire) {
    return wire.options().size() == 2
        && wire.options().get(0).name().equals("absent")
        && wire.options().get(0).wireClass() instanceof WireStructure nothing
        && nothing.members().isEmpty()
        && wire.options().get(1).name().equals("present");
  }

  private static Set<String> helpers(WireStructure wire) {
    Set<String> referred = new HashSet<>();
    for (WireMember member : wire.members()) {
      WireClass at = member.wireClass();
      while (at instanceof WireArray array) {
        at = array.element();
      }
      if (at instanceof WireSequence sequence) {
        referred.add(sequence.length());
      } else if (at instanceof WireVariant variant) {
        referred.add(variant.tag());
      }
    }
    Set<String> helpers = new HashSet<>();
    for (WireMember member : wire.members()) {
      if (member.name().startsWith("__") && referred.contains(member.name())) {
        helpers.add(member.name());
      }
    }
    return helpers;
  }
}
