package org.genevent.reader.ltt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genevent.abi.CType;
import org.genevent.diagnostic.Origin;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.StringFieldClass;

/**
 * What a reader has to know of facility 0 before any facility file is read.
 *
 * <p>Events: 0 facility load, 1 unload, 2 heartbeat; then by the numbering of 2006: 3 facility load in a state dump; by that of
 * 2007: 3 heartbeat with the whole TSC, 4 facility load in a state dump. A load is a text, the facility's name, then numbers of
 * 4 bytes:
 *
 * <pre>
 * from 0.5:   checksum, id, int size, long size, pointer size, size_t size, alignment
 * 0.3, 0.4:   checksum, id, long size, pointer size, size_t size, alignment
 * July 2005:  checksum, id, long size, pointer size, size_t size
 * </pre>
 *
 * Source: the trace format reference, section 5.
 */
final class CoreFacility {

  static final int ID = 0;
  static final String NAME = "core";

  private static final int LOAD = 0;
  private static final int THIRD = 3;
  private static final int DUMPED_LOAD_2007 = 4;
  private static final int INT_BYTES = 4;
  private static final int SHOWN_CHARS = 100;
  private static final int LEAST_NUMBERS = 5;
  private static final int MOST_NUMBERS = 7;

  /** A facility as the trace announces it; its load event has so many numbers, and so many bytes in all. */
  record Load(String name, int checksum, int id, TypeSizes sizes, int numbers, int bytes) {}

  private CoreFacility() {}

  /** A name as messages show it: whatever a trace announces, a finding stays short. */
  static String shown(String name) {
    return name.length() > SHOWN_CHARS ? name.substring(0, SHOWN_CHARS) + "…" : name;
  }

  /** Whether an event of the core announces a facility. */
  static boolean isLoad(int eventId, int sizeBytes) {
    // the heartbeat that has the same number as a load in other years has 8 bytes, fewer than any
    // load
    return eventId == LOAD
        || eventId == DUMPED_LOAD_2007
        || eventId == THIRD && sizeBytes != Long.BYTES;
  }

  /** Reads a load; the payload has so many bytes, or may have them if it does not say its size. */
  static Load load(BlockHeader block, ByteBuffer bytes, int at, int there, int sizeBytes) {
    PayloadInput in = new PayloadInput();
    in.block(bytes, there, false);
    in.open(at, sizeBytes == LttEvent.NO_SIZE ? there : sizeBytes);
    int length = in.takeString();
    byte[] name = new byte[length];
    bytes.get(at, name);
    int numbers = numbers(block, in, sizeBytes);
    int[] values = new int[MOST_NUMBERS];
    for (int i = 0; i < numbers; i++) {
      values[i] = (int) in.unsigned(INT_BYTES, false);
    }
    int next = 2;
    int intBytes = numbers == MOST_NUMBERS ? values[next++] : INT_BYTES;
    TypeSizes sizes = new TypeSizes(
        intBytes,
        values[next],
        values[next + 1],
        values[next + 2],
        numbers > LEAST_NUMBERS ? values[next + 3] : block.alignmentBytes());
    return new Load(
        new String(name, StandardCharsets.UTF_8),
        values[0],
        values[1],
        sizes,
        numbers,
        in.position());
  }

  /** How many numbers a load has in a version. */
  static int usualNumbers(HeaderForm form) {
    return form.compareTo(HeaderForm.V0_5) >= 0 ? MOST_NUMBERS : MOST_NUMBERS - 1;
  }

  /** How many numbers follow the name; steps over the padding between. */
  private static int numbers(BlockHeader block, PayloadInput in, int sizeBytes) {
    int usual = usualNumbers(block.form());
    int afterName = in.position();
    in.align(Math.max(1, block.alignmentBytes()));
    if (sizeBytes == LttEvent.NO_SIZE) {
      return usual;
    }
    int left = in.remaining();
    if (left % INT_BYTES == 0
        && left / INT_BYTES >= LEAST_NUMBERS
        && left / INT_BYTES <= MOST_NUMBERS) {
      return left / INT_BYTES;
    }
    // a writer with another word than the file's header says
    in.position(afterName);
    in.align(INT_BYTES);
    if (in.remaining() == usual * INT_BYTES) {
      return usual;
    }
    throw LttFailure.SIZE;
  }

  /**
   * The facility for traces that do not bring its file.
   *
   * @param numberingOf2007 whether that numbering was seen
   * @param loadNumbers how many numbers a load has
   */
  static Facility builtIn(boolean numberingOf2007, int loadNumbers) {
    List<Field> load = new ArrayList<>();
    load.add(field("name", new StringFieldClass()));
    Stream.of(
            "checksum",
            "id",
            loadNumbers == MOST_NUMBERS ? "int_size" : "",
            "long_size",
            "pointer_size",
            "size_t_size",
            loadNumbers > LEAST_NUMBERS ? "has_alignment" : "")
        .filter(name -> !name.isEmpty())
        .forEach(name -> load.add(number(name)));
    List<Event> events = new ArrayList<>();
    events.add(event("facility_load", load));
    events.add(event("facility_unload", List.of(number("id"))));
    events.add(event("time_heartbeat", List.of()));
    if (numberingOf2007) {
      events.add(
          event("time_heartbeat_full", List.of(field("tsc", IntegerFieldClass.fixed(8, false)))));
    }
    events.add(event("state_dump_facility_load", load));
    return new Facility(
        NAME,
        Optional.empty(),
        false,
        "",
        EventLevel.DEFAULT,
        Facility.DEFAULT_CHANNEL,
        List.of(),
        List.of(),
        events,
        List.of(),
        Origin.NONE);
  }

  private static Event event(String name, List<Field> fields) {
    return new Event(
        name,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        fields,
        Origin.NONE);
  }

  private static Field number(String name) {
    return field(name, IntegerFieldClass.ofType(CType.INT, false));
  }

  private static Field field(String name, FieldClass fieldClass) {
    return new Field(name, "", Optional.empty(), fieldClass, Origin.NONE);
  }
}
