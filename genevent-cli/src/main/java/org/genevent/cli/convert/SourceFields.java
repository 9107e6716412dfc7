package org.genevent.cli.convert;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.emitter.ctf.TsdlPrinter;
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
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireText;
import org.genevent.model.trace.WireVariant;
import org.genevent.reader.decode.Conventions;

/** Takes the fields of a CTF trace for what they are, with the alignments and names that they get in another one. */
final class SourceFields {

  private static final int USUAL_LENGTH_BITS = 32;
  private static final List<WireEnumeration.Mapping> TRUTH = List.of(
      new WireEnumeration.Mapping("false", 0, 0), new WireEnumeration.Mapping("true", 1, 1));

  private final boolean second;
  private final boolean packed;
  private final TraceOrder order;
  private final Renames renames;
  private final Losses losses;

  /**
   * Begins.
   *
   * @param second whether the new trace is one of CTF 2
   * @param packed whether nothing in it is aligned
   * @param order which order of bytes is the trace's own
   */
  SourceFields(boolean second, boolean packed, TraceOrder order, Renames renames, Losses losses) {
    this.second = second;
    this.packed = packed;
    this.order = order;
    this.renames = renames;
    this.losses = losses;
  }

  /**
   * The members of a structure.
   *
   * @param where what it is called in messages
   */
  KeptField.Structure structure(String where, WireStructure wire) {
    Set<String> helpers = Conventions.helpers(wire);
    Map<String, Integer> lengths = new HashMap<>();
    Renames.Scope names = renames.new Scope(" in " + where);
    List<KeptField.Member> members = new ArrayList<>();
    for (WireMember member : wire.members()) {
      if (member.wireClass() instanceof WireInteger integer) {
        lengths.put(member.name(), integer.sizeBits());
      }
      if (!helpers.contains(member.name())) {
        String shown = Conventions.shown(member.name());
        members.add(new KeptField.Member(
            name(member.name(), names),
            shown,
            field(where + "." + shown, member.wireClass(), lengths)));
      }
    }
    return new KeptField.Structure(members);
  }

  private String name(String wireName, Renames.Scope names) {
    String shown = Conventions.shown(wireName);
    if (second) {
      return "_" + names.free(shown);
    }
    String legal = names.take(shown);
    return order.everyFieldSays()
        ? TsdlPrinter.memberName(legal)
        : wireName.equals(shown) ? legal : "_" + legal;
  }

  private String optionName(String wireName, Renames.Scope names) {
    return second || !order.everyFieldSays()
        ? name(wireName, names)
        : TsdlPrinter.optionName(names.take(Conventions.shown(wireName)));
  }

  /** An element, an option or what may be there: a structure around it for a length or tag is none. */
  private KeptField inner(String where, WireClass wire) {
    if (wire instanceof WireStructure structure
        && Conventions.isWrapping(structure, Conventions.helpers(structure))) {
      Map<String, Integer> lengths = new HashMap<>();
      for (WireMember member : structure.members()) {
        if (member.wireClass() instanceof WireInteger integer) {
          lengths.put(member.name(), integer.sizeBits());
        }
      }
      List<WireMember> members = structure.members();
      return field(where, members.get(members.size() - 1).wireClass(), lengths);
    }
    return field(where, wire, Map.of());
  }

  private KeptField field(String where, WireClass wire, Map<String, Integer> lengths) {
    if (wire instanceof WireStructure structure) {
      return structure(where, structure);
    } else if (wire instanceof WireArray array) {
      WireEncoding encoding = Conventions.textEncoding(array.element());
      return encoding == WireEncoding.NONE
          ? new KeptField.FixedList(array.length(), element(where, array.element()), "")
          : new KeptField.FixedText(array.length(), encoding);
    } else if (wire instanceof WireSequence sequence) {
      WireEncoding encoding = Conventions.textEncoding(sequence.element());
      return encoding == WireEncoding.NONE
          ? list(sequence.length(), lengths, element(where, sequence.element()), "")
          : text(sequence.length(), lengths, encoding);
    } else if (wire instanceof WireString string) {
      return new KeptField.Text(ofBytes(string.encoding()));
    } else if (wire instanceof WireText text) {
      // readers give texts of larger characters as UTF-8, which may need more bytes
      return text.encoding().unitBytes() > 1
          ? new KeptField.Text(WireEncoding.UTF8)
          : new KeptField.FixedText(text.lengthBytes(), text.encoding());
    } else if (wire instanceof WireDynamicText text) {
      return text(text.length(), lengths, ofBytes(text.encoding()));
    } else if (wire instanceof WireBlob blob) {
      return new KeptField.FixedList(blob.lengthBytes(), bytes(), blob.mediaType());
    } else if (wire instanceof WireDynamicBlob blob) {
      return list(blob.length(), lengths, bytes(), blob.mediaType());
    } else if (wire instanceof WireOptional optional) {
      return new KeptField.Maybe(inner(where, optional.content()));
    } else if (wire instanceof WireVariant variant) {
      return Conventions.isOptional(variant)
          ? new KeptField.Maybe(inner(where, variant.options().get(1).wireClass()))
          : variant(where, variant);
    } else if (wire instanceof WireChoice choice) {
      return choice(where, choice);
    }
    return leaf(where, wire, false);
  }

  private KeptField element(String where, WireClass wire) {
    KeptField element = inner(where, wire);
    return element instanceof KeptField.Leaf ? leaf(where, wire, true) : element;
  }

  private KeptField.Leaf bytes() {
    return new KeptField.Leaf(WireInteger.unsigned(Byte.SIZE, Byte.SIZE), Byte.SIZE);
  }

  private static WireEncoding ofBytes(WireEncoding encoding) {
    return encoding.unitBytes() > 1 ? WireEncoding.UTF8 : encoding;
  }

  private KeptField.VaryingList list(
      WireLocation length, Map<String, Integer> lengths, KeptField element, String mediaType) {
    int bits = lengthBits(length, lengths);
    return new KeptField.VaryingList(bits, alignment(bits), element, mediaType);
  }

  private KeptField.VaryingText text(
      WireLocation length, Map<String, Integer> lengths, WireEncoding encoding) {
    int bits = Math.max(Short.SIZE, lengthBits(length, lengths));
    return new KeptField.VaryingText(bits, alignment(bits), encoding);
  }

  private static int lengthBits(WireLocation length, Map<String, Integer> lengths) {
    int told = length.names().size() == 1
        ? lengths.getOrDefault(length.names().get(0), USUAL_LENGTH_BITS)
        : USUAL_LENGTH_BITS;
    int bits = Byte.SIZE;
    while (bits < told) {
      bits *= 2;
    }
    return bits;
  }

  private KeptField variant(String where, WireVariant variant) {
    Renames.Scope names = renames.new Scope(" of an option of " + where);
    List<KeptField.Member> options = new ArrayList<>();
    for (WireMember option : variant.options()) {
      String shown = Conventions.shown(option.name());
      options.add(new KeptField.Member(
          name(option.name(), names), shown, inner(where + "." + shown, option.wireClass())));
    }
    return new KeptField.Choice(options);
  }

  private KeptField choice(String where, WireChoice choice) {
    Renames.Scope names = renames.new Scope(" of an option of " + where);
    List<KeptField.Member> options = new ArrayList<>();
    Set<Class<?>> nameless = new HashSet<>();
    for (WireChoice.Option option : choice.options()) {
      String wireName = option.name().orElse("");
      String shown = Conventions.shown(wireName);
      String inside = wireName.isEmpty() ? where : where + "." + shown;
      KeptField field = inner(inside, option.wireClass());
      String name = wireName;
      if (!wireName.isEmpty()) {
        name = optionName(wireName, names);
      } else if (!second) {
        name = "_" + names.free("option_" + options.size());
        losses.add("that options of " + where + " have no names");
      }
      if (wireName.isEmpty() && !nameless.add(KeptValues.shape(field))) {
        losses.add("which option of " + where + " is there, of those without names");
      }
      options.add(new KeptField.Member(name, shown, field));
    }
    return new KeptField.Choice(options);
  }

  private int alignment(int sizeBits) {
    boolean natural = sizeBits == 16 || sizeBits == 32 || sizeBits == 64;
    return natural && !packed ? sizeBits : Byte.SIZE;
  }

  private KeptField.Leaf leaf(String where, WireClass wire, boolean inList) {
    if (wire instanceof WireNumber number) {
      return leaf(integer(where, number, inList));
    } else if (wire instanceof WireEnumeration enumeration) {
      WireInteger container = integer(where, enumeration.container(), inList);
      return new KeptField.Leaf(
          new WireEnumeration(container, enumeration.mappings()), container.sizeBits());
    } else if (wire instanceof WireBoolean) {
      return new KeptField.Leaf(
          new WireEnumeration(WireInteger.unsigned(Byte.SIZE, Byte.SIZE), TRUTH), Byte.SIZE);
    } else if (wire instanceof WireFloat number) {
      int bits = number.sizeBits();
      return new KeptField.Leaf(
          new WireFloat(
              number.exponentBits(),
              number.mantissaBits(),
              alignment(bits),
              order.kept(number.byteOrder())),
          bits);
    } else if (wire instanceof WireBitArray bits) {
      return bits(bits, List.of());
    } else if (wire instanceof WireBitMap map) {
      return bits(map.bits(), map.flags());
    }
    throw new IllegalStateException("not a number of any kind: " + wire);
  }

  private static KeptField.Leaf leaf(WireInteger integer) {
    return new KeptField.Leaf(integer, integer.sizeBits());
  }

  private KeptField.Leaf bits(WireBitArray bits, List<WireBitMap.Flag> flags) {
    WireBitArray laid = new WireBitArray(
        bits.sizeBits(), alignment(bits.sizeBits()), order.kept(bits.byteOrder()), false);
    return new KeptField.Leaf(
        flags.isEmpty() ? laid : new WireBitMap(laid, flags), bits.sizeBits());
  }

  private WireInteger integer(String where, WireNumber number, boolean inList) {
    number
        .clock()
        .ifPresent(clock -> losses.add("that " + where + " is a time of the clock " + clock));
    if (number instanceof WireInteger integer) {
      return new WireInteger(
          integer.sizeBits(),
          alignment(integer.sizeBits()),
          integer.signed(),
          order.kept(integer.byteOrder()),
          integer.base(),
          inList || second ? WireEncoding.NONE : integer.encoding(),
          Optional.empty());
    }
    DisplayBase base = number.base();
    return new WireInteger(
        Long.SIZE,
        alignment(Long.SIZE),
        number.signed(),
        Optional.<ByteOrder>empty(),
        base,
        WireEncoding.NONE,
        Optional.empty());
  }
}
