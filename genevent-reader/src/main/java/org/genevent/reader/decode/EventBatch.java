package org.genevent.reader.decode;

/**
 * Events of one packet that were gone over: when they happened, what they are, and where their parts lie.
 *
 * <p>Going over many at once keeps what that needs near, also where a thousand streams are merged. Used by one thread.
 */
final class EventBatch {

  /** How many events there are at most, and marks of all of them. */
  private static final int MOST_EVENTS = 64;

  private static final int MOST_MARKS = 1024;

  final long[] nanos;
  final long[] cycles;
  final int[] sizes;
  final int[] classes;
  final int[] starts;
  final int[] bodies;
  final int markCount;

  /** The marks of all events, as plans set them. */
  final int[] marks;

  /** The current event, and how many there are. */
  int at;

  int count;

  EventBatch(int markCount) {
    int capacity = Math.max(1, Math.min(MOST_EVENTS, MOST_MARKS / Math.max(1, markCount)));
    this.markCount = markCount;
    nanos = new long[capacity];
    cycles = new long[capacity];
    sizes = new int[capacity];
    classes = new int[capacity];
    starts = new int[capacity];
    bodies = new int[capacity];
    marks = new int[capacity * markCount];
  }

  void clear() {
    at = 0;
    count = 0;
  }

  /** Keeps the events from one on up to another only. */
  void keep(int from, int to) {
    at = from;
    count = to;
  }

  /** Leaves out events outside of a span of time; true if one was behind it, with which and those after it are left out, too. */
  boolean keepInside(long firstNanos, long lastNanos) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (nanos[i] > lastNanos) {
        count = kept;
        return true;
      } else if (nanos[i] >= firstNanos) {
        nanos[kept] = nanos[i];
        cycles[kept] = cycles[i];
        sizes[kept] = sizes[i];
        classes[kept] = classes[i];
        starts[kept] = starts[i];
        bodies[kept] = bodies[i];
        System.arraycopy(marks, i * markCount, marks, kept * markCount, markCount);
        kept++;
      }
    }
    count = kept;
    return false;
  }

  /** Adds an event that was gone over by nodes. */
  void add(long timeNanos, long timeCycles, TracePlan.EventPlan event) {
    nanos[count] = timeNanos;
    cycles[count] = timeCycles;
    classes[count++] = event.index;
  }

  long nanos() {
    return nanos[at];
  }

  long cycles() {
    return cycles[at];
  }

  /** The bytes from the end of the event before to the end of this one. */
  int sizeBytes() {
    return sizes[at];
  }

  int classIndex() {
    return classes[at];
  }

  int start() {
    return starts[at];
  }

  int body() {
    return bodies[at];
  }

  /** Where a mark of the current event lies, in bytes of the packet. */
  int position(int mark) {
    return mark == FlatField.BODY ? bodies[at] : marks[at * markCount + mark];
  }
}
