package org.genevent.reader.field;

import java.util.List;
import java.util.Optional;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Event;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireInteger;

/** Finds what people see of events that a facility declares, as LTT traces have them. */
final class DeclaredFields {

  /** What a label's number is in LTT traces. */
  private static final WireInteger LABEL = new WireInteger(
      Integer.SIZE,
      Byte.SIZE,
      true,
      Optional.empty(),
      DisplayBase.DECIMAL,
      WireEncoding.NONE,
      Optional.empty());

  private DeclaredFields() {}

  static VisibleField of(Event event) {
    return group("", FieldKind.STRUCTURE, event.payloadFields());
  }

  private static VisibleField group(String name, FieldKind kind, List<Field> fields) {
    return VisibleField.group(
        name,
        kind,
        fields.stream().map(field -> field(field.name(), field.fieldClass())).toList());
  }

  private static VisibleField field(String name, FieldClass declared) {
    FieldClass fieldClass = declared.resolved();
    if (fieldClass instanceof StructureFieldClass structure) {
      return group(name, FieldKind.STRUCTURE, structure.members());
    } else if (fieldClass instanceof UnionFieldClass union) {
      return group(name, FieldKind.STRUCTURE, union.members());
    } else if (fieldClass instanceof VariantFieldClass variant) {
      return group(name, FieldKind.VARIANT, variant.options());
    } else if (fieldClass instanceof OptionalFieldClass optional) {
      return field(name, optional.element()).asOptional();
    } else if (fieldClass instanceof ArrayFieldClass array) {
      return VisibleField.group(name, FieldKind.LIST, List.of(field("", array.element())));
    } else if (fieldClass instanceof SequenceFieldClass sequence) {
      return VisibleField.group(name, FieldKind.LIST, List.of(field("", sequence.element())));
    } else if (fieldClass instanceof EnumerationFieldClass enumeration) {
      List<WireEnumeration.Mapping> mappings = enumeration.labels().stream()
          .map(label ->
              new WireEnumeration.Mapping(label.name(), label.firstValue(), label.lastValue()))
          .toList();
      return new VisibleField(
          name,
          FieldKind.ENUMERATION,
          false,
          List.of(),
          Optional.of(new WireEnumeration(LABEL, mappings)));
    } else if (fieldClass instanceof StringFieldClass) {
      return VisibleField.plain(name, FieldKind.TEXT);
    } else if (fieldClass instanceof FloatFieldClass) {
      return VisibleField.plain(name, FieldKind.FLOATING);
    } else if (fieldClass instanceof BooleanFieldClass) {
      return VisibleField.plain(name, FieldKind.BOOLEAN);
    }
    return VisibleField.plain(name, FieldKind.INTEGER);
  }
}
