package org.genevent.reader.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.reader.FieldSink;

/** An enumeration; of a truth value, the two labels are what they say. */
final class EnumerationNode extends Node {

  final NumberNode container;
  private final String[] labels;
  private final long[] firsts;
  private final long[] lasts;
  private final RangeTable ranges;
  private final boolean truth;
  final int radix;

  EnumerationNode(
      String name,
      NumberNode container,
      String[] labels,
      long[] firsts,
      long[] lasts,
      boolean truth,
      int radix) {
    super(name, container.alignmentBits);
    this.container = container;
    this.labels = labels;
    this.firsts = firsts;
    this.lasts = lasts;
    this.ranges = new RangeTable(container.signed, firsts, lasts);
    this.truth = truth;
    this.radix = radix;
  }

  @Override
  void decode(BitInput in, State state, FieldSink sink) {
    long value = container.read(in, state);
    if (sink == null) {
      return;
    }
    if (sink instanceof EverythingSink whole) {
      whole.enumeration(name, value, container.signed, radix, container.sizeBits(), labels(value));
    } else if (truth && (value == 0 || value == 1)) {
      sink.bool(name, value == 1);
    } else {
      sink.enumeration(name, value, container.signed, label(value));
    }
  }

  /** The first label that stands for a value, or null. */
  String label(long value) {
    int found = ranges.find(value);
    return found == RangeTable.NONE ? null : labels[found];
  }

  /** All labels that stand for a value, in the order of the metadata. */
  List<String> labels(long value) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      boolean inside = container.signed
          ? firsts[i] <= value && value <= lasts[i]
          : Long.compareUnsigned(firsts[i], value) <= 0
              && Long.compareUnsigned(value, lasts[i]) <= 0;
      if (inside && !found.contains(labels[i])) {
        found.add(labels[i]);
      }
    }
    return found;
  }

  /** Whether it is a truth value that is written as an enumeration. */
  boolean isTruth() {
    return truth;
  }

  /** A table of those ranges only whose labels are names of options; gives the option's index. */
  RangeTable tableOf(List<String> optionNames, int[] optionOfRange) {
    long[] first = new long[firsts.length];
    long[] last = new long[firsts.length];
    Map<String, Integer> options = new HashMap<>();
    for (int i = 0; i < optionNames.size(); i++) {
      options.putIfAbsent(optionNames.get(i), i);
    }
    int count = 0;
    for (int i = 0; i < labels.length; i++) {
      Integer option = options.get(labels[i]);
      if (option != null) {
        first[count] = firsts[i];
        last[count] = lasts[i];
        optionOfRange[count++] = option;
      }
    }
    return new RangeTable(
        container.signed, Arrays.copyOf(first, count), Arrays.copyOf(last, count));
  }

  int rangeCount() {
    return firsts.length;
  }

  @Override
  long leastBits() {
    return container.leastBits();
  }
}
