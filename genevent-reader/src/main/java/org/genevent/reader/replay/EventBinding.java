package org.genevent.reader.replay;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.ContractField;
import org.genevent.reader.TraceReader;

/** A kind of event of a trace, bound to the method that takes it. Used by one thread. */
final class EventBinding {

  /** The field in front of those of an event that has a length. */
  private static final String DURATION = "duration_ns";

  private static final int NONE = -1;

  private final InterfaceDescription description;
  private final String event;
  private final Values values;
  private final Target fields;
  private final MethodHandle call;
  private final int durationPlace;
  private final Target contextFields;
  private final MethodHandle contextRecord;
  private final ArgumentSink sink = new ArgumentSink();

  private EventBinding(
      InterfaceDescription description,
      String event,
      Values values,
      Target fields,
      MethodHandle call,
      int durationPlace,
      Target contextFields,
      MethodHandle contextRecord) {
    this.description = description;
    this.event = event;
    this.values = values;
    this.fields = fields;
    this.call = call;
    this.durationPlace = durationPlace;
    this.contextFields = contextFields;
    this.contextRecord = contextRecord;
  }

  /**
   * Binds.
   *
   * @param description the interface
   * @param receiver its implementation
   * @param declared the event as the interface has it
   * @param trace the event as the trace has it
   * @param context the context as the trace has it
   * @param unknown takes what values have no constant or record
   */
  static EventBinding of(
      InterfaceDescription description,
      Object receiver,
      ContractEvent declared,
      ContractEvent trace,
      List<ContractField> context,
      BiConsumer<String, String> unknown)
      throws BindingFailure {
    Method method = description.method(declared.name());
    List<ContractField> parameters = declared.duration()
        ? declared.fields().subList(1, declared.fields().size())
        : declared.fields();
    List<Type> types = List.of(method.getGenericParameterTypes());
    if (types.size() != parameters.size()) {
      throw new BindingFailure("the method " + method.getName() + " of "
          + description.declared().getName()
          + " has other parameters than when the annotation processor saw it");
    }
    TypeBinder binder = new TypeBinder(unknown);
    int durationPlace = declared.duration() ? binder.newPlace() : NONE;
    List<MethodHandle> getters = new ArrayList<>();
    Target fields = binder.structure("", parameters, types, trace.fields(), getters);
    if (declared.duration()) {
      fields = new WithDuration(fields, new Targets.NumberTarget(durationPlace));
    }
    MethodHandle call = call(description, method, receiver, getters);
    Target contextFields = null;
    MethodHandle contextRecord = null;
    if (description.context().isPresent()) {
      Class<?> record = description.context().get();
      List<ContractField> members = description.contract().context();
      List<MethodHandle> components = new ArrayList<>();
      List<Type> componentTypes = TypeBinder.componentTypes(record, members);
      contextFields = binder.structure("context ", members, componentTypes, context, components);
      contextRecord = Handles.call(TypeBinder.constructor(record), components)
          .asType(MethodType.methodType(Object.class, Values.class));
    }
    Values values = new Values(binder.places());
    return new EventBinding(
        description,
        declared.name(),
        values,
        fields,
        call,
        durationPlace,
        contextFields,
        contextRecord);
  }

  private static MethodHandle call(
      InterfaceDescription description, Method method, Object receiver, List<MethodHandle> getters)
      throws BindingFailure {
    try {
      MethodHandle bound = Handles.lookup(description.declared())
          .unreflect(method)
          .bindTo(receiver)
          .asFixedArity();
      return getters.isEmpty()
          ? MethodHandles.dropArguments(bound, 0, Values.class)
          : Handles.call(bound, getters);
    } catch (IllegalAccessException e) {
      throw new BindingFailure("the method " + method.getName() + " of "
          + description.declared().getName() + " cannot be called: " + e.getMessage());
    }
  }

  /** The duration comes first in a trace, and is no parameter. */
  private static final class WithDuration extends Target {
    private final Target fields;
    private final Target duration;

    WithDuration(Target fields, Target duration) {
      this.fields = fields;
      this.duration = duration;
    }

    @Override
    Target open(Values values) {
      return this;
    }

    @Override
    Target part(String name, int position) {
      return name.equals(DURATION) ? duration : fields.part(name, position);
    }
  }

  /** Takes the values of the current event. */
  void read(TraceReader reader) {
    values.clear();
    reader.fields(sink.into(fields, values));
  }

  /** Calls the method with the values that were read. */
  void call() throws Throwable {
    call.invokeExact(values);
  }

  String event() {
    return event;
  }

  InterfaceDescription description() {
    return description;
  }

  long durationNanos() {
    return durationPlace == NONE ? 0 : values.numbers[durationPlace];
  }

  /** The context of the current event; null if the facility has none. */
  Object context(TraceReader reader) {
    if (contextRecord == null) {
      return null;
    }
    reader.context(sink.into(contextFields, values));
    try {
      return contextRecord.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
