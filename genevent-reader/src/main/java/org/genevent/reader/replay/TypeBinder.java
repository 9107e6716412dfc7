package org.genevent.reader.replay;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.genevent.contract.ContractField;
import org.genevent.contract.ContractType;
import org.genevent.contract.Conversions;

/** Binds the fields of a trace to Java types, by the classes that the interface declares. */
final class TypeBinder {

  private final BiConsumer<String, String> unknown;
  private int places;

  /** Takes what values have no constant or record: the field, and what it is. */
  TypeBinder(BiConsumer<String, String> unknown) {
    this.unknown = unknown;
  }

  int places() {
    return places;
  }

  int newPlace() {
    return places++;
  }

  /** Binds members by name; those that the trace does not have are zero, empty or absent. */
  Target structure(
      String path,
      List<ContractField> declared,
      List<Type> types,
      List<ContractField> trace,
      List<MethodHandle> getters)
      throws BindingFailure {
    String[] names = new String[trace.size()];
    Target[] targets = new Target[trace.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = trace.get(i).name();
      targets[i] = Targets.IgnoredTarget.INSTANCE;
    }
    for (int i = 0; i < declared.size(); i++) {
      ContractField field = declared.get(i);
      int found = List.of(names).indexOf(field.name());
      if (found < 0) {
        getters.add(missing(types.get(i), field.type()));
      } else {
        Bound bound = bind(
            path + field.name(), types.get(i), field.type(), trace.get(found).type());
        targets[found] = bound.target();
        getters.add(bound.getter());
      }
    }
    return new Targets.StructureTarget(names, targets);
  }

  private Bound bind(String path, Type java, ContractType declared, ContractType trace)
      throws BindingFailure {
    if (declared instanceof ContractType.Maybe maybe) {
      Class<?> form = JavaTypes.raw(java);
      ContractType inner = trace instanceof ContractType.Maybe there ? there.element() : trace;
      Bound value = bind(path, JavaTypes.present(java), maybe.element(), inner);
      MethodHandle present = Handles.present(form, value.getter());
      return trace instanceof ContractType.Maybe
          ? perhaps(value.target(), present, Handles.absent(form))
          : new Bound(value.target(), present);
    } else if (trace instanceof ContractType.Maybe maybe) {
      Bound value = bind(path, java, declared, maybe.element());
      return perhaps(value.target(), value.getter(), missing(java, declared));
    }
    return certain(path, java, declared, trace);
  }

  private Bound perhaps(Target value, MethodHandle present, MethodHandle absent) {
    int presence = newPlace();
    return new Bound(
        new Targets.MaybeTarget(value, presence), Handles.either(presence, present, absent));
  }

  private Bound certain(String path, Type java, ContractType declared, ContractType trace)
      throws BindingFailure {
    Class<?> raw = JavaTypes.raw(java);
    if (declared instanceof ContractType.Number
        && Conversions.isWidening(trace, declared)
        && raw.isPrimitive()) {
      int place = newPlace();
      return new Bound(new Targets.NumberTarget(place), Handles.number(place, raw));
    } else if (declared instanceof ContractType.Floating
        && Conversions.isWidening(trace, declared)
        && (raw == float.class || raw == double.class)) {
      int place = newPlace();
      return new Bound(new Targets.NumberTarget(place), Handles.floating(place, raw));
    } else if (declared instanceof ContractType.Truth
        && trace instanceof ContractType.Truth
        && raw == boolean.class) {
      int place = newPlace();
      return new Bound(new Targets.NumberTarget(place), Handles.number(place, raw));
    } else if (declared instanceof ContractType.Text
        && trace instanceof ContractType.Text
        && raw.isAssignableFrom(String.class)) {
      int place = newPlace();
      return new Bound(new Targets.TextTarget(place), Values.objectAt(place, raw));
    }
    return composed(path, java, declared, trace);
  }

  private Bound composed(String path, Type java, ContractType declared, ContractType trace)
      throws BindingFailure {
    Class<?> raw = JavaTypes.raw(java);
    if (declared instanceof ContractType.Enumeration labels
        && (trace instanceof ContractType.Enumeration || trace instanceof ContractType.Truth)
        && raw.isEnum()) {
      return enumeration(path, raw, labels);
    } else if (declared instanceof ContractType.Structure structure
        && trace instanceof ContractType.Structure there
        && raw.isRecord()) {
      return record(path, raw, structure, there);
    } else if (declared instanceof ContractType.Variant variant
        && trace instanceof ContractType.Variant there
        && raw.isSealed()) {
      return variant(path, raw, variant, there);
    }
    ContractType element = element(declared);
    ContractType traceElement = element(trace);
    if (element != null && traceElement != null && (raw.isArray() || raw == ByteBuffer.class)) {
      return list(path, java, element, traceElement);
    }
    throw new BindingFailure(
        path + " is " + trace.text() + " in the trace and cannot be " + java.getTypeName());
  }

  private static ContractType element(ContractType type) {
    if (type instanceof ContractType.FixedList list) {
      return list.element();
    }
    return type instanceof ContractType.VaryingList list ? list.element() : null;
  }

  private Bound enumeration(String path, Class<?> type, ContractType.Enumeration declared)
      throws BindingFailure {
    Object[] constants = type.getEnumConstants();
    List<ContractType.Label> labels = declared.labels();
    if (constants.length != labels.size()) {
      throw changed(type);
    }
    Map<String, Object> byLabel = new HashMap<>();
    for (int i = 0; i < constants.length; i++) {
      byLabel.put(labels.get(i).name(), constants[i]);
    }
    int place = newPlace();
    return new Bound(
        new Targets.EnumTarget(place, byLabel, what -> unknown.accept(path, what)),
        Values.objectAt(place, type));
  }

  private Bound record(
      String path, Class<?> type, ContractType.Structure declared, ContractType.Structure trace)
      throws BindingFailure {
    List<MethodHandle> getters = new ArrayList<>();
    List<Type> types = componentTypes(type, declared.members());
    Target target = structure(path + ".", declared.members(), types, trace.members(), getters);
    return new Bound(target, Handles.call(constructor(type), getters));
  }

  /** The types of a record's components, one for each declared member. */
  static List<Type> componentTypes(Class<?> record, List<ContractField> members)
      throws BindingFailure {
    List<Type> types = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      types.add(component.getGenericType());
    }
    if (types.size() != members.size()) {
      throw changed(record);
    }
    return types;
  }

  static MethodHandle constructor(Class<?> record) throws BindingFailure {
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      types.add(component.getType());
    }
    try {
      return Handles.lookup(record)
          .findConstructor(record, MethodType.methodType(void.class, types));
    } catch (ReflectiveOperationException e) {
      throw new BindingFailure("the record " + record.getName() + " cannot be made: " + e);
    }
  }

  private static BindingFailure changed(Class<?> type) {
    return new BindingFailure(type.getName()
        + " is not what it was when the interface was compiled: compile both together");
  }

  private Bound variant(
      String path, Class<?> type, ContractType.Variant declared, ContractType.Variant trace)
      throws BindingFailure {
    List<Class<?>> records = JavaTypes.options(type);
    if (records.size() != declared.options().size()) {
      throw changed(type);
    }
    int place = newPlace();
    List<String> names = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    List<MethodHandle> getters = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      ContractField option = declared.options().get(i);
      for (ContractField there : trace.options()) {
        if (there.name().equals(option.name())) {
          Bound bound =
              bind(path + "." + option.name(), records.get(i), option.type(), there.type());
          names.add(option.name());
          targets.add(bound.target());
          getters.add(bound.getter());
        }
      }
    }
    return new Bound(
        new Targets.ChoiceTarget(
            place,
            names.toArray(new String[0]),
            targets.toArray(new Target[0]),
            what -> unknown.accept(path, what)),
        Handles.choice(place, type, getters));
  }

  private Bound list(String path, Type java, ContractType element, ContractType traceElement)
      throws BindingFailure {
    boolean isBuffer = JavaTypes.raw(java) == ByteBuffer.class;
    Type elementType = isBuffer ? byte.class : JavaTypes.component(java);
    Class<?> raw = JavaTypes.raw(elementType);
    Bound bound = bind(path + "[]", elementType, element, traceElement);
    int place = newPlace();
    Target target =
        new Targets.ListTarget(place, raw, bound.target(), Handles.store(raw, bound.getter()));
    MethodHandle array = Values.objectAt(place, raw.arrayType());
    return new Bound(target, isBuffer ? Handles.wrapped(array) : array);
  }

  /** What stands for a value that the trace does not have. */
  private MethodHandle missing(Type java, ContractType declared) throws BindingFailure {
    Class<?> raw = JavaTypes.raw(java);
    if (declared instanceof ContractType.Maybe) {
      return Handles.absent(raw);
    } else if (declared instanceof ContractType.Text) {
      return Handles.constant(raw, "");
    } else if (declared instanceof ContractType.Structure structure && raw.isRecord()) {
      List<Type> types = componentTypes(raw, structure.members());
      List<MethodHandle> getters = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        getters.add(missing(types.get(i), structure.members().get(i).type()));
      }
      return getters.isEmpty()
          ? MethodHandles.dropArguments(constructor(raw), 0, Values.class)
          : Handles.call(constructor(raw), getters);
    }
    int length = declared instanceof ContractType.FixedList list ? (int) list.length() : 0;
    if (raw == ByteBuffer.class) {
      return Handles.newBuffer(length);
    } else if (raw.isArray()) {
      Type component = JavaTypes.component(java);
      MethodHandle element = missing(component, element(declared));
      return Handles.copyOf(Handles.filled(JavaTypes.raw(component), length, element));
    }
    return Handles.constant(raw, null);
  }
}
