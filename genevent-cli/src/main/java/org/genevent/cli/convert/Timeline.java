package org.genevent.cli.convert;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.genevent.model.trace.ClockClass;
import org.genevent.reader.LttTrace;
import org.genevent.reader.TraceReader;

/**
 * The clock of the new trace. It is the one of the trace that is read, cycle by cycle, if that has a single one and the new format
 * can say its frequency; else it counts nanoseconds.
 *
 * <p>A trace is read once to find out when it begins, then {@link #finish} is called. Used by one thread.
 */
final class Timeline {

  private static final BigInteger SECOND_NANOS = BigInteger.valueOf(1_000_000_000L);
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000L);
  private static final BigInteger MICRO_NANOS = BigInteger.valueOf(1000);

  /** From this version on the TSC tells the time; before, the time of day. */
  private static final int FIRST_WITH_TSC = 7;

  private final TargetFormat format;
  private final Optional<LttTrace> ltt;
  private final boolean keepsCycles;
  private final BigInteger hertz;

  /** A moment as the time of day, in nanoseconds since the epoch, and as the clock has it. */
  private BigInteger originNanos;

  private BigInteger originCycles;

  private long first = Long.MAX_VALUE;
  private long firstCycles;

  /** What clocks that are not kept are behind the time of day: the same at all events. */
  private long ownOffset;

  private long otherNanos;

  private Timeline(
      TargetFormat format,
      Optional<LttTrace> ltt,
      boolean keepsCycles,
      BigInteger hertz,
      BigInteger originNanos,
      BigInteger originCycles) {
    this.format = format;
    this.ltt = ltt;
    this.keepsCycles = keepsCycles;
    this.hertz = hertz;
    this.originNanos = originNanos;
    this.originCycles = originCycles;
  }

  /** The clock for a trace that is about to be read. */
  static Timeline of(TraceReader reader, TargetFormat format, Losses losses) {
    Optional<LttTrace> ltt = reader.lttTraces().stream().findFirst();
    List<ClockClass> clocks = reader.traces().get(0).clocks();
    if (ltt.isPresent()) {
      return of(ltt.get(), format, losses);
    } else if (clocks.size() == 1 && clocks.get(0).frequencyHz() > 0) {
      ClockClass clock = clocks.get(0);
      return new Timeline(
          format,
          ltt,
          true,
          BigInteger.valueOf(clock.frequencyHz()),
          BigInteger.valueOf(clock.offsetSeconds()).multiply(SECOND_NANOS),
          BigInteger.valueOf(clock.offsetCycles()).negate());
    }
    return ofNanos(format, ltt);
  }

  private static Timeline of(LttTrace ltt, TargetFormat format, Losses losses) {
    BigInteger hertz = ltt.frequencyHz();
    if (ltt.minorVersion() < FIRST_WITH_TSC || hertz.signum() == 0) {
      return ofNanos(format, Optional.of(ltt));
    } else if (!format.isLtt() && hertz.bitLength() >= Long.SIZE) {
      losses.add("the frequency of the TSC, " + hertz + " Hz: times become nanoseconds");
      return ofNanos(format, Optional.of(ltt));
    }
    // without the time of day of its start, the TSC counts from the epoch
    boolean started = ltt.startNanos() != 0;
    return new Timeline(
        format,
        Optional.of(ltt),
        true,
        hertz,
        BigInteger.valueOf(started ? ltt.startNanos() : 0),
        BigInteger.valueOf(started ? ltt.startCycles() : 0));
  }

  private static Timeline ofNanos(TargetFormat format, Optional<LttTrace> ltt) {
    return new Timeline(format, ltt, false, SECOND_NANOS, BigInteger.ZERO, BigInteger.ZERO);
  }

  /** Whether the new clock is that of the trace. */
  boolean keepsCycles() {
    return keepsCycles;
  }

  /** The time of the event that was read. */
  long cycles(TraceReader reader) {
    return keepsCycles ? reader.clockCycles() : reader.timestampNanos() + originCycles.longValue();
  }

  /** The first count that is at a time of day, or later. */
  OptionalLong cycles(OptionalLong nanos) {
    if (nanos.isEmpty()) {
      return nanos;
    }
    BigInteger since =
        BigInteger.valueOf(nanos.getAsLong()).subtract(originNanos).multiply(hertz);
    BigInteger[] parts = since.divideAndRemainder(SECOND_NANOS);
    BigInteger up = parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    return OptionalLong.of(up.add(originCycles).longValue());
  }

  /** A time that the new trace has. */
  void found(long cycles) {
    first = Math.min(first, cycles);
  }

  /** Compares the time of an event with the one that it is going to have. */
  void measure(TraceReader reader) {
    if (!keepsCycles && ltt.isPresent()) {
      ownOffset = reader.timestampNanos() - reader.clockNanos();
    } else if (keepsCycles && !format.isLtt() && !hertz.equals(SECOND_NANOS)) {
      BigInteger nanos =
          BigInteger.valueOf(reader.clockCycles()).add(cyclesAtZero()).multiply(SECOND_NANOS);
      otherNanos += floor(nanos, hertz).longValue() == reader.timestampNanos() ? 0 : 1;
    }
  }

  /** Everything was read. */
  void finish(Losses losses) {
    losses.count(
        "the exact times of events: the new clock begins at a whole cycle of its "
            + hertz + " Hz, up to " + SECOND_NANOS.divide(hertz).add(BigInteger.ONE)
            + " ns beside that of the trace",
        otherNanos);
    firstCycles = first == Long.MAX_VALUE ? 0 : first;
    // clocks count from zero on
    if (!keepsCycles && firstCycles >= ownOffset) {
      originCycles = BigInteger.valueOf(-ownOffset);
      firstCycles = first == Long.MAX_VALUE ? 0 : first - ownOffset;
    }
  }

  /** How many cycles since the epoch there are at the zero of the clock, to the nearest. */
  private BigInteger cyclesAtZero() {
    BigInteger half = SECOND_NANOS.shiftRight(1);
    return floor(originNanos.multiply(hertz).add(half), SECOND_NANOS).subtract(originCycles);
  }

  private static BigInteger floor(BigInteger number, BigInteger by) {
    return number.subtract(number.mod(by)).divide(by);
  }

  /** The frequency in CTF. */
  long frequencyHz() {
    return hertz.longValueExact();
  }

  /** Whole seconds from the epoch to the zero of the clock. */
  long offsetSeconds() {
    return floor(cyclesAtZero(), hertz).longValue();
  }

  /** The cycles that are to be added to them. */
  long offsetCycles() {
    return cyclesAtZero().mod(hertz).longValue();
  }

  /** What headers of LTT say. */
  LttClock lttClock() {
    if (keepsCycles && ltt.isPresent()) {
      return new LttClock(
          ltt.get().frequency(),
          ltt.get().frequencyScale(),
          ltt.get().startCycles(),
          ltt.get().startNanos(),
          firstCycles);
    }
    boolean millions = hertz.mod(MILLION).signum() == 0;
    BigInteger start = startNanos(millions);
    // exact, as both are whole microseconds and there are so many cycles to one, or whole seconds
    BigInteger startCycles =
        start.subtract(originNanos).multiply(hertz).divide(SECOND_NANOS).add(originCycles);
    return new LttClock(
        millions ? hertz.divide(MICRO_NANOS).longValue() : hertz.longValue(),
        millions ? MICRO_NANOS.longValue() : 1,
        startCycles.longValue(),
        start.longValue(),
        firstCycles);
  }

  /** A time of day that is a whole cycle: of the first event, or the whole second before it, but behind the clock's zero. */
  private BigInteger startNanos(boolean millions) {
    BigInteger nanos =
        BigInteger.valueOf(firstCycles).subtract(originCycles).multiply(SECOND_NANOS);
    BigInteger wall = originNanos.add(floor(nanos, hertz));
    BigInteger unit = millions ? MICRO_NANOS : SECOND_NANOS;
    BigInteger start = floor(wall, unit).multiply(unit);
    BigInteger zero = originNanos.subtract(floor(originCycles.multiply(SECOND_NANOS), hertz));
    start = start.max(floor(zero, unit).add(BigInteger.ONE).multiply(unit));
    // readers take a start at 0 for one that was not written
    return start.max(unit);
  }
}
