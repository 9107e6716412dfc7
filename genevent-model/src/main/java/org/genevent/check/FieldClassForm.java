package org.genevent.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.genevent.abi.Abi;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.LayoutRule;
import org.genevent.layout.Metrics;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/** The form of one field class; a reference is not followed, as its type is checked where it stands. */
record FieldClassForm(
    FieldClassChecks checks,
    NameChecks names,
    LayoutRule rule,
    List<Abi> abis,
    Findings findings,
    Origin origin)
    implements FieldClassVisitor<Void> {

  @Override
  public Void visitInteger(IntegerFieldClass fieldClass) {
    if (fieldClass.network() && fieldClass.size().sizeBytes(DataModel.LP64) == 1) {
      findings.add(Diagnostic.of(
              DiagnosticCode.TYPE_BYTE_ORDER,
              origin.part("byte_order"),
              "a byte order means nothing for an integer of one byte")
          .withFix("leave it out"));
    }
    return null;
  }

  @Override
  public Void visitFloat(FloatFieldClass fieldClass) {
    return null;
  }

  @Override
  public Void visitBoolean(BooleanFieldClass fieldClass) {
    return null;
  }

  @Override
  public Void visitEnumeration(EnumerationFieldClass fieldClass) {
    if (fieldClass.labels().isEmpty()) {
      findings.add(Diagnostic.of(
              DiagnosticCode.TYPE_ENUM_EMPTY, origin.place(), "the enumeration has no label")
          .withRule("C has no enumeration without a value")
          .withFix("add a label, or make the field an int"));
    }
    NameChecks.Unique unique = names.unique("label");
    for (EnumerationLabel label : fieldClass.labels()) {
      names.label(label.name(), label.origin());
      unique.addExact(label.name(), label.origin());
      FacilityChecks.description(label.description(), label.origin(), findings);
      value(label);
    }
    overlaps(fieldClass.labels());
    return null;
  }

  private void value(EnumerationLabel label) {
    if (label.firstValue() > label.lastValue()) {
      findings.add(Diagnostic.of(
              DiagnosticCode.TYPE_LABEL_VALUE,
              label.origin().part("value"),
              "the label '" + label.name() + "' stands for the values from " + label.firstValue()
                  + " to " + label.lastValue() + ", which are none")
          .withFix("write the lower value first"));
      return;
    }
    int intBytes = 4;
    for (Abi abi : abis) {
      intBytes = Math.min(intBytes, abi.dataModel().sizeBytes(CType.INT));
    }
    long highest = (1L << (intBytes * 8 - 1)) - 1;
    if (label.firstValue() < -highest - 1 || label.lastValue() > highest) {
      long value = label.firstValue() < -highest - 1 ? label.firstValue() : label.lastValue();
      findings.add(Diagnostic.of(
              DiagnosticCode.TYPE_LABEL_VALUE,
              label.origin().part("value"),
              "the value " + value + " of the label '" + label.name() + "' does not fit an int of "
                  + intBytes + " bytes")
          .withRule("an enumeration is as large as the target's int and signed: from "
              + (-highest - 1) + " to " + highest));
    }
  }

  private void overlaps(List<EnumerationLabel> labels) {
    List<EnumerationLabel> byValue = new ArrayList<>(labels);
    byValue.sort(Comparator.comparingLong(EnumerationLabel::firstValue));
    EnumerationLabel highest = null;
    for (EnumerationLabel label : byValue) {
      if (highest != null && label.firstValue() <= highest.lastValue()) {
        findings.add(Diagnostic.of(
                DiagnosticCode.TYPE_LABEL_OVERLAP,
                label.origin().part("value"),
                "the labels '" + highest.name() + "' and '" + label.name() + "' share the value "
                    + label.firstValue())
            .withRule("viewers show the first label that fits")
            .withFix("give one of them another value, if they are not meant as synonyms"));
      }
      if (highest == null || label.lastValue() > highest.lastValue()) {
        highest = label;
      }
    }
  }

  @Override
  public Void visitString(StringFieldClass fieldClass) {
    return null;
  }

  @Override
  public Void visitArray(ArrayFieldClass fieldClass) {
    if (fieldClass.length() < 1 || fieldClass.length() > Limits.ARRAY_ELEMENTS) {
      findings.add(Diagnostic.of(
              DiagnosticCode.TYPE_ARRAY_LENGTH,
              origin.part("size"),
              "the array has " + fieldClass.length() + " elements")
          .withRule("an array has from 1 to " + Limits.ARRAY_ELEMENTS + " elements")
          .withFix("for a number that each event says, use a sequence"));
    }
    element(fieldClass.element());
    return null;
  }

  private void element(FieldClass element) {
    checks.inner(element, origin.inner(Origin.ELEMENT));
    Metrics metrics = new Metrics(DataModel.LP64, LayoutRule.NATURAL, true);
    boolean empty = element.resolved() instanceof StructureFieldClass
        && metrics.fixedSizeBytes(element).orElse(1) == 0;
    if (empty) {
      findings.add(Diagnostic.of(
              DiagnosticCode.TYPE_ELEMENT_EMPTY,
              origin.inner(Origin.ELEMENT).place(),
              "the elements take no space in the trace")
          .withRule("a reader could not tell how many there are without walking through nothing")
          .withFix("give the structure a field, or write the number as an integer"));
    }
  }

  @Override
  public Void visitSequence(SequenceFieldClass fieldClass) {
    FieldClass length = fieldClass.length().resolved();
    boolean counts = length instanceof IntegerFieldClass integer
        && (!integer.signed() || integer.size().equals(new IntegerSize.OfType(CType.OFF_T)))
        && !integer.size().equals(new IntegerSize.OfType(CType.POINTER));
    if (!counts) {
      findings.add(Diagnostic.of(
              DiagnosticCode.TYPE_SEQUENCE_LENGTH,
              origin.inner(Origin.LENGTH).place(),
              "the length of the sequence is not an unsigned integer")
          .withRule(
              "the first type of a sequence is its length: uint_fixed, uchar, ushort, uint, ulong, size_t"
                  + " or off_t")
          .withFix("write <uint_fixed size=\"4\"/> first, then the type of the elements"));
    } else {
      checks.inner(fieldClass.length(), origin.inner(Origin.LENGTH));
    }
    element(fieldClass.element());
    return null;
  }

  @Override
  public Void visitStructure(StructureFieldClass fieldClass) {
    members("field", fieldClass.members());
    return null;
  }

  private void members(String kind, List<Field> members) {
    NameChecks.Unique unique = names.unique(kind);
    for (Field member : members) {
      names.identifier(kind, member.name(), member.origin());
      unique.addMember(member.name(), member.origin());
      FacilityChecks.description(member.description(), member.origin(), findings);
      checks.inner(member.fieldClass(), member.origin().inner(Origin.TYPE));
    }
  }

  @Override
  public Void visitUnion(UnionFieldClass fieldClass) {
    if (fieldClass.members().isEmpty()) {
      findings.add(Diagnostic.of(
          DiagnosticCode.TYPE_UNION_MEMBER, origin.place(), "the union has no member"));
    }
    members("field", fieldClass.members());
    for (Field member : fieldClass.members()) {
      FieldClass inner = member.fieldClass().resolved();
      boolean shares = Metrics.isScalar(inner)
          || inner instanceof ArrayFieldClass array && Metrics.isScalar(array.element());
      if (!shares) {
        findings.add(Diagnostic.of(
                DiagnosticCode.TYPE_UNION_MEMBER,
                member.origin().place(),
                "the member '" + member.name()
                    + "' of a union is neither a number nor an array of numbers")
            .withRule(
                "a union's bytes are copied without knowing which member counts, so every member has"
                    + " the same bytes in memory and in the trace")
            .withFix("use a variant, which tells by a tag"));
      }
    }
    return null;
  }

  @Override
  public Void visitVariant(VariantFieldClass fieldClass) {
    byRule("variant");
    int options = fieldClass.options().size();
    if (options < 1 || options > VariantFieldClass.MAX_OPTIONS) {
      findings.add(Diagnostic.of(
              DiagnosticCode.TYPE_VARIANT_OPTIONS,
              origin.place(),
              "the variant has " + options + " options")
          .withRule("a variant has from 1 to " + VariantFieldClass.MAX_OPTIONS + " options"));
    }
    members("option", fieldClass.options());
    return null;
  }

  @Override
  public Void visitOptional(OptionalFieldClass fieldClass) {
    byRule("optional");
    checks.inner(fieldClass.element(), origin.inner(Origin.ELEMENT));
    return null;
  }

  private void byRule(String word) {
    if (rule == LayoutRule.LTT) {
      findings.add(Diagnostic.of(
              DiagnosticCode.LAYOUT_RULE, origin.place(), "the layout rule 'ltt' has no " + word)
          .withRule("it is the original's layout, which knew neither variants nor optional values")
          .withFix("use the layout rule 'natural', or a sequence or structure instead"));
    }
  }

  @Override
  public Void visitReference(ReferenceFieldClass fieldClass) {
    return null;
  }
}
