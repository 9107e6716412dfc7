package org.genevent.reader.ltt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.model.EnumerationLabel;
import org.genevent.reader.FieldSink;

/** Fields that are one number. */
final class ScalarNodes {

  private ScalarNodes() {}

  /** A number of a size. */
  abstract static class NumberNode extends PayloadNode {
    final int sizeBytes;

    NumberNode(String name, int alignmentBytes, int sizeBytes) {
      super(name, alignmentBytes);
      this.sizeBytes = sizeBytes;
    }

    @Override
    final long fixedBytes() {
      return sizeBytes;
    }

    @Override
    final long leastBytes() {
      return sizeBytes;
    }

    static long signed(long value, int sizeBytes) {
      int unused = Long.SIZE - sizeBytes * Byte.SIZE;
      return value << unused >> unused;
    }
  }

  /** An integer. */
  static final class IntegerNode extends NumberNode {
    private final boolean signed;
    private final boolean network;
    private final int radix;

    IntegerNode(
        String name,
        int alignmentBytes,
        int sizeBytes,
        boolean signed,
        boolean network,
        int radix) {
      super(name, alignmentBytes, sizeBytes);
      this.signed = signed;
      this.network = network;
      this.radix = radix;
    }

    long value(PayloadInput in) {
      in.align(alignmentBytes);
      long value = in.unsigned(sizeBytes, network);
      return signed ? signed(value, sizeBytes) : value;
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      long value = value(in);
      if (sink != null) {
        sink.integer(name, value, signed, radix, sizeBytes * Byte.SIZE);
      }
    }

    @Override
    void giveValue(long value, FieldSink sink) {
      sink.integer(name, value, signed, radix, sizeBytes * Byte.SIZE);
    }
  }

  /** A floating point number. */
  static final class FloatNode extends NumberNode {
    FloatNode(String name, int alignmentBytes, int sizeBytes) {
      super(name, alignmentBytes, sizeBytes);
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      double value = in.floating(sizeBytes);
      if (sink != null) {
        sink.floating(name, value, sizeBytes == Float.BYTES);
      }
    }
  }

  /** A truth value. */
  static final class BooleanNode extends NumberNode {
    BooleanNode(String name) {
      super(name, 1, 1);
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      long value = in.unsigned(1, false);
      if (sink != null) {
        sink.bool(name, value != 0);
      }
    }
  }

  /** An enumeration: a signed integer with names for some of its values. */
  static final class EnumerationNode extends NumberNode {
    private final List<EnumerationLabel> ranges;
    private final Map<Long, EnumerationLabel> byValue = new HashMap<>();
    private final Map<EnumerationLabel, Integer> positions = new HashMap<>();

    EnumerationNode(String name, int alignmentBytes, int sizeBytes, List<EnumerationLabel> labels) {
      super(name, alignmentBytes, sizeBytes);
      ranges = labels.stream().filter(EnumerationLabel::isRange).toList();
      for (EnumerationLabel label : labels) {
        positions.putIfAbsent(label, positions.size());
        if (!label.isRange()) {
          byValue.putIfAbsent(label.firstValue(), label);
        }
      }
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      long value = signed(in.unsigned(sizeBytes, false), sizeBytes);
      if (sink != null) {
        sink.enumeration(name, value, true, label(value));
      }
    }

    @Override
    void giveValue(long value, FieldSink sink) {
      sink.enumeration(name, value, true, label(value));
    }

    /** The first label that stands for a value. */
    private String label(long value) {
      EnumerationLabel found = byValue.get(value);
      for (EnumerationLabel range : ranges) {
        if (found != null && positions.get(found) < positions.get(range)) {
          break;
        } else if (range.firstValue() <= value && value <= range.lastValue()) {
          return range.name();
        }
      }
      return found == null ? null : found.name();
    }
  }
}
