package org.genevent.reader.decode;

/**
 * Events of one packet that were gone over: when they happened, what they are, and where their parts lie.
 *
 * <p>Going over many at once keeps what that needs near, also where a thousand streams are merged. What every reader asks of an event
 * lies together, so that of a stream that was not looked at for long only one place in memory has to be fetched; what few ask for
 * is written down only once somebody did, so that more of the rest stays near. Used by one thread.
 *
 * <table>
 * <caption>A row</caption>
 * <tr><td>0</td><td>the time, nanoseconds since the epoch</td></tr>
 * <tr><td>1</td><td>upper half: the class; lower half: where the body begins, bytes of the buffer</td></tr>
 * </table>
 *
 * <table>
 * <caption>A row of what few ask for</caption>
 * <tr><td>0</td><td>the clock's value, cycles</td></tr>
 * <tr><td>1</td><td>upper half: where the header begins, bytes of the buffer; lower half: the bytes from the end of the event before to
 * the end of this one</td></tr>
 * </table>
 */
final class EventBatch {

  /** How many events there are at most, and marks of all of them. */
  private static final int MOST_EVENTS = 64;

  private static final int MOST_MARKS = 1024;

  /** The logarithm of the numbers in a row. */
  private static final int ROW = 1;

  private static final int CLASS_AND_BODY = 1;
  private static final int START_AND_SIZE = 1;
  private static final long LOW = 0xFFFF_FFFFL;

  final int capacity;
  final int markCount;

  /** Holds the rows, among those of others, and which one is this batch's first. */
  final long[] rows;

  final int firstRow;

  /** Null as long as nobody asked. */
  private long[] rareRows;

  /** The marks of all events, as plans set them. */
  final int[] marks;

  /** The first event that is wanted, and behind which one they end. */
  int first;

  int count;

  /** Whether the first event is earlier than what lies in front of it, and the time of that, in cycles. */
  boolean isLate;

  long beforeCycles;

  EventBatch(int markCount, BatchRows shared) {
    this.markCount = markCount;
    capacity = Math.max(1, Math.min(MOST_EVENTS, MOST_MARKS / Math.max(1, markCount)));
    firstRow = shared.take(capacity << ROW) >> ROW;
    rows = shared.numbers();
    marks = new int[capacity * markCount];
  }

  void clear() {
    first = 0;
    count = 0;
    isLate = false;
  }

  /** Says that an event is earlier than what lies in front of it; if that one is wanted, it is the first. */
  void late(boolean wanted, long cycles) {
    isLate = wanted;
    beforeCycles = cycles;
  }

  /** Keeps the events from one on up to another only. */
  void keep(int from, int to) {
    first = from;
    count = to;
  }

  /** Leaves out events outside of a span of time; true if one was behind it, with which and those after it are left out, too. */
  boolean keepInside(long firstNanos, long lastNanos) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (nanos(i) > lastNanos) {
        count = kept;
        return true;
      } else if (nanos(i) >= firstNanos) {
        System.arraycopy(rows, firstRow + i << ROW, rows, firstRow + kept << ROW, 1 << ROW);
        if (rareRows != null) {
          System.arraycopy(rareRows, i << ROW, rareRows, kept << ROW, 1 << ROW);
        }
        System.arraycopy(marks, i * markCount, marks, kept * markCount, markCount);
        kept++;
      }
    }
    count = kept;
    return false;
  }

  /** Adds an event that was gone over by nodes. */
  void add(long timeNanos, long timeCycles, TracePlan.EventPlan event) {
    set(count++, timeNanos, timeCycles, event.index, 0, 0, 0);
  }

  /** Says what is known of an event. */
  void set(
      int i, long nanos, long cycles, int classIndex, int sizeBytes, int startByte, int bodyByte) {
    int row = firstRow + i << ROW;
    rows[row] = nanos;
    rows[row + CLASS_AND_BODY] = (long) classIndex << Integer.SIZE | bodyByte & LOW;
    if (rareRows != null) {
      row = i << ROW;
      rareRows[row] = cycles;
      rareRows[row + START_AND_SIZE] = (long) startByte << Integer.SIZE | sizeBytes & LOW;
    }
  }

  /** Writes down from now on what few ask for. */
  void keepRare() {
    rareRows = rareRows == null ? new long[capacity << ROW] : rareRows;
  }

  /** Whether that is written down of these events, too. */
  boolean hasRare() {
    return rareRows != null;
  }

  /** Takes what few ask for from a batch of the same events. */
  void takeRare(EventBatch same) {
    rareRows = same.rareRows;
  }

  long nanos(int i) {
    return nanos(rows, firstRow + i);
  }

  int classIndex(int i) {
    return classIndex(rows, firstRow + i);
  }

  static long nanos(long[] rows, int i) {
    return rows[i << ROW];
  }

  static int classIndex(long[] rows, int i) {
    return (int) (rows[(i << ROW) + CLASS_AND_BODY] >> Integer.SIZE);
  }

  static int body(long[] rows, int i) {
    return (int) rows[(i << ROW) + CLASS_AND_BODY];
  }

  long cycles(int i) {
    return rareRows[i << ROW];
  }

  int start(int i) {
    return (int) (rareRows[(i << ROW) + START_AND_SIZE] >> Integer.SIZE);
  }

  /** The bytes from the end of the event before to the end of this one. */
  int sizeBytes(int i) {
    return (int) rareRows[(i << ROW) + START_AND_SIZE];
  }

  /** Where a mark of an event lies, in bytes of the buffer. */
  int mark(int i, int mark) {
    return marks[i * markCount + mark];
  }
}
