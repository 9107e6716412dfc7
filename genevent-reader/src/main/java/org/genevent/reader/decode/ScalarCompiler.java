package org.genevent.reader.decode;

import java.nio.ByteOrder;
import java.util.Optional;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireBoolean;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireDynamicBlob;
import org.genevent.model.trace.WireDynamicText;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireText;
import org.genevent.model.trace.WireVariableInteger;

/** Compiles fields that hold no others. */
final class ScalarCompiler {

  private final ByteOrder traceOrder;
  private final SlotResolver slots;
  private final boolean everything;
  private StreamClock clock = StreamClock.NONE;
  private Scope scope;

  ScalarCompiler(ByteOrder traceOrder, SlotResolver slots, boolean everything) {
    this.everything = everything;
    this.traceOrder = traceOrder;
    this.slots = slots;
  }

  /** The clock that fields may set from now on. */
  void clock(StreamClock ofStream) {
    clock = ofStream;
  }

  /** Which of the six structures the fields are in from now on. */
  void scope(Scope of) {
    scope = of;
  }

  Node compile(String name, WireClass wire) {
    String shown = Conventions.shown(name);
    if (wire instanceof WireNumber number) {
      return number(shown, number);
    } else if (wire instanceof WireEnumeration enumeration) {
      return enumeration(shown, enumeration);
    } else if (wire instanceof WireFloat number) {
      return new Nodes.FloatNode(
          shown,
          number.alignmentBits(),
          number.exponentBits(),
          number.mantissaBits(),
          bigEndian(number.byteOrder()),
          number.reversed());
    } else if (wire instanceof WireBoolean truth) {
      WireBitArray bits = truth.bits();
      return new Numbers.BooleanNode(
          shown, bits.alignmentBits(), bits.sizeBits(), bigEndian(bits.byteOrder()));
    } else if (wire instanceof WireBitArray bits) {
      return bits(shown, bits, null);
    } else if (wire instanceof WireBitMap map) {
      return bits(shown, map.bits(), new BitFlags(map.flags()));
    }
    return bytes(name, shown, wire);
  }

  private Node bytes(String name, String shown, WireClass wire) {
    if (wire instanceof WireString string) {
      return new Texts.StringNode(shown, string.encoding());
    } else if (wire instanceof WireText text) {
      Texts.Length length = new Texts.Length(text.lengthBytes(), null);
      return new Texts.FixedTextNode(shown, 8, length, text.encoding());
    } else if (wire instanceof WireDynamicText text) {
      Texts.Length length = new Texts.Length(0, slots.length(text.length(), name));
      return new Texts.FixedTextNode(shown, 8, length, text.encoding());
    } else if (wire instanceof WireBlob blob) {
      boolean uuid =
          scope == Scope.PACKET_HEADER && blob.roles().contains(FieldRole.METADATA_STREAM_UUID);
      Texts.Length length = new Texts.Length(blob.lengthBytes(), null);
      return new Texts.BlobNode(uuid ? UuidSink.NAME : shown, length, blob.mediaType());
    } else if (wire instanceof WireDynamicBlob blob) {
      Texts.Length length = new Texts.Length(0, slots.length(blob.length(), name));
      return new Texts.BlobNode(shown, length, blob.mediaType());
    }
    throw new IllegalArgumentException("holds other fields: " + wire);
  }

  private boolean bigEndian(Optional<ByteOrder> order) {
    return order.orElse(traceOrder) == ByteOrder.BIG_ENDIAN;
  }

  private Node bits(String shown, WireBitArray bits, BitFlags flags) {
    return new Nodes.BitsNode(
        shown,
        bits.alignmentBits(),
        bits.sizeBits(),
        bigEndian(bits.byteOrder()),
        bits.reversed(),
        flags);
  }

  private NumberNode number(String shown, WireNumber wire) {
    Role[] roles = wire.roles().stream()
        .map(role -> Role.of(scope, role))
        .flatMap(Optional::stream)
        .sorted()
        .toArray(Role[]::new);
    boolean clocked = clock.isSetBy(scope, wire);
    int radix = wire.base().radix();
    if (wire instanceof WireInteger integer) {
      return new Numbers.IntegerNode(
          shown,
          integer.alignmentBits(),
          integer.sizeBits(),
          integer.signed(),
          bigEndian(integer.byteOrder()),
          radix,
          clocked,
          roles,
          integer.reversed());
    }
    WireVariableInteger variable = (WireVariableInteger) wire;
    return new Numbers.VariableNode(shown, variable.signed(), radix, clocked, roles);
  }

  private EnumerationNode enumeration(String shown, WireEnumeration wire) {
    int count = wire.mappings().size();
    String[] labels = new String[count];
    long[] firsts = new long[count];
    long[] lasts = new long[count];
    for (int i = 0; i < count; i++) {
      labels[i] = wire.mappings().get(i).label();
      firsts[i] = wire.mappings().get(i).firstValue();
      lasts[i] = wire.mappings().get(i).lastValue();
    }
    return new EnumerationNode(
        shown,
        number(shown, wire.container()),
        labels,
        firsts,
        lasts,
        !everything && Conventions.isTruth(wire),
        wire.container().base().radix());
  }
}
