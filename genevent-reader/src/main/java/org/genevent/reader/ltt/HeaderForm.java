package org.genevent.reader.ltt;

/**
 * What the versions of the format have in the header of a block.
 *
 * <p>Begin and end of the block: seconds and microseconds (of 4 or 8 bytes each, as the traced machine's {@code timeval},
 * or of 8), cycles, frequency; then the bytes lost at the block's end and the block's length, 4 each. The trace header
 * follows:
 *
 * <pre>
 * 4 magic, 4 arch type, 4 arch variant, [4 float word order], 1 arch size, 1 major, 1 minor, 1 flight recorder,
 * 1 heartbeat, 1 alignment, then
 *   draft, 0.3:  1 has TSC
 *   0.4:         1 has TSC, 8 frequency, 8 TSC, 8 monotonic, seconds and microseconds of 4 or 8 each
 *   0.5, 0.6:    1 has TSC, 8 frequency, 8 TSC, 8 monotonic, 8 seconds, 8 microseconds
 *   0.7:         4 frequency scale, 8 frequency, 8 TSC, 8 monotonic, 8 seconds, 8 microseconds
 *   0.8:         1 truncated low bits, 1 TSC bits, then as 0.7
 * </pre>
 *
 * <p>Nothing is padded. Source: the trace format reference, sections 2 and 3.
 */
enum HeaderForm {
  /** The draft of August 2005, which has no float word order. */
  DRAFT(-1, Time.TIMEVAL, false),
  V0_3(3, Time.TIMEVAL, false),
  V0_4(4, Time.TIMEVAL, true),
  V0_5(5, Time.LONG, true),
  V0_6(6, Time.LONG, true),
  V0_7(7, Time.NONE, true),
  V0_8(8, Time.NONE, true);

  /** How a header gives the time of day. */
  enum Time {
    NONE,
    TIMEVAL,
    LONG;

    /** The bytes of the seconds, and again of the microseconds. */
    int partBytes(int archBytes) {
      return this == NONE ? 0 : this == LONG ? Long.BYTES : archBytes;
    }
  }

  final int minor;
  final Time blockTime;
  final boolean blockFrequency;

  HeaderForm(int minor, Time blockTime, boolean blockFrequency) {
    this.minor = minor;
    this.blockTime = blockTime;
    this.blockFrequency = blockFrequency;
  }

  /** Where the trace header begins, and with it the magic number. */
  int magicOffset(int archBytes) {
    int momentBytes =
        2 * blockTime.partBytes(archBytes) + Long.BYTES + (blockFrequency ? Long.BYTES : 0);
    return 2 * momentBytes + 2 * Integer.BYTES;
  }

  boolean hasFloatWordOrder() {
    return this != DRAFT;
  }

  /** Whether the header says if events have cycles at all; later versions always have them. */
  boolean saysWhetherTsc() {
    return compareTo(V0_6) <= 0;
  }

  boolean hasStart() {
    return compareTo(V0_4) >= 0;
  }

  /** How the trace's start is given. */
  Time startTime() {
    return this == V0_4 ? Time.TIMEVAL : Time.LONG;
  }

  static HeaderForm of(int minor) {
    for (HeaderForm form : values()) {
      if (form.minor == minor) {
        return form;
      }
    }
    return null;
  }
}
