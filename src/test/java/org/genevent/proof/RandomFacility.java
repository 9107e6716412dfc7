package org.genevent.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.genevent.abi.CType;
import org.genevent.diagnostic.Origin;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Event;
import org.genevent.model.EventDuration;
import org.genevent.model.EventLevel;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.NamedType;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;
import org.genevent.proof.RandomNames.Siblings;
import org.genevent.proof.Shape.Kind;

/** Makes facilities that the checks find no error in. The same seed and shape give the same facility. */
public final class RandomFacility {

  /** The most classes of one event; keeps random nesting from exploding. */
  private static final int CLASSES = 40;

  private final Random random;
  private final Shape shape;
  private final RandomNames names;
  private final List<NamedType> types = new ArrayList<>();
  private int classesLeft;

  private RandomFacility(Random random, Shape shape) {
    this.random = random;
    this.shape = shape;
    this.names = new RandomNames(random);
  }

  /**
   * Makes a facility.
   *
   * @param random decides everything that the shape leaves open
   * @param shape what the facility may be made of
   * @return a facility without errors
   */
  public static Facility of(Random random, Shape shape) {
    return new RandomFacility(random, shape).facility();
  }

  private Facility facility() {
    String name = names.identifier(new Siblings());
    if (shape.kinds().contains(Kind.REFERENCE)) {
      Siblings typeNames = new Siblings();
      int count = random.nextInt(4);
      for (int i = 0; i < count; i++) {
        classesLeft = CLASSES / 4;
        types.add(new NamedType(names.identifier(typeNames), typeClass(), Origin.NONE));
      }
    }
    classesLeft = CLASSES;
    List<Field> context = shape.context() && random.nextInt(3) == 0 ? context() : List.of();
    List<Event> events = events();
    return new Facility(
        name,
        random.nextInt(8) == 0 ? Optional.of("x86") : Optional.empty(),
        random.nextInt(4) == 0,
        names.text(),
        level(),
        random.nextInt(4) == 0 ? "slow-path" : Facility.DEFAULT_CHANNEL,
        context,
        types,
        events,
        pairs(events),
        Origin.NONE);
  }

  /** The class of a named type: anything but just a reference. */
  private FieldClass typeClass() {
    int depth = 1 + random.nextInt(Math.max(1, shape.maxDepth() - 1));
    if (depth > 1 && shape.kinds().contains(Kind.STRUCTURE) && random.nextBoolean()) {
      return new StructureFieldClass(members(shape.kinds(), depth, 1));
    }
    Set<Kind> kinds = EnumSet.copyOf(shape.kinds());
    kinds.remove(Kind.REFERENCE);
    return fieldClass(kinds, depth);
  }

  private EventLevel level() {
    return EventLevel.values()[random.nextInt(EventLevel.values().length)];
  }

  private List<Event> events() {
    Siblings eventNames = new Siblings();
    boolean declaredIds = random.nextInt(3) == 0;
    List<Event> events = new ArrayList<>();
    int count = 1 + random.nextInt(shape.maxEvents());
    for (int i = 0; i < count; i++) {
      classesLeft = CLASSES;
      boolean duration = shape.durations() && random.nextInt(6) == 0;
      events.add(new Event(
          names.identifier(eventNames),
          declaredIds ? Optional.of(i * 7 + 3) : Optional.empty(),
          names.text(),
          random.nextInt(3) == 0 ? Optional.of(level()) : Optional.empty(),
          random.nextInt(5) == 0 ? Optional.of("rare") : Optional.empty(),
          duration ? Optional.of(new EventDuration(random.nextInt(3) * 1000L)) : Optional.empty(),
          Set.of(),
          members(shape.kinds(), shape.maxDepth(), 0),
          Origin.NONE));
    }
    return events;
  }

  private List<EventPair> pairs(List<Event> events) {
    if (events.size() < 2 || random.nextInt(3) > 0) {
      return List.of();
    }
    return List.of(new EventPair(
        names.identifier(new Siblings()),
        events.get(0).name(),
        events.get(1).name(),
        List.of(),
        Origin.NONE));
  }

  /** Context fields: none may need a length or a tag. */
  private List<Field> context() {
    Set<Kind> kinds = EnumSet.copyOf(shape.kinds());
    kinds.removeAll(EnumSet.of(Kind.SEQUENCE, Kind.VARIANT, Kind.OPTIONAL, Kind.REFERENCE));
    return members(kinds, shape.maxDepth(), 1);
  }

  private List<Field> members(Set<Kind> kinds, int depth, int fewest) {
    Siblings siblings = new Siblings();
    List<Field> members = new ArrayList<>();
    int count = fewest + random.nextInt(shape.maxFields() + 1 - fewest);
    for (int i = 0; i < count; i++) {
      members.add(new Field(
          names.identifier(siblings),
          names.text(),
          Optional.empty(),
          fieldClass(kinds, depth),
          Origin.NONE));
    }
    return members;
  }

  /** A class of one of the kinds; {@code depth} 1 leaves only those without anything inside. */
  private FieldClass fieldClass(Set<Kind> kinds, int depth) {
    classesLeft--;
    List<Kind> possible = new ArrayList<>();
    for (Kind kind : kinds) {
      boolean flat = Shape.SCALARS.contains(kind) || kind == Kind.STRING;
      if (flat || depth > 1 && classesLeft > 0) {
        possible.add(kind);
      }
    }
    return ofKind(possible.get(random.nextInt(possible.size())), kinds, depth);
  }

  private FieldClass ofKind(Kind kind, Set<Kind> kinds, int depth) {
    return switch (kind) {
      case INTEGER -> fixedInteger();
      case C_INTEGER -> cInteger();
      case NETWORK_INTEGER ->
        new IntegerFieldClass(
            new IntegerSize.Fixed(2 << random.nextInt(3)), random.nextBoolean(), true, base());
      case FLOAT -> new FloatFieldClass(random.nextBoolean() ? 4 : 8);
      case BOOLEAN -> new BooleanFieldClass();
      case ENUMERATION -> enumeration();
      case STRING -> new StringFieldClass();
      case ARRAY -> new ArrayFieldClass(1 + random.nextInt(4), element(kinds, depth));
      case SEQUENCE -> new SequenceFieldClass(length(), element(kinds, depth), false);
      case STRUCTURE ->
        new StructureFieldClass(members(kinds, depth - 1, random.nextInt(8) == 0 ? 0 : 1));
      case UNION -> union(depth);
      case VARIANT -> new VariantFieldClass(members(kinds, depth - 1, 1));
      case OPTIONAL -> new OptionalFieldClass(fieldClass(kinds, depth - 1));
      case REFERENCE -> reference(kinds);
    };
  }

  private IntegerFieldClass fixedInteger() {
    return new IntegerFieldClass(
        new IntegerSize.Fixed(1 << random.nextInt(4)), random.nextBoolean(), false, base());
  }

  private IntegerFieldClass cInteger() {
    CType type = CType.values()[random.nextInt(CType.values().length)];
    boolean signed = switch (type) {
      case SSIZE_T, OFF_T -> true;
      case SIZE_T, POINTER -> false;
      default -> random.nextBoolean();
    };
    return IntegerFieldClass.ofType(type, signed);
  }

  private DisplayBase base() {
    return random.nextInt(3) > 0
        ? DisplayBase.DECIMAL
        : DisplayBase.values()[random.nextInt(DisplayBase.values().length)];
  }

  private EnumerationFieldClass enumeration() {
    Set<Long> bounds = new TreeSet<>();
    int highest = shape.narrowest().sizeBytes(CType.INT) == 2 ? Short.MAX_VALUE : Integer.MAX_VALUE;
    int count = 2 * (1 + random.nextInt(4));
    while (bounds.size() < count) {
      long near = random.nextInt(20) - 4L;
      bounds.add(random.nextInt(4) > 0 ? near : random.nextInt(highest) - random.nextInt(highest));
    }
    List<EnumerationLabel> labels = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    List<Long> sorted = List.copyOf(bounds);
    for (int i = 0; i < count; i += 2) {
      long last = random.nextInt(3) == 0 ? sorted.get(i + 1) : sorted.get(i);
      labels.add(
          new EnumerationLabel(names.label(taken), sorted.get(i), last, names.text(), Origin.NONE));
    }
    // labels need not stand in the order of their values
    if (random.nextBoolean()) {
      labels.sort(Comparator.comparing(EnumerationLabel::name));
    }
    return new EnumerationFieldClass(labels);
  }

  private FieldClass length() {
    List<CType> counting =
        List.of(CType.CHAR, CType.SHORT, CType.INT, CType.LONG, CType.SIZE_T, CType.OFF_T);
    if (shape.kinds().contains(Kind.C_INTEGER) && random.nextInt(3) == 0) {
      CType type = counting.get(random.nextInt(counting.size()));
      return IntegerFieldClass.ofType(type, type == CType.OFF_T);
    }
    if (shape.kinds().contains(Kind.NETWORK_INTEGER) && random.nextInt(6) == 0) {
      return new IntegerFieldClass(
          new IntegerSize.Fixed(2 << random.nextInt(3)), false, true, DisplayBase.DECIMAL);
    }
    return IntegerFieldClass.fixed(1 << random.nextInt(4), false);
  }

  private FieldClass element(Set<Kind> around, int depth) {
    Set<Kind> kinds = EnumSet.copyOf(around);
    kinds.retainAll(shape.elementKinds());
    FieldClass element = fieldClass(kinds, depth - 1);
    // elements must take space; an empty structure does not, wherever it is hidden
    return holdsSomething(element) ? element : fixedInteger();
  }

  private static boolean holdsSomething(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    if (resolved instanceof StructureFieldClass structure) {
      return structure.members().stream().anyMatch(member -> holdsSomething(member.fieldClass()));
    }
    return !(resolved instanceof ArrayFieldClass array) || holdsSomething(array.element());
  }

  private UnionFieldClass union(int depth) {
    Set<Kind> kinds = EnumSet.copyOf(Shape.SCALARS);
    kinds.retainAll(shape.kinds());
    List<Field> members = new ArrayList<>();
    for (Field member : members(kinds, 1, 1)) {
      boolean array = shape.kinds().contains(Kind.ARRAY) && depth > 2 && random.nextInt(3) == 0;
      FieldClass fieldClass = array
          ? new ArrayFieldClass(1 + random.nextInt(5), member.fieldClass())
          : member.fieldClass();
      members.add(new Field(
          member.name(), member.description(), Optional.empty(), fieldClass, Origin.NONE));
    }
    return new UnionFieldClass(members);
  }

  private FieldClass reference(Set<Kind> kinds) {
    // a type may hold every kind, so it fits only where every kind may stand
    if (types.isEmpty() || !kinds.equals(shape.kinds())) {
      return fixedInteger();
    }
    NamedType type = types.get(random.nextInt(types.size()));
    return new ReferenceFieldClass(type.name(), type.fieldClass());
  }
}
