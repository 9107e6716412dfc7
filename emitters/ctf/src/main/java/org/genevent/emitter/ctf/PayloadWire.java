package org.genevent.emitter.ctf;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.LayoutRule;
import org.genevent.layout.Metrics;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;
import org.genevent.plan.PayloadPlan;

/**
 * Works out the wire classes of a planned payload, so that CTF's own rules of alignment put every field exactly where the
 * layout rule {@code natural} puts it.
 *
 * <p>Sizes and alignments are the layout's. What CTF says otherwise:
 *
 * <ul>
 *   <li>the length of a sequence and the tag of a variant or optional are members of their own, in front of it; the length
 *       is aligned as strictly as the sequence;
 *   <li>elements and options that need such a member get a structure around them, with the one field {@value #WRAPPED};
 *   <li>an optional is a variant of nothing and something, a boolean an enumeration, a union its bytes.
 * </ul>
 */
final class PayloadWire {

  /** The field of a structure that was put around an element or option. */
  static final String WRAPPED = "value";

  /** Event records begin, and so do contexts and payloads, at multiples of 8 bytes on every target. */
  private static final int PAYLOAD_ALIGNMENT_BITS = 64;

  private static final int BYTE_BITS = 8;

  /** Of a structure that is as aligned as its members are. */
  private static final int OF_MEMBERS_BITS = 1;

  private final Metrics metrics;
  private final boolean described;

  /**
   * A conversion for a target.
   *
   * @param metrics sizes and alignments; the rule is {@code natural}
   * @param described whether descriptions are taken over
   */
  PayloadWire(Metrics metrics, boolean described) {
    if (metrics.rule() != LayoutRule.NATURAL) {
      throw new IllegalArgumentException(
          "CTF has no padding behind strings: rule=" + metrics.rule());
    }
    this.metrics = metrics;
    this.described = described;
  }

  /** The structure of a payload or context; empty if it has no fields. */
  Optional<WireStructure> structure(PayloadPlan payload) {
    if (payload.fields().isEmpty()) {
      return Optional.empty();
    }
    // a payload that takes no space must not move the end of the event record
    boolean nothing = payload.write().fixedSizeBytes().orElse(1) == 0;
    return Optional.of(new WireStructure(
        members(payload.fields()), nothing ? OF_MEMBERS_BITS : PAYLOAD_ALIGNMENT_BITS));
  }

  private List<WireMember> members(List<Field> fields) {
    WireNames names = new WireNames(fields);
    List<WireMember> members = new ArrayList<>();
    for (Field field : fields) {
      add(field, names, members);
    }
    return members;
  }

  private void add(Field field, WireNames names, List<WireMember> members) {
    FieldClass fieldClass = field.fieldClass().resolved();
    WireClass wireClass;
    if (fieldClass instanceof SequenceFieldClass sequence) {
      String length = names.helper(field.name(), "length");
      members.add(new WireMember(length, length(sequence)));
      wireClass = new WireSequence(WireLocation.beside(length), inner(sequence.element()));
    } else if (fieldClass instanceof OptionalFieldClass optional) {
      String tag = names.helper(field.name(), "tag");
      List<WireMember> options = List.of(
          new WireMember("absent", new WireStructure(List.of(), OF_MEMBERS_BITS)),
          new WireMember("present", inner(optional.element())));
      members.add(new WireMember(tag, tag(optional.tag(), options)));
      wireClass = new WireVariant(WireLocation.beside(tag), options);
    } else if (fieldClass instanceof VariantFieldClass variant) {
      String tag = names.helper(field.name(), "tag");
      List<WireMember> options = new ArrayList<>();
      for (Field option : variant.options()) {
        options.add(new WireMember(
            WireNames.option(option.name()), inner(option.fieldClass()), description(option)));
      }
      members.add(new WireMember(tag, tag(variant.tag(), options)));
      wireClass = new WireVariant(WireLocation.beside(tag), options);
    } else {
      wireClass = selfContained(fieldClass);
    }
    members.add(new WireMember(WireNames.member(field.name()), wireClass, description(field)));
  }

  private String description(Field field) {
    return described ? field.description() : "";
  }

  /** A class where no member can stand in front of it: an element or an option. */
  private WireClass inner(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    boolean needsMember = resolved instanceof SequenceFieldClass
        || resolved instanceof OptionalFieldClass
        || resolved instanceof VariantFieldClass;
    if (!needsMember) {
      return selfContained(resolved);
    }
    Field around = new Field(WRAPPED, "", Optional.empty(), resolved, Origin.NONE);
    List<WireMember> members = new ArrayList<>(members(List.of(around)));
    // no underscore in front: a field of that name has one, so nobody's structure looks like this
    // one
    WireMember value = members.remove(members.size() - 1);
    members.add(new WireMember(WRAPPED, value.wireClass()));
    return new WireStructure(members, OF_MEMBERS_BITS);
  }

  private WireClass selfContained(FieldClass fieldClass) {
    if (fieldClass instanceof IntegerFieldClass integer) {
      return integer(integer, integer.signed(), alignmentBits(integer));
    } else if (fieldClass instanceof FloatFieldClass number) {
      return number.sizeBytes() == 4
          ? new WireFloat(8, 24, alignmentBits(number), Optional.empty())
          : new WireFloat(11, 53, alignmentBits(number), Optional.empty());
    } else if (fieldClass instanceof BooleanFieldClass truth) {
      return new WireEnumeration(
          WireInteger.unsigned(sizeBits(truth), alignmentBits(truth)),
          List.of(
              new WireEnumeration.Mapping("false", 0, 0),
              new WireEnumeration.Mapping("true", 1, 1)));
    } else if (fieldClass instanceof EnumerationFieldClass enumeration) {
      return enumeration(enumeration);
    } else if (fieldClass instanceof StringFieldClass) {
      return new WireString(WireEncoding.UTF8);
    } else if (fieldClass instanceof ArrayFieldClass array) {
      return new WireArray(array.length(), inner(array.element()));
    } else if (fieldClass instanceof StructureFieldClass structure) {
      return new WireStructure(members(structure.members()), OF_MEMBERS_BITS);
    } else if (fieldClass instanceof UnionFieldClass union) {
      int sizeBytes = metrics.fixedSizeBytes(union).orElseThrow();
      WireClass bytes = new WireArray(sizeBytes, WireInteger.unsigned(BYTE_BITS, BYTE_BITS));
      int alignment = alignmentBits(union);
      return new WireStructure(
          List.of(new WireMember("_bytes", bytes)),
          alignment == BYTE_BITS ? OF_MEMBERS_BITS : alignment);
    }
    throw new IllegalArgumentException("needs a member in front of it: " + fieldClass);
  }

  private WireInteger integer(IntegerFieldClass integer, boolean signed, int alignmentBits) {
    return new WireInteger(
        sizeBits(integer),
        alignmentBits,
        signed,
        integer.network() ? Optional.of(ByteOrder.BIG_ENDIAN) : Optional.empty(),
        integer.base(),
        WireEncoding.NONE,
        Optional.empty());
  }

  /** CTF wants an unsigned length, also where the declared type is {@code off_t}. */
  private WireInteger length(SequenceFieldClass sequence) {
    IntegerFieldClass length = (IntegerFieldClass) sequence.length().resolved();
    return integer(length, false, alignmentBits(sequence));
  }

  private WireEnumeration tag(IntegerFieldClass tag, List<WireMember> options) {
    List<WireEnumeration.Mapping> mappings = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      mappings.add(new WireEnumeration.Mapping(options.get(i).name(), i, i));
    }
    return new WireEnumeration(WireInteger.unsigned(sizeBits(tag), alignmentBits(tag)), mappings);
  }

  private WireEnumeration enumeration(EnumerationFieldClass enumeration) {
    WireInteger container = new WireInteger(
        sizeBits(enumeration),
        alignmentBits(enumeration),
        true,
        Optional.empty(),
        DisplayBase.DECIMAL,
        WireEncoding.NONE,
        Optional.empty());
    return new WireEnumeration(
        container,
        enumeration.labels().stream()
            .map(label ->
                new WireEnumeration.Mapping(label.name(), label.firstValue(), label.lastValue()))
            .toList());
  }

  private int sizeBits(FieldClass fieldClass) {
    return metrics.scalarSizeBytes(fieldClass) * BYTE_BITS;
  }

  private int alignmentBits(FieldClass fieldClass) {
    return metrics.alignment(fieldClass).bytes() * BYTE_BITS;
  }
}
