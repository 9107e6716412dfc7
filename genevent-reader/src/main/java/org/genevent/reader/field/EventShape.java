package org.genevent.reader.field;

import java.util.List;
import java.util.Optional;
import org.genevent.model.Event;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;

/**
 * The fields of an event record class.
 *
 * @param name the full name of the event, for example {@code shop:order_accepted}
 * @param fields its own fields, as the members of a structure
 * @param context what its facility declares for all its events
 * @param common what all events of the stream carry
 * @param packet what the event's packet carries
 */
public record EventShape(
    String name,
    VisibleField fields,
    VisibleField context,
    VisibleField common,
    VisibleField packet) {

  /** The parts of an event in the order in which a name is looked up; in the packet's only with its prefix. */
  static final List<FieldScope> SCOPES =
      List.of(FieldScope.FIELDS, FieldScope.CONTEXT, FieldScope.COMMON, FieldScope.PACKET);

  static EventShape of(DataStreamClass stream, EventRecordClass event) {
    return new EventShape(
        event.name(),
        Visibility.scope(event.fields()),
        Visibility.scope(event.context()),
        Visibility.scope(stream.eventContext()),
        Visibility.scope(stream.packetContext()));
  }

  /** An event of a trace that has nothing but what its facility declares. */
  static EventShape of(String name, Event declaration) {
    VisibleField nothing = VisibleField.group("", FieldKind.STRUCTURE, List.of());
    return new EventShape(name, DeclaredFields.of(declaration), nothing, nothing, nothing);
  }

  /**
   * A part of the event.
   *
   * @param scope which one, not any
   * @return a structure without a name
   */
  public VisibleField scope(FieldScope scope) {
    return switch (scope) {
      case FIELDS -> fields;
      case CONTEXT -> context;
      case COMMON -> common;
      case PACKET -> packet;
      case ANY -> throw new IllegalArgumentException("no part of an event: " + scope);
    };
  }

  /**
   * Where events of this class have what a path means.
   *
   * @param path the path
   * @return the same path in the first part of the event that has it, or empty if none does
   */
  public Optional<FieldPath> resolve(FieldPath path) {
    return SCOPES.stream()
        .filter(scope ->
            path.scope() == FieldScope.ANY ? scope != FieldScope.PACKET : path.scope() == scope)
        .filter(scope -> scope(scope).at(path.steps()).isPresent())
        .findFirst()
        .map(scope -> new FieldPath(scope, path.steps()));
  }

  /**
   * The field at a path.
   *
   * @param path the path
   * @return the field, or empty if events of this class do not have it
   */
  public Optional<VisibleField> field(FieldPath path) {
    return resolve(path).flatMap(found -> scope(found.scope()).at(found.steps()));
  }
}
