package org.genevent.reader.metadata.json;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.DisplayBase;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireBoolean;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireRange;
import org.genevent.model.trace.WireVariableInteger;

/** Parses field classes of bits and numbers. Source: CTF2-SPEC-2.0, "Fixed-length" and "Variable-length" field classes. */
final class NumberParser {

  /** No honest trace comes near this; it keeps positions from overflowing. */
  private static final long MAX_ALIGNMENT_BITS = 1 << 20;

  private static final Set<FieldRole> NUMBER_ROLES =
      EnumSet.complementOf(EnumSet.of(FieldRole.METADATA_STREAM_UUID));

  private final Problems problems;
  private final RangeParser ranges;

  NumberParser(Problems problems, RangeParser ranges) {
    this.problems = problems;
    this.ranges = ranges;
  }

  int alignment(Properties properties, String name) {
    long bits = properties.unsigned(name, 1);
    if (bits < 1 || bits > MAX_ALIGNMENT_BITS || Long.bitCount(bits) != 1) {
      throw problems.meaning(
          properties.required(name),
          "an alignment is a power of two, in bits, and at most " + MAX_ALIGNMENT_BITS);
    }
    return (int) bits;
  }

  WireBitArray bits(Properties properties) {
    long length = properties.requiredUnsigned("length");
    if (length < 1 || length > 64) {
      throw problems.meaning(
          properties.required("length"), "fields of 1 to 64 bits are read, not of " + length);
    }
    boolean bigEndian = choice(properties.required("byte-order"), "little-endian", "big-endian");
    boolean mostFirst = properties
        .optional("bit-order")
        .map(order -> choice(order, "first-to-last", "last-to-first"))
        .orElse(bigEndian);
    return new WireBitArray(
        (int) length,
        alignment(properties, "alignment"),
        Optional.of(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN),
        mostFirst != bigEndian);
  }

  /** Whether a value is the second of two words. */
  private boolean choice(Json value, String first, String second) {
    if (second.equals(value.value())) {
      return true;
    } else if (first.equals(value.value())) {
      return false;
    }
    throw problems.meaning(
        value, "it is '" + first + "' or '" + second + "', not " + value.shown());
  }

  WireClass bitMap(Properties properties) {
    WireBitArray bits = bits(properties);
    List<WireBitMap.Flag> flags = new ArrayList<>();
    properties.required("flags");
    for (Map.Entry<String, Json> flag : properties.map("flags").entrySet()) {
      for (WireRange range : ranges.parse(flag.getValue())) {
        BigInteger size = BigInteger.valueOf(bits.sizeBits());
        if (range.firstValue().signum() < 0 || range.lastValue().compareTo(size) >= 0) {
          throw problems.meaning(
              flag.getValue(), "the bits are numbered from 0 to " + (bits.sizeBits() - 1));
        }
        flags.add(new WireBitMap.Flag(
            flag.getKey(), range.firstValue().intValue(), range.lastValue().intValue()));
      }
    }
    return new WireBitMap(bits, flags);
  }

  WireClass truth(Properties properties) {
    return new WireBoolean(bits(properties));
  }

  WireClass integer(Properties properties, boolean signed) {
    WireBitArray bits = bits(properties);
    return mapped(
        properties,
        new WireInteger(
            bits.sizeBits(),
            bits.alignmentBits(),
            signed,
            bits.byteOrder(),
            base(properties),
            WireEncoding.NONE,
            Optional.empty(),
            bits.reversed(),
            signed ? Set.of() : roles(properties, NUMBER_ROLES)));
  }

  WireClass variable(Properties properties, boolean signed) {
    return mapped(
        properties,
        new WireVariableInteger(
            signed,
            base(properties),
            Optional.empty(),
            signed ? Set.of() : roles(properties, NUMBER_ROLES)));
  }

  private DisplayBase base(Properties properties) {
    long radix = properties.unsigned("preferred-display-base", 10);
    for (DisplayBase base : DisplayBase.values()) {
      if (base.radix() == radix) {
        return base;
      }
    }
    throw problems.meaning(
        properties.required("preferred-display-base"),
        "the bases are 2, 8, 10 and 16, not " + radix);
  }

  private WireClass mapped(Properties properties, WireNumber number) {
    List<WireEnumeration.Mapping> mappings = new ArrayList<>();
    for (Map.Entry<String, Json> mapping : properties.map("mappings").entrySet()) {
      for (WireRange range : ranges.parse(mapping.getValue())) {
        boolean fits = number.signed()
            ? range.lastValue().bitLength() < 64
            : range.firstValue().signum() >= 0;
        if (!fits) {
          throw problems.meaning(
              mapping.getValue(),
              number.signed()
                  ? "the range goes beyond 2^63 - 1, but the integer is signed"
                  : "the range has negative values, but the integer is unsigned");
        }
        mappings.add(new WireEnumeration.Mapping(
            mapping.getKey(), range.firstValue().longValue(), range.lastValue().longValue()));
      }
    }
    return mappings.isEmpty() ? number : new WireEnumeration(number, mappings);
  }

  WireFloat floating(Properties properties) {
    long length = properties.requiredUnsigned("length");
    if (length != 16 && length != 32 && length != 64) {
      throw problems.meaning(
          properties.required("length"),
          "floating point numbers of 16, 32 and 64 bits are read, not of " + length);
    }
    WireBitArray bits = bits(properties);
    int exponentBits = length == 16 ? 5 : length == 32 ? 8 : 11;
    return new WireFloat(
        exponentBits,
        (int) length - exponentBits,
        bits.alignmentBits(),
        bits.byteOrder(),
        bits.reversed());
  }

  /** The roles, all of them such as a field of the kind can have. */
  Set<FieldRole> roles(Properties properties, Set<FieldRole> possible) {
    Set<FieldRole> roles = EnumSet.noneOf(FieldRole.class);
    if (properties.optional("roles").isEmpty()) {
      return roles;
    }
    for (Json value : properties.array("roles")) {
      FieldRole role = RoleNames.role(value.isText() ? (String) value.value() : "");
      if (role == null || !possible.contains(role)) {
        throw problems.meaning(value, "a field of this type has no role " + value.shown());
      }
      roles.add(role);
    }
    return roles;
  }

  /** Whether two of the ranges share a value. */
  boolean overlap(List<WireRange> all) {
    List<WireRange> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(WireRange::firstValue));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).firstValue().compareTo(sorted.get(i - 1).lastValue()) <= 0) {
        return true;
      }
    }
    return false;
  }
}
