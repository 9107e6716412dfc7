package org.genevent.reader.metadata;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.model.DisplayBase;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireString;

/** Makes integers, floating point numbers and strings of their attributes. Source: CTF 1.8.3, sections 4.1 and 4.2.5. */
final class ScalarTypes {

  /** No honest trace comes near this; it keeps positions from overflowing. */
  static final int MAX_ALIGNMENT_BITS = 1 << 20;

  private final Tokens tokens;
  private final Map<String, Token> clockUses = new LinkedHashMap<>();

  ScalarTypes(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Fails if a field is mapped to a clock that is not among these; clocks may stand behind their fields. */
  void checkClocks(List<String> clocks) {
    for (Map.Entry<String, Token> use : clockUses.entrySet()) {
      if (!clocks.contains(use.getKey())) {
        throw tokens.failure(
            use.getValue(),
            DiagnosticCode.TRACE_MEANING,
            "there is no clock '" + use.getKey() + "'" + Names.question(use.getKey(), clocks));
      }
    }
  }

  static boolean isAlignment(long bits) {
    return bits >= 1 && bits <= MAX_ALIGNMENT_BITS && Long.bitCount(bits) == 1;
  }

  static String alignmentRule() {
    return "an alignment is a power of two, in bits, and at most " + MAX_ALIGNMENT_BITS;
  }

  WireClass string(Attributes attributes) {
    WireEncoding encoding = encoding(attributes);
    return new WireString(encoding == WireEncoding.NONE ? WireEncoding.UTF8 : encoding);
  }

  private static WireEncoding encoding(Attributes attributes) {
    String word = attributes.word("encoding", "none");
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "NONE" -> WireEncoding.NONE;
      case "UTF8", "UTF-8" -> WireEncoding.UTF8;
      case "ASCII" -> WireEncoding.ASCII;
      default -> throw attributes.wrong("encoding", "the encodings are none, UTF8 and ASCII");
    };
  }

  private static Optional<ByteOrder> byteOrder(Attributes attributes) {
    return switch (attributes.word("byte_order", "native")) {
      case "native" -> Optional.empty();
      case "be", "network" -> Optional.of(ByteOrder.BIG_ENDIAN);
      case "le" -> Optional.of(ByteOrder.LITTLE_ENDIAN);
      default ->
        throw attributes.wrong("byte_order", "the byte orders are native, network, be and le");
    };
  }

  private static int alignment(Attributes attributes, int otherwise) {
    long bits = attributes.number("align", otherwise);
    if (!isAlignment(bits)) {
      throw attributes.wrong("align", alignmentRule());
    }
    return (int) bits;
  }

  WireInteger integer(Attributes attributes) {
    long size = attributes.number("size", 0);
    if (size < 1 || size > 64) {
      throw attributes.wrong("size", "an integer has 1 to 64 bits");
    }
    boolean signed = attributes.truth("signed", false);
    attributes.clock().ifPresent(clock -> clockUses.putIfAbsent(clock, attributes.at("map")));
    return new WireInteger(
        (int) size,
        alignment(attributes, size % 8 == 0 ? 8 : 1),
        signed,
        byteOrder(attributes),
        base(attributes),
        encoding(attributes),
        attributes.clock());
  }

  private static DisplayBase base(Attributes attributes) {
    return switch (attributes.word("base", "decimal")) {
      case "decimal", "dec", "d", "i", "u", "10" -> DisplayBase.DECIMAL;
      case "hexadecimal", "hex", "x", "X", "p", "16" -> DisplayBase.HEXADECIMAL;
      case "octal", "oct", "o", "8" -> DisplayBase.OCTAL;
      case "binary", "bin", "b", "2" -> DisplayBase.BINARY;
      default ->
        throw attributes.wrong(
            "base", "the bases are decimal, hexadecimal, octal and binary, or 10, 16, 8 and 2");
    };
  }

  WireFloat floating(Attributes attributes) {
    long exponent = attributes.number("exp_dig", 0);
    if (exponent < 2 || exponent > 11) {
      throw attributes.wrong("exp_dig", "exponents of 2 to 11 bits are read");
    }
    long mantissa = attributes.number("mant_dig", 0);
    if (mantissa < 2 || mantissa > 53) {
      throw attributes.wrong(
          "mant_dig", "mantissas of 2 to 53 bits, with the hidden one, are read");
    }
    int size = (int) (exponent + mantissa);
    return new WireFloat(
        (int) exponent,
        (int) mantissa,
        alignment(attributes, size % 8 == 0 ? 8 : 1),
        byteOrder(attributes));
  }
}
