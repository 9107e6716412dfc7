package org.genevent.emitter.ctf;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.DisplayBase;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.Scope;
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
import org.genevent.model.trace.WireRange;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireText;

/** Makes the JSON objects of field classes. Source: CTF2-SPEC-2.0, "Field classes". */
final class FieldClassFragments {

  /** The namespace of our attributes. */
  static final String NAMESPACE = "genevent.org,2026";

  private final Object nativeOrder;

  /**
   * Makes a printer.
   *
   * @param nativeOrder the value of the byte order where a field does not say its own
   */
  FieldClassFragments(Object nativeOrder) {
    this.nativeOrder = nativeOrder;
  }

  /**
   * A name as JSON has it, without the underscore that keeps names from being words of TSDL. The one value of a structure
   * that is only there for a length or tag has a name that no field has.
   */
  private static String name(String name) {
    return name.startsWith("_")
        ? name.substring(1)
        : name.equals(PayloadWire.WRAPPED) ? "(" + name + ")" : name;
  }

  static String word(ByteOrder order) {
    return order == ByteOrder.BIG_ENDIAN ? "big-endian" : "little-endian";
  }

  Map<String, Object> of(WireClass wire) {
    if (wire instanceof WireNumber number) {
      return number(number);
    } else if (wire instanceof WireEnumeration enumeration) {
      return enumeration(enumeration);
    } else if (wire instanceof WireFloat number) {
      return bits(
          "fixed-length-floating-point-number",
          new WireBitArray(
              number.sizeBits(), number.alignmentBits(), number.byteOrder(), number.reversed()));
    } else if (wire instanceof WireBitArray bits) {
      return bits("fixed-length-bit-array", bits);
    } else if (wire instanceof WireBoolean truth) {
      return bits("fixed-length-boolean", truth.bits());
    } else if (wire instanceof WireBitMap map) {
      return bitMap(map);
    } else if (wire instanceof WireStructure structure) {
      return structure(structure);
    } else if (wire instanceof WireArray array) {
      Map<String, Object> object = typed("static-length-array");
      alignment("minimum-alignment", array.minimumAlignmentBits(), object);
      object.put("length", array.length());
      object.put("element-field-class", of(array.element()));
      return object;
    } else if (wire instanceof WireSequence sequence) {
      Map<String, Object> object = typed("dynamic-length-array");
      alignment("minimum-alignment", sequence.minimumAlignmentBits(), object);
      object.put("length-field-location", location(sequence.length()));
      object.put("element-field-class", of(sequence.element()));
      return object;
    } else if (wire instanceof WireOptional optional) {
      Map<String, Object> object = typed("optional");
      object.put("selector-field-location", location(optional.selector()));
      if (!optional.ranges().isEmpty()) {
        object.put("selector-field-ranges", ranges(optional.ranges()));
      }
      object.put("field-class", of(optional.content()));
      return object;
    } else if (wire instanceof WireChoice choice) {
      return choice(choice);
    }
    return bytes(wire);
  }

  private Map<String, Object> bytes(WireClass wire) {
    if (wire instanceof WireString string) {
      return encoded(typed("null-terminated-string"), string.encoding());
    } else if (wire instanceof WireText text) {
      Map<String, Object> object = typed("static-length-string");
      object.put("length", text.lengthBytes());
      return encoded(object, text.encoding());
    } else if (wire instanceof WireDynamicText text) {
      Map<String, Object> object = typed("dynamic-length-string");
      object.put("length-field-location", location(text.length()));
      return encoded(object, text.encoding());
    } else if (wire instanceof WireBlob blob) {
      Map<String, Object> object = typed("static-length-blob");
      object.put("length", blob.lengthBytes());
      roles(blob.roles(), object);
      return media(object, blob.mediaType());
    } else if (wire instanceof WireDynamicBlob blob) {
      Map<String, Object> object = typed("dynamic-length-blob");
      object.put("length-field-location", location(blob.length()));
      return media(object, blob.mediaType());
    }
    throw new IllegalArgumentException("CTF 2 has no such field class: " + wire);
  }

  private static Map<String, Object> typed(String type) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", type);
    return object;
  }

  private static Map<String, Object> encoded(Map<String, Object> object, WireEncoding encoding) {
    switch (encoding) {
      case UTF16BE -> object.put("encoding", "utf-16be");
      case UTF16LE -> object.put("encoding", "utf-16le");
      case UTF32BE -> object.put("encoding", "utf-32be");
      case UTF32LE -> object.put("encoding", "utf-32le");
      // ASCII is UTF-8
      default -> {}
    }
    return object;
  }

  private static Map<String, Object> media(Map<String, Object> object, String mediaType) {
    if (!mediaType.equals(WireBlob.ANY_TYPE)) {
      object.put("media-type", mediaType);
    }
    return object;
  }

  private static void alignment(String name, int bits, Map<String, Object> object) {
    if (bits > 1) {
      object.put(name, bits);
    }
  }

  private Map<String, Object> bits(String type, WireBitArray bits) {
    Map<String, Object> object = typed(type);
    object.put("length", bits.sizeBits());
    object.put(
        "byte-order", bits.byteOrder().<Object>map(FieldClassFragments::word).orElse(nativeOrder));
    if (bits.reversed()) {
      boolean big = bits.byteOrder().orElseThrow() == ByteOrder.BIG_ENDIAN;
      object.put("bit-order", big ? "first-to-last" : "last-to-first");
    }
    alignment("alignment", bits.alignmentBits(), object);
    return object;
  }

  private Map<String, Object> bitMap(WireBitMap map) {
    Map<String, Object> object = bits("fixed-length-bit-map", map.bits());
    Map<String, List<List<Integer>>> flags = new LinkedHashMap<>();
    map.flags()
        .forEach(flag -> flags
            .computeIfAbsent(flag.label(), label -> new ArrayList<>())
            .add(List.of(flag.firstBit(), flag.lastBit())));
    object.put("flags", flags);
    return object;
  }

  private Map<String, Object> number(WireNumber number) {
    String sign = number.signed() ? "signed" : "unsigned";
    Map<String, Object> object;
    if (number instanceof WireInteger integer) {
      object = bits(
          "fixed-length-" + sign + "-integer",
          new WireBitArray(
              integer.sizeBits(),
              integer.alignmentBits(),
              integer.byteOrder(),
              integer.reversed()));
    } else {
      object = typed("variable-length-" + sign + "-integer");
    }
    if (number.base() != DisplayBase.DECIMAL) {
      object.put("preferred-display-base", number.base().radix());
    }
    roles(number.roles(), object);
    return object;
  }

  private static void roles(Set<FieldRole> roles, Map<String, Object> object) {
    if (!roles.isEmpty()) {
      object.put(
          "roles",
          roles.stream()
              .sorted()
              .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .toList());
    }
  }

  private Map<String, Object> enumeration(WireEnumeration enumeration) {
    Map<String, Object> object = number(enumeration.container());
    boolean signed = enumeration.container().signed();
    Map<String, List<List<Object>>> mappings = new LinkedHashMap<>();
    for (WireEnumeration.Mapping mapping : enumeration.mappings()) {
      mappings
          .computeIfAbsent(mapping.label(), label -> new ArrayList<>())
          .add(List.of(value(mapping.firstValue(), signed), value(mapping.lastValue(), signed)));
    }
    if (!mappings.isEmpty()) {
      object.put("mappings", mappings);
    }
    return object;
  }

  private static Object value(long bits, boolean signed) {
    return signed || bits >= 0 ? (Object) bits : new BigInteger(Long.toUnsignedString(bits));
  }

  private static List<List<BigInteger>> ranges(List<WireRange> ranges) {
    return ranges.stream()
        .map(range -> List.of(range.firstValue(), range.lastValue()))
        .toList();
  }

  Map<String, Object> structure(WireStructure structure) {
    Map<String, Object> object = typed("structure");
    alignment("minimum-alignment", structure.minimumAlignmentBits(), object);
    List<Object> members = new ArrayList<>();
    for (WireMember member : structure.members()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", name(member.name()));
      described(member.description(), one);
      one.put("field-class", of(member.wireClass()));
      members.add(one);
    }
    if (!members.isEmpty()) {
      object.put("member-classes", members);
    }
    return object;
  }

  private Map<String, Object> choice(WireChoice choice) {
    Map<String, Object> object = typed("variant");
    object.put("selector-field-location", location(choice.selector()));
    List<Object> options = new ArrayList<>();
    for (WireChoice.Option option : choice.options()) {
      Map<String, Object> one = new LinkedHashMap<>();
      option.name().ifPresent(name -> one.put("name", name(name)));
      described(option.description(), one);
      one.put("selector-field-ranges", ranges(option.ranges()));
      one.put("field-class", of(option.wireClass()));
      options.add(one);
    }
    object.put("options", options);
    return object;
  }

  static void described(String description, Map<String, Object> object) {
    if (!description.isBlank()) {
      object.put("attributes", Map.of(NAMESPACE, Map.of("description", description)));
    }
  }

  private static Map<String, Object> location(WireLocation location) {
    Map<String, Object> object = new LinkedHashMap<>();
    List<Object> path = new ArrayList<>();
    if (location instanceof WireLocation.InScope absolute) {
      object.put("origin", origin(absolute.scope()));
    } else if (location instanceof WireLocation.Relative relative) {
      for (int i = 0; i < relative.levelsUp(); i++) {
        path.add(null);
      }
    } else {
      throw new IllegalArgumentException("CTF 2 does not search for fields: " + location);
    }
    location.names().forEach(name -> path.add(name(name)));
    object.put("path", path);
    return object;
  }

  private static String origin(Scope scope) {
    return switch (scope) {
      case PACKET_HEADER -> "packet-header";
      case PACKET_CONTEXT -> "packet-context";
      case EVENT_HEADER -> "event-record-header";
      case STREAM_EVENT_CONTEXT -> "event-record-common-context";
      case EVENT_CONTEXT -> "event-record-specific-context";
      case EVENT_FIELDS -> "event-record-payload";
    };
  }

  /** The scopes of a class under the names of its fragment. */
  void scope(String name, Optional<WireStructure> structure, Map<String, Object> object) {
    structure.ifPresent(members -> object.put(name, structure(members)));
  }
}
