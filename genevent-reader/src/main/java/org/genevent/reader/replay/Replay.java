package org.genevent.reader.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.genevent.contract.ContractChange;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.ContractField;
import org.genevent.contract.TraceContracts;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.TraceReader;

/**
 * Replays traces: the events of a facility arrive as calls of the interface that declares it.
 *
 * <pre>{@code
 * try (TraceReader reader = TraceReader.open(List.of(trace), report)) {
 *   Replay.of(reader, report).to(ShopEvents.class, new MyShopEvents()).run();
 * }
 * }</pre>
 *
 * <p>Facilities are matched by name. Events, fields, labels and options are bound by name too, so traces of other versions
 * are read: what the trace does not have is zero, empty or absent, numbers may be wider than in the trace, and what the
 * interface does not have is left out. An event with a field of another kind is refused, and the difference is reported;
 * all others are delivered. Each kind of event is bound once; after that, only arguments are new objects.
 *
 * <p>What the implementation throws goes through unchanged. Used by one thread.
 */
public final class Replay {

  private final TraceReader reader;
  private final Consumer<Diagnostic> report;
  private final List<TraceFacts> traces;
  private final List<Receiver> receivers = new ArrayList<>();
  private final Map<EventRecordClass, List<EventBinding>> bindings = new IdentityHashMap<>();
  private final Set<EventBinding> refused = new HashSet<>();
  private EventBinding current;
  private long delivered;
  private long passedOver;

  /** Someone who takes events, and the fields of which it was said that they have unknown values. */
  private record Receiver(
      InterfaceDescription description, Object implementation, Set<String> said) {}

  private Replay(TraceReader reader, Consumer<Diagnostic> report) {
    this.reader = Objects.requireNonNull(reader);
    this.report = Objects.requireNonNull(report);
    this.traces = TraceFacts.of(reader);
  }

  /**
   * A replay of traces.
   *
   * @param reader the traces
   * @param report takes what cannot be delivered: once for each kind of event and field, not for each event
   * @return the replay, to be told who takes the events
   */
  public static Replay of(TraceReader reader, Consumer<Diagnostic> report) {
    return new Replay(reader, report);
  }

  /**
   * Adds someone who takes the events of a facility.
   *
   * @param declared the interface with {@code @Facility}
   * @param implementation its implementation
   * @param <T> the interface
   * @return this
   */
  public <T> Replay to(Class<T> declared, T implementation) {
    Objects.requireNonNull(implementation);
    try {
      InterfaceDescription description = InterfaceDescription.of(declared);
      Receiver receiver = new Receiver(description, implementation, new HashSet<>());
      receivers.add(receiver);
      known(receiver);
    } catch (BindingFailure e) {
      report.accept(Refusals.undescribed(declared, e.getMessage()));
    }
    return this;
  }

  /** Binds what the traces are known to have, so that differences are said before the first call. */
  private void known(Receiver receiver) {
    String name = receiver.description().contract().name();
    Set<String> facilities = new TreeSet<>();
    for (TraceFacts trace : traces) {
      facilities.addAll(trace.checksums().keySet());
      Set<String> done = new HashSet<>();
      for (EventRecordClass event : trace.classes()) {
        // the same event in another kind of stream is not reported again
        Consumer<Diagnostic> to = done.add(event.name()) ? report : finding -> {};
        bind(receiver, event, trace, to);
      }
    }
    if (!facilities.contains(name)) {
      report.accept(Refusals.noFacility(receiver.description(), List.copyOf(facilities)));
    }
  }

  private void bind(
      Receiver receiver, EventRecordClass event, TraceFacts trace, Consumer<Diagnostic> to) {
    List<EventBinding> all = bindings.computeIfAbsent(event, unseen -> new ArrayList<>());
    InterfaceDescription description = receiver.description();
    if (event.name().startsWith(description.contract().name() + ":")) {
      binding(receiver, event, trace, to).ifPresent(all::add);
    }
  }

  private Optional<EventBinding> binding(
      Receiver receiver, EventRecordClass event, TraceFacts trace, Consumer<Diagnostic> to) {
    InterfaceDescription description = receiver.description();
    ContractEvent there = trace == null ? TraceContracts.event(event) : trace.event(event);
    List<ContractField> context = TraceContracts.fields(event.context());
    Optional<ContractEvent> declared = description.contract().event(there.name());
    if (declared.isEmpty()) {
      to.accept(Refusals.noMethod(description, there));
      return Optional.empty();
    }
    List<ContractChange> changes = Refusals.changes(description, there, context);
    OptionalInt checksum = trace == null
        ? OptionalInt.empty()
        : trace.checksums().getOrDefault(description.contract().name(), OptionalInt.empty());
    Optional<Diagnostic> refused = Refusals.refused(description, there, changes, checksum);
    if (refused.isPresent()) {
      to.accept(refused.get());
      return Optional.empty();
    }
    Refusals.renamed(description, there, changes).forEach(to);
    BiConsumer<String, String> unknown = (field, what) -> {
      if (receiver.said().add(there.name() + "." + field)) {
        report.accept(Refusals.valueUnknown(description, there.name(), field, what));
      }
    };
    try {
      return Optional.of(EventBinding.of(
          description, receiver.implementation(), declared.get(), there, context, unknown));
    } catch (BindingFailure e) {
      to.accept(Refusals.failure(description, there.name(), e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * Delivers all events that the reader has left.
   *
   * @return this
   */
  public Replay run() {
    while (reader.next()) {
      deliver();
    }
    return this;
  }

  /**
   * Delivers the reader's current event, for those who move the reader themselves.
   *
   * @return whether a method took it
   */
  public boolean deliver() {
    EventRecordClass event = reader.eventClass();
    List<EventBinding> found = bindings.get(event);
    if (found == null) {
      for (Receiver receiver : receivers) {
        bind(receiver, event, null, report);
      }
      found = bindings.computeIfAbsent(event, unseen -> new ArrayList<>());
    }
    boolean taken = false;
    for (int i = 0; i < found.size(); i++) {
      taken |= deliver(found.get(i));
    }
    if (taken) {
      delivered++;
    } else {
      passedOver++;
    }
    return taken;
  }

  private boolean deliver(EventBinding binding) {
    if (refused.contains(binding)) {
      return false;
    }
    try {
      binding.read(reader);
    } catch (Mismatch e) {
      refused.add(binding);
      report.accept(Refusals.failure(binding.description(), binding.event(), e.getMessage()));
      return false;
    }
    current = binding;
    try {
      binding.call();
      return true;
    } catch (Throwable e) {
      throw Replay.<RuntimeException>unchanged(e);
    } finally {
      current = null;
    }
  }

  /** Lets an exception through as it is, whatever its type. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchanged(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /**
   * The time of the event that is being delivered.
   *
   * @return nanoseconds since the epoch
   */
  public long timestampNanos() {
    return reader.timestampNanos();
  }

  /**
   * How long the event took that is being delivered. Asked within a call of the implementation.
   *
   * @return nanoseconds; 0 for an event without {@code @Duration}
   */
  public long durationNanos() {
    return delivering().durationNanos();
  }

  /**
   * The context of the event that is being delivered. Asked within a call of the implementation.
   *
   * @param record the record that the facility names as its context
   * @param <R> the record
   * @return a new record; fields that the trace does not have are zero or empty
   * @throws ClassCastException if the facility's context is another record
   * @throws IllegalStateException if the facility has no context
   */
  public <R extends Record> R context(Class<R> record) {
    Object context = delivering().context(reader);
    if (context == null) {
      throw new IllegalStateException("the facility declares no context");
    }
    return record.cast(context);
  }

  private EventBinding delivering() {
    if (current == null) {
      throw new IllegalStateException("no event is being delivered");
    }
    return current;
  }

  /**
   * How many events some method took.
   *
   * @return events
   */
  public long deliveredEvents() {
    return delivered;
  }

  /**
   * How many events nobody took: of other facilities, and refused ones.
   *
   * @return events
   */
  public long passedOverEvents() {
    return passedOver;
  }
}
