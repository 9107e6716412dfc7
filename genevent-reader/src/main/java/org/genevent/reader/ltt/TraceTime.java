package org.genevent.reader.ltt;

import java.math.BigInteger;

/**
 * Turns cycles into times. Source: the trace format reference, section 6.
 *
 * <p>From 0.7 on, the trace's start and frequency decide, which are those of the first facilities file for all files. Before,
 * each block says the time of day at its begin and its end, and what is between lies on the line through both: the unit of
 * the frequencies of those versions is then of no matter.
 *
 * <p>Times that 64 bits of nanoseconds do not hold, as a frequency of 1 Hz makes them of a large TSC, are the first or the last
 * that they hold; that is said once.
 */
final class TraceTime {

  private static final long SECOND_NANOS = 1_000_000_000L;

  /** Up to here the product of a rest and a second fits into 63 bits. */
  private static final long MOST_DIRECT_HERTZ = Long.MAX_VALUE / SECOND_NANOS;

  /** Up to here a number of seconds, with a rest behind it, fits into 63 bits of nanoseconds. */
  private static final long MOST_SECONDS = Long.MAX_VALUE / SECOND_NANOS - 1;

  private final BlockHeader.Start start;
  private final BigInteger hertz;
  private final long directHertz;
  private final long startClockNanos;
  private Runnable onBeyond;

  /** Times by a trace's start; what is given is run once, when the first time is met that 64 bits do not hold. */
  TraceTime(BlockHeader.Start start, Runnable onBeyond) {
    this.start = start;
    this.onBeyond = onBeyond;
    this.hertz = unsigned(start.frequency()).multiply(unsigned(start.frequencyScale()));
    this.directHertz = hertz.bitLength() < Long.SIZE && hertz.longValue() <= MOST_DIRECT_HERTZ
        ? hertz.longValue()
        : -1;
    this.startClockNanos = nanos(start.cycles(), true);
  }

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }

  /** Nanoseconds since the zero of the TSC, as LTTV shows them. */
  long clockNanos(BlockHeader block, long cycles) {
    return block.form().compareTo(HeaderForm.V0_7) < 0
        ? wallNanos(block, cycles)
        : sum(startClockNanos, nanos(cycles - start.cycles(), false));
  }

  /** Nanoseconds since the epoch, or since the zero of the TSC if the trace does not say the time of its start. */
  long wallNanos(BlockHeader block, long cycles) {
    if (block.form().compareTo(HeaderForm.V0_7) < 0) {
      return block.tsc() ? onLine(block, cycles) : sum(block.begin().wallNanos(), cycles * 1_000);
    }
    long from = start.wallNanos() == 0 ? startClockNanos : start.wallNanos();
    return sum(from, nanos(cycles - start.cycles(), false));
  }

  /** No event of a block is later than this by the block's own word; the largest number if it does not say. */
  long endNanos(BlockHeader block) {
    if (block.form().compareTo(HeaderForm.V0_7) < 0) {
      long end = block.end().wallNanos();
      // times between both are rounded, or counted in microseconds
      return end == 0 ? Long.MAX_VALUE : sum(end, 1_000);
    }
    // compact events leave out low bits of their times
    long cycles = block.end().cycles() + (1L << Math.min(32, block.tscLsbTruncate()));
    return block.end().cycles() == 0 ? Long.MAX_VALUE : wallNanos(block, cycles);
  }

  /** A number of cycles in nanoseconds, rounded down; 0 without a frequency. */
  private long nanos(long cycles, boolean unsigned) {
    if (directHertz == 0) {
      return 0;
    } else if (directHertz > 0 && (cycles >= 0 || !unsigned)) {
      long seconds = Math.floorDiv(cycles, directHertz);
      if (seconds >= -MOST_SECONDS && seconds <= MOST_SECONDS) {
        return seconds * SECOND_NANOS
            + Math.floorMod(cycles, directHertz) * SECOND_NANOS / directHertz;
      }
    }
    BigInteger exact = (unsigned ? unsigned(cycles) : BigInteger.valueOf(cycles))
        .multiply(BigInteger.valueOf(SECOND_NANOS))
        .divide(hertz);
    return exact.bitLength() < Long.SIZE ? exact.longValue() : beyond(exact.signum() < 0);
  }

  /** The sum of a time and a span, or the first or last time. */
  private long sum(long time, long span) {
    if (time == Long.MAX_VALUE || span == Long.MAX_VALUE || span == Long.MIN_VALUE) {
      // one of them is beyond already
      return beyond(span == Long.MIN_VALUE);
    }
    long sum = time + span;
    return ((time ^ sum) & (span ^ sum)) < 0 ? beyond(span < 0) : sum;
  }

  private long beyond(boolean early) {
    if (onBeyond != null) {
      Runnable once = onBeyond;
      onBeyond = null;
      once.run();
    }
    return early ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private long onLine(BlockHeader block, long cycles) {
    BlockHeader.Moment begin = block.begin();
    long blockCycles = block.end().cycles() - begin.cycles();
    long blockNanos = block.end().wallNanos() - begin.wallNanos();
    long since = cycles - begin.cycles();
    if (blockCycles > 0 && blockNanos >= 0) {
      return sum(begin.wallNanos(), Math.round((double) since * blockNanos / blockCycles));
    }
    long hertz = begin.frequency();
    return sum(
        begin.wallNanos(), hertz <= 0 ? 0 : Math.round((double) since * SECOND_NANOS / hertz));
  }
}
