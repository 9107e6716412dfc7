package org.genevent.emitter.ctf;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.model.DisplayBase;
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

/** Prints field classes, those that CTF 1.8 has. Source: CTF 1.8.3, section 4. */
final class FieldClassPrinter {

  private final TsdlWriter out;

  FieldClassPrinter(TsdlWriter out) {
    this.out = out;
  }

  /** A class where a name may follow; the line stays open. Arrays and sequences are printed by {@link #member}. */
  void print(WireClass wireClass) {
    if (wireClass instanceof WireInteger integer) {
      out.text(integer(integer));
    } else if (wireClass instanceof WireFloat number) {
      out.text(floatingPoint(number));
    } else if (wireClass instanceof WireString string) {
      out.text("string { encoding = " + encoding(string.encoding()) + "; }");
    } else if (wireClass instanceof WireEnumeration enumeration) {
      enumeration(enumeration);
    } else if (wireClass instanceof WireStructure structure) {
      structure(structure);
    } else if (wireClass instanceof WireVariant variant) {
      members("variant <" + LocationText.of(variant.tag()) + "> {", variant.options());
    } else {
      throw new IllegalArgumentException(
          "TSDL has no form for it, or none without a name: " + wireClass);
    }
  }

  void structure(WireStructure structure) {
    members("struct {", structure.members());
    if (structure.minimumAlignmentBits() > 1) {
      out.text(" align(" + structure.minimumAlignmentBits() + ")");
    }
  }

  private void members(String head, List<WireMember> members) {
    if (members.isEmpty()) {
      out.text(head + "}");
      return;
    }
    out.open(head);
    members.forEach(this::member);
    out.close("}");
  }

  /** A member on lines of its own; the brackets behind its name run from the outermost array to the innermost. */
  void member(WireMember member) {
    StringBuilder brackets = new StringBuilder();
    WireClass inner = member.wireClass();
    while (inner instanceof WireArray || inner instanceof WireSequence) {
      if (inner.alignmentBits() != innermost(inner).alignmentBits()) {
        throw new IllegalArgumentException("TSDL aligns arrays as their elements: " + inner);
      }
      if (inner instanceof WireArray array) {
        brackets.append('[').append(array.length()).append(']');
        inner = array.element();
      } else if (inner instanceof WireSequence sequence) {
        brackets.append('[').append(LocationText.of(sequence.length())).append(']');
        inner = sequence.element();
      }
    }
    out.comment(member.description()).indent();
    print(inner);
    out.text(" " + member.name() + brackets + ";").end();
  }

  private static WireClass innermost(WireClass list) {
    WireClass inner = list;
    while (inner instanceof WireArray || inner instanceof WireSequence) {
      inner = inner instanceof WireArray array ? array.element() : ((WireSequence) inner).element();
    }
    return inner;
  }

  private static String encoding(WireEncoding encoding) {
    if (encoding.unitBytes() > 1) {
      throw new IllegalArgumentException("TSDL has no such encoding: " + encoding);
    }
    return encoding.name();
  }

  private static void checkOrder(boolean reversed) {
    if (reversed) {
      throw new IllegalArgumentException("TSDL has no order of bits against that of the bytes");
    }
  }

  private static String integer(WireInteger integer) {
    checkOrder(integer.reversed());
    List<String> attributes = new ArrayList<>();
    attributes.add("size = " + integer.sizeBits());
    attributes.add("align = " + integer.alignmentBits());
    if (integer.signed()) {
      attributes.add("signed = true");
    }
    if (integer.base() != DisplayBase.DECIMAL) {
      attributes.add("base = " + integer.base().radix());
    }
    if (integer.encoding() != WireEncoding.NONE) {
      attributes.add("encoding = " + encoding(integer.encoding()));
    }
    byteOrder(integer.byteOrder(), attributes);
    integer.clock().ifPresent(name -> attributes.add("map = clock." + name + ".value"));
    return "integer { " + String.join("; ", attributes) + "; }";
  }

  private static String floatingPoint(WireFloat number) {
    checkOrder(number.reversed());
    List<String> attributes = new ArrayList<>();
    attributes.add("exp_dig = " + number.exponentBits());
    attributes.add("mant_dig = " + number.mantissaBits());
    attributes.add("align = " + number.alignmentBits());
    byteOrder(number.byteOrder(), attributes);
    return "floating_point { " + String.join("; ", attributes) + "; }";
  }

  private static void byteOrder(Optional<ByteOrder> byteOrder, List<String> attributes) {
    byteOrder.ifPresent(order -> attributes.add("byte_order = " + word(order)));
  }

  static String word(ByteOrder byteOrder) {
    return byteOrder == ByteOrder.BIG_ENDIAN ? "be" : "le";
  }

  private void enumeration(WireEnumeration enumeration) {
    if (!(enumeration.container() instanceof WireInteger container)) {
      throw new IllegalArgumentException("TSDL has no integers of variable length");
    }
    out.open("enum : " + integer(container) + " {");
    int left = enumeration.mappings().size();
    for (WireEnumeration.Mapping mapping : enumeration.mappings()) {
      boolean signed = container.signed();
      String values = value(mapping.firstValue(), signed);
      if (mapping.lastValue() != mapping.firstValue()) {
        values += " ... " + value(mapping.lastValue(), signed);
      }
      left--;
      out.line(TsdlText.quoted(mapping.label()) + " = " + values + (left > 0 ? "," : ""));
    }
    out.close("}");
  }

  private static String value(long bits, boolean signed) {
    return signed ? Long.toString(bits) : Long.toUnsignedString(bits);
  }
}
