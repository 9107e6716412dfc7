package org.genevent.reader.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireBoolean;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireDynamicText;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireText;
import org.genevent.model.trace.WireVariant;
import org.genevent.reader.decode.Conventions;

/** Finds what people see of the structures of the metadata. */
final class Visibility {

  private Visibility() {}

  /** A structure of an event as a field without a name. */
  static VisibleField scope(Optional<WireStructure> structure) {
    return structure
        .map(wire -> structure("", wire))
        .orElse(VisibleField.group("", FieldKind.STRUCTURE, List.of()));
  }

  private static VisibleField field(String name, WireClass wire, boolean insideList) {
    if (wire instanceof WireNumber || wire instanceof WireBitArray || wire instanceof WireBitMap) {
      return VisibleField.plain(name, FieldKind.INTEGER);
    } else if (wire instanceof WireEnumeration enumeration) {
      boolean truth = Conventions.isTruth(enumeration);
      return new VisibleField(
          name,
          truth ? FieldKind.BOOLEAN : FieldKind.ENUMERATION,
          false,
          List.of(),
          Optional.of(enumeration));
    } else if (wire instanceof WireBoolean) {
      return VisibleField.plain(name, FieldKind.BOOLEAN);
    } else if (wire instanceof WireFloat) {
      return VisibleField.plain(name, FieldKind.FLOATING);
    } else if (wire instanceof WireString
        || wire instanceof WireText
        || wire instanceof WireDynamicText) {
      return VisibleField.plain(name, FieldKind.TEXT);
    } else if (wire instanceof WireArray array) {
      return list(name, array.element());
    } else if (wire instanceof WireSequence sequence) {
      return list(name, sequence.element());
    } else if (wire instanceof WireVariant variant) {
      return variant(name, variant);
    } else if (wire instanceof WireOptional optional) {
      return field(name, optional.content(), true).asOptional();
    } else if (wire instanceof WireChoice choice) {
      return options(
          name,
          choice.options().stream()
              .map(option -> new WireMember(option.name().orElse(""), option.wireClass()))
              .toList());
    } else if (wire instanceof WireStructure structure) {
      return insideList && isWrapper(structure)
          ? field(name, last(structure).wireClass(), false)
          : structure(name, structure);
    }
    return VisibleField.plain(name, FieldKind.OTHER);
  }

  private static VisibleField list(String name, WireClass element) {
    boolean text = Conventions.textEncoding(element) != WireEncoding.NONE;
    return text
        ? VisibleField.plain(name, FieldKind.TEXT)
        : VisibleField.group(name, FieldKind.LIST, List.of(field("", element, true)));
  }

  private static VisibleField variant(String name, WireVariant wire) {
    if (Conventions.isOptional(wire)) {
      return field(name, wire.options().get(1).wireClass(), true).asOptional();
    }
    return options(name, wire.options());
  }

  private static VisibleField options(String name, List<WireMember> members) {
    List<VisibleField> options = new ArrayList<>();
    for (WireMember option : members) {
      options.add(
          field(Conventions.shown(option.name()), option.wireClass(), true).asOptional());
    }
    return VisibleField.group(name, FieldKind.VARIANT, options);
  }

  private static VisibleField structure(String name, WireStructure wire) {
    Set<String> helpers = Conventions.helpers(wire);
    List<VisibleField> members = new ArrayList<>();
    for (WireMember member : wire.members()) {
      if (!helpers.contains(member.name())) {
        members.add(field(Conventions.shown(member.name()), member.wireClass(), false));
      }
    }
    return VisibleField.group(name, FieldKind.STRUCTURE, members);
  }

  /** Whether a structure stands for the one member that people see of it. */
  private static boolean isWrapper(WireStructure wire) {
    return Conventions.isWrapping(wire, Conventions.helpers(wire));
  }

  private static WireMember last(WireStructure wire) {
    return wire.members().get(wire.members().size() - 1);
  }
}
