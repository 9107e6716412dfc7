package org.genevent.reader.ltt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.ContractField;
import org.genevent.contract.ContractType;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Event;
import org.genevent.model.Facility;
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
import org.genevent.reader.LttFacility;
import org.genevent.reader.LttTrace;

/** What the events of an LTT trace promise, by the facilities that it describes and the sizes that it announces. */
public final class LttContracts implements FieldClassVisitor<ContractType> {

  private final TypeSizes sizes;

  private LttContracts(TypeSizes sizes) {
    this.sizes = sizes;
  }

  /**
   * The events of a trace.
   *
   * @param trace the trace
   * @return events without offsets, by their full names
   */
  public static Map<String, ContractEvent> events(LttTrace trace) {
    Map<String, ContractEvent> events = new HashMap<>();
    for (LttFacility announced : trace.facilities()) {
      Optional<Facility> described = announced.facility();
      if (described.isEmpty()) {
        continue;
      }
      LttContracts types = new LttContracts(new TypeSizes(
          announced.intBytes(),
          announced.longBytes(),
          announced.pointerBytes(),
          announced.sizeTBytes(),
          announced.alignmentBytes()));
      for (Event event : described.get().events()) {
        events.putIfAbsent(
            announced.name() + ":" + event.name(),
            new ContractEvent(
                event.name(),
                OptionalInt.of(described.get().idOf(event)),
                event.duration().isPresent(),
                types.fields(event.payloadFields())));
      }
    }
    return events;
  }

  private List<ContractField> fields(List<Field> fields) {
    return fields.stream()
        .map(field ->
            new ContractField(field.name(), field.fieldClass().accept(this), OptionalInt.empty()))
        .toList();
  }

  @Override
  public ContractType visitInteger(IntegerFieldClass fieldClass) {
    return new ContractType.Number(
        sizes.bytes(fieldClass) * Byte.SIZE, fieldClass.signed(), fieldClass.network());
  }

  @Override
  public ContractType visitFloat(FloatFieldClass fieldClass) {
    return new ContractType.Floating(fieldClass.sizeBytes() * Byte.SIZE);
  }

  @Override
  public ContractType visitBoolean(BooleanFieldClass fieldClass) {
    return new ContractType.Truth();
  }

  @Override
  public ContractType visitEnumeration(EnumerationFieldClass fieldClass) {
    return new ContractType.Enumeration(
        new ContractType.Number(sizes.intBytes() * Byte.SIZE, true, false),
        fieldClass.labels().stream()
            .map(label ->
                new ContractType.Label(label.name(), label.firstValue(), label.lastValue()))
            .toList());
  }

  @Override
  public ContractType visitString(StringFieldClass fieldClass) {
    return new ContractType.Text();
  }

  @Override
  public ContractType visitArray(ArrayFieldClass fieldClass) {
    return new ContractType.FixedList(fieldClass.length(), fieldClass.element().accept(this));
  }

  @Override
  public ContractType visitSequence(SequenceFieldClass fieldClass) {
    FieldClass length = fieldClass.length().resolved();
    int lengthBits =
        length instanceof IntegerFieldClass integer ? sizes.bytes(integer) * Byte.SIZE : 0;
    return new ContractType.VaryingList(lengthBits, fieldClass.element().accept(this));
  }

  @Override
  public ContractType visitStructure(StructureFieldClass fieldClass) {
    return new ContractType.Structure(fields(fieldClass.members()));
  }

  @Override
  public ContractType visitUnion(UnionFieldClass fieldClass) {
    return new ContractType.Union(0, fields(fieldClass.members()));
  }

  @Override
  public ContractType visitVariant(VariantFieldClass fieldClass) {
    return new ContractType.Variant(fields(fieldClass.options()));
  }

  @Override
  public ContractType visitOptional(OptionalFieldClass fieldClass) {
    return new ContractType.Maybe(fieldClass.element().accept(this));
  }

  @Override
  public ContractType visitReference(ReferenceFieldClass fieldClass) {
    return fieldClass.target().accept(this);
  }
}
