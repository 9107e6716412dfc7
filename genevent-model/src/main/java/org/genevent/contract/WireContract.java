package org.genevent.contract;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireBoolean;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireDynamicBlob;
import org.genevent.model.trace.WireDynamicText;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireText;
import org.genevent.model.trace.WireVariableInteger;
import org.genevent.model.trace.WireVariant;

/**
 * Takes the classes of a trace for those of a facility: members that only tell a length or a tag are part of what they
 * tell, a variant of nothing and something is optional, two labels {@code false} and {@code true} are a boolean.
 */
final class WireContract {

  private static final String WRAPPED = "value";
  private static final int BYTE_BITS = 8;
  private static final ContractType.Number BYTE = new ContractType.Number(BYTE_BITS, false, false);

  /** Classes that refer to earlier ones many times unfold; no honest trace comes near this. */
  private static final int MAX_CLASSES = 500_000;

  private final Map<String, Integer> lengthBits = new HashMap<>();
  private int classes;
  private long offsetBits;

  WireContract() {}

  /** The members without their helpers, with offsets as far as they are the same in every event. */
  List<ContractField> fields(WireStructure structure) {
    align(structure.alignmentBits());
    Set<String> helpers = helpers(structure);
    List<ContractField> fields = new ArrayList<>();
    OptionalInt helperOffset = OptionalInt.empty();
    int helperAlignmentBits = 1;
    for (WireMember member : structure.members()) {
      WireClass wire = member.wireClass();
      if (wire instanceof WireInteger integer) {
        lengthBits.put(member.name(), integer.sizeBits());
      }
      align(wire.alignmentBits());
      OptionalInt offset = offsetBytes();
      ContractType type = type(wire, false);
      if (helpers.contains(member.name())) {
        // what it tells begins here
        helperOffset = offset;
        helperAlignmentBits = wire.alignmentBits();
      } else {
        boolean isTold = helpers.contains(tellerOf(wire));
        int alignmentBits = isTold ? helperAlignmentBits : wire.alignmentBits();
        fields.add(new ContractField(
            shown(member.name()),
            type,
            isTold ? helperOffset : offset,
            OptionalInt.of(Math.max(1, alignmentBits / BYTE_BITS))));
      }
    }
    return fields;
  }

  private static String shown(String name) {
    return name.startsWith("_") ? name.substring(1) : name;
  }

  /** Members that begin with two underscores and tell a length or tag of a later one. */
  private static Set<String> helpers(WireStructure structure) {
    Set<String> told = new HashSet<>();
    for (WireMember member : structure.members()) {
      WireClass inner = member.wireClass();
      while (inner instanceof WireArray array) {
        inner = array.element();
      }
      told.add(tellerOf(inner));
    }
    told.removeIf(name -> !name.startsWith("__"));
    return told;
  }

  /** The member beside a field that tells its length or tag; empty if none does. */
  private static String tellerOf(WireClass wire) {
    WireLocation location = null;
    if (wire instanceof WireSequence sequence) {
      location = sequence.length();
    } else if (wire instanceof WireDynamicText text) {
      location = text.length();
    } else if (wire instanceof WireDynamicBlob blob) {
      location = blob.length();
    } else if (wire instanceof WireVariant variant) {
      location = variant.tag();
    } else if (wire instanceof WireChoice choice) {
      location = choice.selector();
    } else if (wire instanceof WireOptional optional) {
      location = optional.selector();
    }
    boolean beside = location instanceof WireLocation.Nearest
        || location instanceof WireLocation.Relative relative && relative.levelsUp() == 0;
    return beside && location.names().size() == 1 ? location.names().get(0) : "";
  }

  private void align(int alignmentBits) {
    if (offsetBits >= 0) {
      offsetBits = (offsetBits + alignmentBits - 1) / alignmentBits * alignmentBits;
    }
  }

  private OptionalInt offsetBytes() {
    return offsetBits < 0 || offsetBits > Integer.MAX_VALUE
        ? OptionalInt.empty()
        : OptionalInt.of((int) (offsetBits / BYTE_BITS));
  }

  private void advance(long bits) {
    if (offsetBits >= 0) {
      offsetBits = bits > Integer.MAX_VALUE ? -1 : offsetBits + bits;
    }
  }

  /** Only elements and options can stand in a structure that is there for their length or tag. */
  private ContractType type(WireClass wire, boolean inside) {
    if (++classes > MAX_CLASSES) {
      return new ContractType.Structure(List.of());
    }
    if (wire instanceof WireInteger integer) {
      advance(integer.sizeBits());
      return number(integer);
    } else if (wire instanceof WireFloat number) {
      advance(number.sizeBits());
      return new ContractType.Floating(number.sizeBits());
    } else if (wire instanceof WireEnumeration enumeration) {
      return enumeration(enumeration);
    } else if (wire instanceof WireString) {
      offsetBits = -1;
      return new ContractType.Text();
    } else if (wire instanceof WireStructure structure) {
      return structure(structure, inside);
    } else if (wire instanceof WireArray array) {
      return array(array);
    } else if (wire instanceof WireSequence sequence) {
      offsetBits = -1;
      return isText(sequence.element())
          ? new ContractType.Text()
          : new ContractType.VaryingList(lengthBits(wire), type(sequence.element(), true));
    } else if (wire instanceof WireVariant variant) {
      return variant(variant);
    }
    return ofSecondVersion(wire);
  }

  private int lengthBits(WireClass wire) {
    return lengthBits.getOrDefault(tellerOf(wire), 0);
  }

  /** What only CTF 2 has. */
  private ContractType ofSecondVersion(WireClass wire) {
    if (wire instanceof WireBoolean truth) {
      advance(truth.bits().sizeBits());
      return new ContractType.Truth();
    } else if (wire instanceof WireBitArray bits) {
      advance(bits.sizeBits());
      return new ContractType.Number(bits.sizeBits(), false, false);
    } else if (wire instanceof WireBitMap map) {
      advance(map.bits().sizeBits());
      return new ContractType.Number(map.bits().sizeBits(), false, false);
    } else if (wire instanceof WireText text) {
      advance(text.lengthBytes() * BYTE_BITS);
      return new ContractType.Text();
    } else if (wire instanceof WireBlob blob) {
      advance(blob.lengthBytes() * BYTE_BITS);
      return new ContractType.FixedList(blob.lengthBytes(), BYTE);
    }
    offsetBits = -1;
    if (wire instanceof WireVariableInteger number) {
      return new ContractType.Number(Long.SIZE, number.signed(), false);
    } else if (wire instanceof WireDynamicBlob) {
      return new ContractType.VaryingList(lengthBits(wire), BYTE);
    } else if (wire instanceof WireOptional optional) {
      ContractType content = type(optional.content(), true);
      offsetBits = -1;
      return new ContractType.Maybe(content);
    } else if (wire instanceof WireChoice choice) {
      return choice(choice);
    }
    return new ContractType.Text();
  }

  private ContractType choice(WireChoice choice) {
    List<ContractField> options = new ArrayList<>();
    for (WireChoice.Option option : choice.options()) {
      offsetBits = -1;
      options.add(ContractField.anywhere(
          option.name().map(WireContract::shown).orElse(""), type(option.wireClass(), true)));
    }
    offsetBits = -1;
    return new ContractType.Variant(options);
  }

  private static ContractType.Number number(WireInteger integer) {
    return new ContractType.Number(
        integer.sizeBits(),
        integer.signed(),
        integer.byteOrder().filter(order -> order == ByteOrder.BIG_ENDIAN).isPresent());
  }

  private ContractType enumeration(WireEnumeration wire) {
    ContractType container = type(wire.container(), false);
    List<ContractType.Label> labels = new ArrayList<>();
    for (WireEnumeration.Mapping mapping : wire.mappings()) {
      labels.add(
          new ContractType.Label(mapping.label(), mapping.firstValue(), mapping.lastValue()));
    }
    boolean truth = labels.equals(
        List.of(new ContractType.Label("false", 0, 0), new ContractType.Label("true", 1, 1)));
    return truth
        ? new ContractType.Truth()
        : new ContractType.Enumeration((ContractType.Number) container, labels);
  }

  private ContractType structure(WireStructure structure, boolean inside) {
    List<ContractField> members = fields(structure);
    boolean around = inside
        && members.size() == 1
        && structure.members().size() == 2
        && structure.members().get(1).name().equals(WRAPPED);
    if (around) {
      return members.get(0).type();
    }
    return new ContractType.Structure(members);
  }

  private ContractType array(WireArray array) {
    long start = offsetBits;
    ContractType element = type(array.element(), true);
    long elementBits = offsetBits - start;
    boolean fixed = start >= 0 && offsetBits >= 0;
    if (array.length() == 0) {
      offsetBits = start;
    } else if (fixed && elementBits > 0 && array.length() < Integer.MAX_VALUE / elementBits) {
      long alignmentBits = array.element().alignmentBits();
      long strideBits = (elementBits + alignmentBits - 1) / alignmentBits * alignmentBits;
      offsetBits = start + strideBits * (array.length() - 1) + elementBits;
    } else if (elementBits != 0) {
      offsetBits = -1;
    }
    return isText(array.element())
        ? new ContractType.Text()
        : new ContractType.FixedList(array.length(), ElementTypes.of(element));
  }

  private static boolean isText(WireClass element) {
    return element instanceof WireInteger integer
        && integer.sizeBits() == BYTE_BITS
        && integer.encoding() != WireEncoding.NONE;
  }

  private ContractType variant(WireVariant variant) {
    List<ContractField> options = new ArrayList<>();
    for (WireMember option : variant.options()) {
      offsetBits = -1;
      options.add(ContractField.anywhere(shown(option.name()), type(option.wireClass(), true)));
    }
    offsetBits = -1;
    boolean optional = options.size() == 2
        && options.get(0).name().equals("absent")
        && options.get(0).type().equals(new ContractType.Structure(List.of()))
        && options.get(1).name().equals("present");
    return optional
        ? new ContractType.Maybe(options.get(1).type())
        : new ContractType.Variant(options);
  }

  /** The numbers of more than a byte: their alignments tell whether a facility is packed. */
  static List<WireClass> scalars(Optional<WireStructure> context, Optional<WireStructure> payload) {
    List<WireClass> found = new ArrayList<>();
    context.ifPresent(structure -> collect(structure, found));
    payload.ifPresent(structure -> collect(structure, found));
    return found;
  }

  private static void collect(WireClass wire, List<WireClass> found) {
    if (found.size() > MAX_CLASSES) {
      return;
    }
    if (wire instanceof WireStructure structure) {
      structure.members().forEach(member -> collect(member.wireClass(), found));
    } else if (wire instanceof WireArray array) {
      collect(array.element(), found);
    } else if (wire instanceof WireSequence sequence) {
      collect(sequence.element(), found);
    } else if (wire instanceof WireInteger integer && integer.sizeBits() > BYTE_BITS
        || wire instanceof WireFloat
        || wire instanceof WireEnumeration enumeration
            && enumeration.container() instanceof WireInteger container
            && container.sizeBits() > BYTE_BITS) {
      found.add(wire);
    }
  }
}
