package org.genevent.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.genevent.reader.decode.FieldLocation;
import org.genevent.reader.decode.FlatField;
import org.genevent.reader.decode.StreamCursor;

/**
 * A field of events of one name, found once, so that its values can be asked for without a look-up.
 *
 * <p>Made by {@link TraceReader#field}; of use with that reader only. It stands for the field in every event record class
 * of the name, whatever trace or version of a facility it is of; {@link TraceReader#has} says whether the current event
 * has it.
 */
public final class FieldReference {

  private static final FieldLocation[] NOTHING = {};
  private static final FlatField[] NOWHERE = {};

  private final String event;
  private final EventScope scope;
  private final List<String> path;

  /** By the index of the event record class; null where it was not looked for yet. */
  private FieldLocation[] locations = NOTHING;

  /** Of the same classes, where the field lies in events that give their fields by plan. */
  private FlatField[] places = NOWHERE;

  /** The class that was looked into last in which the field is near, or none. */
  private int nearClass = -1;

  /** Of that class, where and how the field is read. */
  int nearOffsetBytes;

  int nearUnread;
  boolean nearSigned;

  FieldReference(String event, EventScope scope, List<String> path) {
    this.event = Objects.requireNonNull(event);
    this.scope = Objects.requireNonNull(scope);
    this.path = List.copyOf(path);
  }

  /**
   * Whose field it is.
   *
   * @return the full name of the event, for example {@code shop:order_accepted}
   */
  public String event() {
    return event;
  }

  /**
   * Which part of the event it is in.
   *
   * @return the scope
   */
  public EventScope scope() {
    return scope;
  }

  /**
   * Where it is in that part.
   *
   * @return names from the outside in, at least one
   */
  public List<String> path() {
    return path;
  }

  /** Whether the current event of a stream has the field where the other members say; only known of one class. */
  boolean isNear(StreamCursor stream) {
    return stream != null && stream.flatClassIndex() == nearClass;
  }

  /** Where the field is in a class, or null if nobody looked yet. */
  FieldLocation location(int classIndex) {
    return classIndex < locations.length ? locations[classIndex] : null;
  }

  /** Where the field lies in a stream's current event: {@link FlatField#NOWHERE} if it has none, null if nobody knows. */
  FlatField place(StreamCursor stream) {
    FlatField[] known = places;
    int classIndex = stream == null ? Integer.MAX_VALUE : stream.flatClassIndex();
    return classIndex < known.length ? known[classIndex] : null;
  }

  void location(int classIndex, FieldLocation found) {
    if (classIndex >= locations.length) {
      locations = Arrays.copyOf(locations, classIndex + 8);
      places = Arrays.copyOf(places, classIndex + 8);
    }
    locations[classIndex] = found;
    places[classIndex] = found.exists() ? found.field() : FlatField.NOWHERE;
    if (found.field() != null && found.field().isNear()) {
      nearClass = classIndex;
      nearOffsetBytes = found.field().offsetBytes();
      nearUnread = found.field().unread();
      nearSigned = found.field().signed;
    }
  }

  @Override
  public String toString() {
    return event + " " + scope + " " + String.join(".", path);
  }
}
