package org.genevent.facility;

import java.util.List;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.NamedType;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/** A facility whose descriptions have U+FFFD for each character that XML 1.0 cannot hold, and nothing else changed. */
final class LegalText implements FieldClassVisitor<FieldClass> {

  private LegalText() {}

  static Facility of(Facility facility) {
    LegalText legal = new LegalText();
    return new Facility(
        facility.name(),
        facility.arch(),
        facility.packed(),
        text(facility.description()),
        facility.level(),
        facility.channel(),
        legal.fields(facility.context()),
        facility.types().stream()
            .map(type -> new NamedType(type.name(), type.fieldClass().accept(legal), type.origin()))
            .toList(),
        facility.events().stream().map(legal::event).toList(),
        facility.pairs(),
        facility.origin());
  }

  private static String text(String text) {
    StringBuilder legal = new StringBuilder();
    text.codePoints().forEach(c -> {
      boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
      boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      legal.appendCodePoint(control || half || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c);
    });
    return legal.toString();
  }

  private Event event(Event event) {
    return new Event(
        event.name(),
        event.id(),
        text(event.description()),
        event.level(),
        event.channel(),
        event.duration(),
        event.attributes(),
        fields(event.fields()),
        event.origin());
  }

  private List<Field> fields(List<Field> fields) {
    return fields.stream()
        .map(field -> new Field(
            field.name(),
            text(field.description()),
            field.format(),
            field.fieldClass().accept(this),
            field.origin()))
        .toList();
  }

  @Override
  public FieldClass visitInteger(IntegerFieldClass fieldClass) {
    return fieldClass;
  }

  @Override
  public FieldClass visitFloat(FloatFieldClass fieldClass) {
    return fieldClass;
  }

  @Override
  public FieldClass visitBoolean(BooleanFieldClass fieldClass) {
    return fieldClass;
  }

  @Override
  public FieldClass visitString(StringFieldClass fieldClass) {
    return fieldClass;
  }

  @Override
  public FieldClass visitEnumeration(EnumerationFieldClass fieldClass) {
    return new EnumerationFieldClass(fieldClass.labels().stream()
        .map(label -> new EnumerationLabel(
            label.name(),
            label.firstValue(),
            label.lastValue(),
            text(label.description()),
            label.origin()))
        .toList());
  }

  @Override
  public FieldClass visitArray(ArrayFieldClass fieldClass) {
    return new ArrayFieldClass(fieldClass.length(), fieldClass.element().accept(this));
  }

  @Override
  public FieldClass visitSequence(SequenceFieldClass fieldClass) {
    return new SequenceFieldClass(
        fieldClass.length().accept(this),
        fieldClass.element().accept(this),
        fieldClass.customWrite());
  }

  @Override
  public FieldClass visitStructure(StructureFieldClass fieldClass) {
    return new StructureFieldClass(fields(fieldClass.members()));
  }

  @Override
  public FieldClass visitUnion(UnionFieldClass fieldClass) {
    return new UnionFieldClass(fields(fieldClass.members()));
  }

  @Override
  public FieldClass visitVariant(VariantFieldClass fieldClass) {
    return new VariantFieldClass(fields(fieldClass.options()));
  }

  @Override
  public FieldClass visitOptional(OptionalFieldClass fieldClass) {
    return new OptionalFieldClass(fieldClass.element().accept(this));
  }

  @Override
  public FieldClass visitReference(ReferenceFieldClass fieldClass) {
    return new ReferenceFieldClass(fieldClass.name(), fieldClass.target().accept(this));
  }
}
