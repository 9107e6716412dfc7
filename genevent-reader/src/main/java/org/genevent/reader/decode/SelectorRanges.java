package org.genevent.reader.decode;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.genevent.model.trace.WireRange;

/** The ranges that choose options, as the values that a selector can have. */
final class SelectorRanges {

  private final boolean signed;
  private final BigInteger least;
  private final BigInteger most;
  private final List<Long> firsts = new ArrayList<>();
  private final List<Long> lasts = new ArrayList<>();
  private final List<Integer> owners = new ArrayList<>();

  SelectorRanges(boolean signed) {
    this.signed = signed;
    least = signed ? BigInteger.valueOf(Long.MIN_VALUE) : BigInteger.ZERO;
    most = signed
        ? BigInteger.valueOf(Long.MAX_VALUE)
        : BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
  }

  /** Adds what of a range the selector can reach. */
  void add(WireRange range, int owner) {
    BigInteger first = range.firstValue().max(least);
    BigInteger last = range.lastValue().min(most);
    if (first.compareTo(last) <= 0) {
      firsts.add(first.longValue());
      lasts.add(last.longValue());
      owners.add(owner);
    }
  }

  RangeTable table() {
    return new RangeTable(
        signed,
        firsts.stream().mapToLong(Long::longValue).toArray(),
        lasts.stream().mapToLong(Long::longValue).toArray());
  }

  int[] owners() {
    return owners.stream().mapToInt(Integer::intValue).toArray();
  }
}
