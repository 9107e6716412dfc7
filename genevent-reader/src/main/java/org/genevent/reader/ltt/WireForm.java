package org.genevent.reader.ltt;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
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

/**
 * Says in the words of CTF which fields an event of LTT has, for those who look for them by name. It is no plan to read them by:
 * CTF has no words for the padding behind strings and sequences, and none for unions, whose members stand one after the other.
 */
final class WireForm implements FieldClassVisitor<WireClass> {

  /** What only is there to put a length or a tag in front of an element. */
  private static final String WRAPPED = "value";

  private final TypeSizes sizes;

  WireForm(TypeSizes sizes) {
    this.sizes = sizes;
  }

  /** The structure of some fields; empty if there are none. */
  Optional<WireStructure> structure(List<Field> fields) {
    return fields.isEmpty() ? Optional.empty() : Optional.of(new WireStructure(members(fields), 8));
  }

  private List<WireMember> members(List<Field> fields) {
    List<WireMember> members = new ArrayList<>();
    for (Field field : fields) {
      add("_" + field.name(), field.fieldClass().resolved(), field.description(), members);
    }
    return members;
  }

  private void add(
      String name, FieldClass fieldClass, String description, List<WireMember> members) {
    String helper = "_" + name + "_told";
    if (fieldClass instanceof SequenceFieldClass sequence) {
      members.add(new WireMember(helper, sequence.length().resolved().accept(this)));
      members.add(new WireMember(
          name,
          new WireSequence(WireLocation.beside(helper), inner(sequence.element())),
          description));
    } else if (fieldClass instanceof OptionalFieldClass optional) {
      choice(
          name,
          helper,
          sizes.bytes(optional.tag()),
          List.of(
              new WireMember("absent", new WireStructure(List.of(), 1)),
              new WireMember("present", inner(optional.element()))),
          members);
    } else if (fieldClass instanceof VariantFieldClass variant) {
      List<WireMember> options = new ArrayList<>();
      for (Field option : variant.options()) {
        options.add(new WireMember("_" + option.name(), inner(option.fieldClass())));
      }
      choice(name, helper, sizes.bytes(variant.tag()), options, members);
    } else {
      members.add(new WireMember(name, fieldClass.accept(this), description));
    }
  }

  private void choice(
      String name, String tag, int tagBytes, List<WireMember> options, List<WireMember> members) {
    List<WireEnumeration.Mapping> labels = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      labels.add(new WireEnumeration.Mapping(options.get(i).name(), i, i));
    }
    WireInteger number = WireInteger.unsigned(tagBytes * Byte.SIZE, alignmentBits(tagBytes));
    members.add(new WireMember(tag, new WireEnumeration(number, labels)));
    members.add(new WireMember(name, new WireVariant(WireLocation.beside(tag), options)));
  }

  /** An element or option, where no member can stand in front of it. */
  private WireClass inner(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    boolean told = resolved instanceof SequenceFieldClass
        || resolved instanceof OptionalFieldClass
        || resolved instanceof VariantFieldClass;
    if (!told) {
      return resolved.accept(this);
    }
    List<WireMember> members = new ArrayList<>();
    add(WRAPPED, resolved, "", members);
    WireMember teller = members.get(0);
    String helper = "_" + teller.name();
    WireClass value = members.get(1).wireClass() instanceof WireSequence sequence
        ? new WireSequence(WireLocation.beside(helper), sequence.element())
        : new WireVariant(
            WireLocation.beside(helper), ((WireVariant) members.get(1).wireClass()).options());
    return new WireStructure(
        List.of(new WireMember(helper, teller.wireClass()), new WireMember(WRAPPED, value)), 1);
  }

  private int alignmentBits(int sizeBytes) {
    return sizes.alignment(sizeBytes) * Byte.SIZE;
  }

  private WireInteger integer(int sizeBytes, boolean signed, boolean network, DisplayBase base) {
    return new WireInteger(
        sizeBytes * Byte.SIZE,
        alignmentBits(sizeBytes),
        signed,
        network ? Optional.of(ByteOrder.BIG_ENDIAN) : Optional.empty(),
        base,
        WireEncoding.NONE,
        Optional.empty());
  }

  @Override
  public WireClass visitInteger(IntegerFieldClass fieldClass) {
    return integer(
        sizes.bytes(fieldClass), fieldClass.signed(), fieldClass.network(), fieldClass.base());
  }

  @Override
  public WireClass visitFloat(FloatFieldClass fieldClass) {
    int bytes = fieldClass.sizeBytes();
    return bytes == Float.BYTES
        ? new WireFloat(8, 24, alignmentBits(bytes), Optional.empty())
        : new WireFloat(11, 53, alignmentBits(bytes), Optional.empty());
  }

  @Override
  public WireClass visitBoolean(BooleanFieldClass fieldClass) {
    return new WireEnumeration(
        WireInteger.unsigned(Byte.SIZE, Byte.SIZE),
        List.of(
            new WireEnumeration.Mapping("false", 0, 0), new WireEnumeration.Mapping("true", 1, 1)));
  }

  @Override
  public WireClass visitEnumeration(EnumerationFieldClass fieldClass) {
    return new WireEnumeration(
        integer(sizes.intBytes(), true, false, DisplayBase.DECIMAL),
        fieldClass.labels().stream()
            .map(label ->
                new WireEnumeration.Mapping(label.name(), label.firstValue(), label.lastValue()))
            .toList());
  }

  @Override
  public WireClass visitString(StringFieldClass fieldClass) {
    return new WireString(WireEncoding.UTF8);
  }

  @Override
  public WireClass visitArray(ArrayFieldClass fieldClass) {
    return new WireArray(fieldClass.length(), inner(fieldClass.element()));
  }

  @Override
  public WireClass visitStructure(StructureFieldClass fieldClass) {
    return new WireStructure(members(fieldClass.members()), 1);
  }

  @Override
  public WireClass visitUnion(UnionFieldClass fieldClass) {
    return new WireStructure(members(fieldClass.members()), 1);
  }

  @Override
  public WireClass visitSequence(SequenceFieldClass fieldClass) {
    return inner(fieldClass);
  }

  @Override
  public WireClass visitVariant(VariantFieldClass fieldClass) {
    return inner(fieldClass);
  }

  @Override
  public WireClass visitOptional(OptionalFieldClass fieldClass) {
    return inner(fieldClass);
  }

  @Override
  public WireClass visitReference(ReferenceFieldClass fieldClass) {
    return fieldClass.resolved().accept(this);
  }
}
