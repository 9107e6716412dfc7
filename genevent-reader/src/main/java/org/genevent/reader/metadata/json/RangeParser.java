package org.genevent.reader.metadata.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.genevent.model.trace.WireRange;

/** Parses sets of ranges of integers. Source: CTF2-SPEC-2.0, "Integer range set". */
final class RangeParser {

  private final Problems problems;

  RangeParser(Problems problems) {
    this.problems = problems;
  }

  /** At least one range of integers of 64 bits, signed or not. */
  List<WireRange> parse(Json value) {
    if (!value.isArray() || value.elements().isEmpty()) {
      throw problems.meaning(value, "a set of ranges is an array of one or more ranges");
    }
    List<WireRange> ranges = new ArrayList<>();
    for (Json range : value.elements()) {
      if (!range.isArray() || range.elements().size() != 2) {
        throw problems.meaning(range, "a range is an array of its first and its last value");
      }
      BigInteger first = number(range.elements().get(0));
      BigInteger last = number(range.elements().get(1));
      if (last.compareTo(first) < 0) {
        throw problems.meaning(range, "the range ends before it begins");
      }
      ranges.add(new WireRange(first, last));
    }
    return ranges;
  }

  private BigInteger number(Json value) {
    if (value.value() instanceof BigInteger number
        && (number.signum() < 0 ? number.bitLength() < 64 : number.bitLength() <= 64)) {
      return number;
    }
    throw problems.meaning(
        value, "the ends of a range are integers of 64 bits, not " + value.shown());
  }
}
