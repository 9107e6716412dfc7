package org.genevent.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.abi.CType;
import org.genevent.diagnostic.Origin;

/** Short ways to declare things in tests. */
public final class Declare {

  public static final FieldClass INT = IntegerFieldClass.ofType(CType.INT, true);
  public static final FieldClass UINT = IntegerFieldClass.ofType(CType.INT, false);
  public static final FieldClass UCHAR = IntegerFieldClass.ofType(CType.CHAR, false);
  public static final FieldClass CHAR = IntegerFieldClass.ofType(CType.CHAR, true);
  public static final FieldClass ULONG = IntegerFieldClass.ofType(CType.LONG, false);
  public static final FieldClass POINTER = IntegerFieldClass.ofType(CType.POINTER, false);
  public static final FieldClass STRING = new StringFieldClass();

  private Declare() {}

  public static IntegerFieldClass uint(int sizeBytes) {
    return IntegerFieldClass.fixed(sizeBytes, false);
  }

  public static Field field(String name, FieldClass fieldClass) {
    return new Field(name, "", Optional.empty(), fieldClass, Origin.NONE);
  }

  public static EnumerationLabel label(String name, long value) {
    return new EnumerationLabel(name, value, value, "", Origin.NONE);
  }

  public static FieldClass sequence(FieldClass length, FieldClass element) {
    return new SequenceFieldClass(length, element, false);
  }

  public static StructureFieldClass structure(Field... members) {
    return new StructureFieldClass(List.of(members));
  }

  public static Event event(String name, Field... fields) {
    return event(name, Optional.empty(), Optional.empty(), fields);
  }

  public static Event event(
      String name, Optional<Integer> id, Optional<EventDuration> duration, Field... fields) {
    return new Event(
        name,
        id,
        "",
        Optional.empty(),
        Optional.empty(),
        duration,
        Set.of(),
        List.of(fields),
        Origin.NONE);
  }

  public static Facility facility(String name, Event... events) {
    return facility(name, List.of(), List.of(), events);
  }

  public static Facility facility(
      String name, List<NamedType> types, List<EventPair> pairs, Event... events) {
    return new Facility(
        name,
        Optional.empty(),
        false,
        "",
        EventLevel.DEFAULT,
        Facility.DEFAULT_CHANNEL,
        List.of(),
        types,
        List.of(events),
        pairs,
        Origin.NONE);
  }
}
