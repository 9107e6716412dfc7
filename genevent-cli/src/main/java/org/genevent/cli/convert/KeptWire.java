package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.DisplayBase;
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
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireRange;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireText;
import org.genevent.model.trace.WireVariant;
import org.genevent.reader.decode.Conventions;

/**
 * Says what fields are in the words of a version of CTF, without descriptions, which {@link CtfFacts} has. The bits are the same
 * in both, and are written by {@link KeptValues}.
 */
final class KeptWire {

  /** The one value of a structure that is only there to have a length or tag in front of it. */
  private static final String WRAPPED = "value";

  private static final int SCOPE_ALIGNMENT_BITS = 64;

  private final boolean second;

  KeptWire(boolean second) {
    this.second = second;
  }

  /** A whole payload or context, which begins at a word if it takes any room. */
  WireStructure scope(KeptField.Structure fields) {
    return new WireStructure(
        members(fields.members(), Set.of()), fields.leastBits() > 0 ? SCOPE_ALIGNMENT_BITS : 1);
  }

  /** Members one after the other, behind others whose names are taken. */
  List<WireMember> members(List<KeptField.Member> fields, Set<String> takenNames) {
    Set<String> taken = new HashSet<>(takenNames);
    for (KeptField.Member field : fields) {
      taken.add(field.name());
      taken.add(Conventions.shown(field.name()));
    }
    List<WireMember> members = new ArrayList<>();
    for (KeptField.Member field : fields) {
      // else it would look as if it were only there for the helper in front of it
      boolean alone = fields.size() == 1 && field.field().needsHelper();
      String name = alone && field.name().equals(WRAPPED) ? "_" + WRAPPED : field.name();
      member(name, field, taken, members);
    }
    return members;
  }

  private void member(
      String name, KeptField.Member member, Set<String> taken, List<WireMember> members) {
    KeptField field = member.field();
    WireClass wire;
    if (field instanceof KeptField.VaryingList list) {
      String length = helper(member.name(), "length", taken);
      members.add(new WireMember(
          length, WireInteger.unsigned(list.lengthBits(), list.lengthAlignmentBits())));
      wire = varying(list, beside(length));
    } else if (field instanceof KeptField.VaryingText text) {
      String length = helper(member.name(), "length", taken);
      members.add(new WireMember(
          length, WireInteger.unsigned(text.lengthBits(), text.lengthAlignmentBits())));
      wire = second
          ? new WireDynamicText(beside(length), text.encoding())
          : new WireSequence(beside(length), character(text.encoding()));
    } else if (field instanceof KeptField.Maybe maybe) {
      String tag = helper(member.name(), "tag", taken);
      List<WireMember> options = List.of(
          new WireMember("absent", new WireStructure(List.of(), 1)),
          new WireMember("present", inner(maybe.content())));
      members.add(new WireMember(tag, tag(KeptField.TAG_BITS, options)));
      wire = second
          ? new WireOptional(
              beside(tag), List.of(WireRange.of(1)), options.get(1).wireClass())
          : new WireVariant(beside(tag), options);
    } else if (field instanceof KeptField.Choice choice) {
      String tag = helper(member.name(), "tag", taken);
      List<WireMember> options = choice.options().stream()
          .map(option -> new WireMember(option.name(), inner(option.field())))
          .toList();
      members.add(new WireMember(tag, tag(choice.tagBits(), options)));
      wire = second ? chosen(beside(tag), options) : new WireVariant(beside(tag), options);
    } else {
      wire = selfContained(field);
    }
    members.add(new WireMember(name, wire));
  }

  private static WireChoice chosen(WireLocation tag, List<WireMember> options) {
    List<WireChoice.Option> chosen = new ArrayList<>();
    for (WireMember option : options) {
      chosen.add(new WireChoice.Option(
          Optional.of(option.name()).filter(name -> !name.isEmpty()),
          List.of(WireRange.of(chosen.size())),
          option.wireClass(),
          ""));
    }
    return new WireChoice(tag, chosen);
  }

  private WireLocation beside(String name) {
    return second
        ? new WireLocation.Relative(0, List.of(name))
        : new WireLocation.Nearest(List.of(name));
  }

  private static String helper(String member, String suffix, Set<String> taken) {
    String base = "__" + Conventions.shown(member) + "_" + suffix;
    String helper = base;
    for (int number = 2; taken.contains(helper) || taken.contains(helper.substring(1)); number++) {
      helper = base + number;
    }
    taken.add(helper);
    taken.add(helper.substring(1));
    return helper;
  }

  private WireEnumeration tag(int bits, List<WireMember> options) {
    List<WireEnumeration.Mapping> mappings = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      String name = options.get(i).name();
      if (!name.isEmpty()) {
        mappings.add(new WireEnumeration.Mapping(second ? Conventions.shown(name) : name, i, i));
      }
    }
    return new WireEnumeration(WireInteger.unsigned(bits, Byte.SIZE), mappings);
  }

  private WireClass varying(KeptField.VaryingList list, WireLocation length) {
    return second && !list.mediaType().isEmpty()
        ? new WireDynamicBlob(length, list.mediaType())
        : new WireSequence(length, inner(list.element()));
  }

  /** A class where no member can stand in front of it. */
  private WireClass inner(KeptField field) {
    if (!field.needsHelper()) {
      return selfContained(field);
    }
    List<WireMember> members = new ArrayList<>();
    member(WRAPPED, new KeptField.Member(WRAPPED, WRAPPED, field), new HashSet<>(), members);
    return new WireStructure(members, 1);
  }

  private WireClass selfContained(KeptField field) {
    if (field instanceof KeptField.Structure structure) {
      return new WireStructure(members(structure.members(), Set.of()), 1);
    } else if (field instanceof KeptField.FixedList list) {
      return second && !list.mediaType().isEmpty()
          ? new WireBlob(list.length(), list.mediaType(), Set.of())
          : new WireArray(list.length(), inner(list.element()));
    } else if (field instanceof KeptField.Text text) {
      return new WireString(text.encoding());
    } else if (field instanceof KeptField.FixedText text) {
      return second
          ? new WireText(text.length(), text.encoding())
          : new WireArray(text.length(), character(text.encoding()));
    }
    WireClass wire = ((KeptField.Leaf) field).wire();
    if (second) {
      return wire instanceof WireEnumeration enumeration && Conventions.isTruth(enumeration)
          ? truth((WireInteger) enumeration.container())
          : wire;
    }
    return wire instanceof WireBitMap map
        ? number(map.bits())
        : wire instanceof WireBitArray bits ? number(bits) : wire;
  }

  private static WireInteger character(WireEncoding encoding) {
    return WireInteger.unsigned(Byte.SIZE, Byte.SIZE).withEncoding(encoding);
  }

  private static WireBoolean truth(WireInteger integer) {
    return new WireBoolean(
        new WireBitArray(integer.sizeBits(), integer.alignmentBits(), integer.byteOrder(), false));
  }

  private static WireInteger number(WireBitArray bits) {
    return new WireInteger(
        bits.sizeBits(),
        bits.alignmentBits(),
        false,
        bits.byteOrder(),
        DisplayBase.HEXADECIMAL,
        WireEncoding.NONE,
        Optional.empty());
  }
}
