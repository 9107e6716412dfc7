package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.contract.ContractField;
import org.genevent.contract.ContractType;
import org.genevent.contract.TraceContracts;
import org.genevent.diagnostic.Origin;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.VariantFieldClass;
import org.genevent.model.trace.WireStructure;

/** Declares again what the metadata of a trace says of fields. */
final class WireTypes {

  private final PathFacts facts;
  private final Losses losses;

  WireTypes(PathFacts facts, Losses losses) {
    this.facts = facts;
    this.losses = losses;
  }

  /** Fields of a structure called so in messages. */
  List<Field> fields(String where, Optional<WireStructure> wire) {
    List<Field> declared = fields(where, TraceContracts.fields(wire));
    if (wire.isEmpty()) {
      return declared;
    }
    new WireLosses(losses).structure(where, wire.get());
    DisplayBases bases = new DisplayBases();
    List<Field> shown = bases.fields(declared, wire.get());
    bases
        .unplaced()
        .forEach(name ->
            losses.add("the base in which numbers of " + where + "." + name + " are shown"));
    return shown;
  }

  private List<Field> fields(String where, List<ContractField> fields) {
    List<Field> declared = new ArrayList<>();
    for (ContractField field : fields) {
      declared.add(new Field(
          field.name(),
          facts.description(where + "." + field.name()),
          Optional.empty(),
          type(where + "." + field.name(), field.type()),
          Origin.NONE));
    }
    return declared;
  }

  private FieldClass type(String where, ContractType type) {
    if (type instanceof ContractType.Number number) {
      return ofC(where, integer(number));
    } else if (type instanceof ContractType.Floating floating) {
      return new FloatFieldClass(floating.sizeBits() == Float.SIZE ? 4 : 8);
    } else if (type instanceof ContractType.Truth) {
      return new BooleanFieldClass();
    } else if (type instanceof ContractType.Enumeration enumeration) {
      return enumeration(where, enumeration);
    } else if (type instanceof ContractType.FixedList list) {
      return list.length() > 0 && list.length() <= Integer.MAX_VALUE
          ? new ArrayFieldClass((int) list.length(), type(where, list.element()))
          : sequence(where, Byte.SIZE, list.element());
    } else if (type instanceof ContractType.VaryingList list) {
      return sequence(where, list.lengthBits(), list.element());
    } else if (type instanceof ContractType.Structure structure) {
      return new StructureFieldClass(fields(where, structure.members()));
    } else if (type instanceof ContractType.Variant variant) {
      return new VariantFieldClass(fields(where, variant.options()));
    } else if (type instanceof ContractType.Maybe maybe) {
      return new OptionalFieldClass(type(where, maybe.element()));
    }
    // text; a trace tells of no union
    return new StringFieldClass();
  }

  private static int bytes(int bits) {
    return bits > 32 ? 8 : bits > 16 ? 4 : bits > 8 ? 2 : 1;
  }

  private static IntegerFieldClass integer(ContractType.Number number) {
    int bytes = bytes(number.sizeBits());
    boolean network = number.network() && bytes > 1 && number.sizeBits() == bytes * Byte.SIZE;
    return new IntegerFieldClass(
        new IntegerSize.Fixed(bytes), number.signed(), network, DisplayBase.DECIMAL);
  }

  /** The number as the type of C that it was declared as, if the trace says one. */
  private IntegerFieldClass ofC(String where, IntegerFieldClass number) {
    int sizeBytes = ((IntegerSize.Fixed) number.size()).sizeBytes();
    return facts
        .type(where, sizeBytes)
        .map(type -> new IntegerFieldClass(
            new IntegerSize.OfType(type), number.signed(), number.network(), number.base()))
        .orElse(number);
  }

  private FieldClass sequence(String where, int lengthBits, ContractType element) {
    // a length that another scope tells is not known here
    IntegerFieldClass length =
        IntegerFieldClass.fixed(lengthBits == 0 ? 4 : bytes(lengthBits), false);
    return new SequenceFieldClass(
        ofC(where + PathFacts.LENGTH, length), type(where, element), false);
  }

  private FieldClass enumeration(String where, ContractType.Enumeration wire) {
    List<EnumerationLabel> labels = new ArrayList<>();
    for (ContractType.Label label : wire.labels()) {
      boolean fits = label.firstValue() == (int) label.firstValue()
          && label.lastValue() == (int) label.lastValue();
      if (fits) {
        labels.add(new EnumerationLabel(
            label.name(),
            label.firstValue(),
            label.lastValue(),
            facts.description(where + "=" + label.name()),
            Origin.NONE));
      }
    }
    if (wire.number().sizeBits() > 32 || labels.size() < wire.labels().size()) {
      losses.add("the labels of " + where + ", whose numbers are larger than an int");
      return integer(wire.number());
    }
    return new EnumerationFieldClass(labels);
  }
}
