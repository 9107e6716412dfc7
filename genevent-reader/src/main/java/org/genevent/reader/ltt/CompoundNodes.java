package org.genevent.reader.ltt;

import java.util.List;
import org.genevent.reader.FieldSink;

/** Fields that have others inside, and texts. */
final class CompoundNodes {

  private CompoundNodes() {}

  /** A text up to its zero byte, then padding to the word. */
  static final class StringNode extends PayloadNode {
    private final int wordBytes;

    StringNode(String name, int wordBytes) {
      super(name, 1);
      this.wordBytes = wordBytes;
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      int offset = in.index();
      int length = in.takeString();
      if (sink != null) {
        sink.text(name, in.buffer(), offset, length);
      }
      in.align(wordBytes);
    }

    @Override
    long fixedBytes() {
      return VARIABLE;
    }

    @Override
    long leastBytes() {
      return 1;
    }
  }

  /** An array. */
  static final class ArrayNode extends PayloadNode {
    private final PayloadNode element;
    private final int length;

    ArrayNode(String name, PayloadNode element, int length) {
      super(name, element.alignmentBytes);
      this.element = element;
      this.length = length;
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      elements(in, sink, name, element, length);
    }

    @Override
    long fixedBytes() {
      long one = element.fixedBytes();
      if (one == VARIABLE || length == 0) {
        return length == 0 ? 0 : VARIABLE;
      }
      long stride = one + (-one & element.alignmentBytes - 1);
      // both factors are below 2^62 and 2^31: a product beyond all payloads stays there
      return stride > Long.MAX_VALUE / 4 / length
          ? Long.MAX_VALUE / 4
          : stride * (length - 1) + one;
    }

    @Override
    long leastBytes() {
      long one = element.leastBytes();
      return length > 0 && one > Long.MAX_VALUE / 4 / length ? Long.MAX_VALUE / 4 : one * length;
    }
  }

  /** A sequence: its length, its elements, then padding to the word. */
  static final class SequenceNode extends PayloadNode {
    private final ScalarNodes.IntegerNode length;
    private final PayloadNode element;
    private final int wordBytes;

    SequenceNode(String name, ScalarNodes.IntegerNode length, PayloadNode element, int wordBytes) {
      super(name, Math.max(length.alignmentBytes, element.alignmentBytes));
      this.length = length;
      this.element = element;
      this.wordBytes = wordBytes;
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      long count = length.value(in);
      in.align(element.alignmentBytes);
      elements(in, sink, name, element, count);
      in.align(wordBytes);
    }

    @Override
    long fixedBytes() {
      return VARIABLE;
    }

    @Override
    long leastBytes() {
      return length.leastBytes();
    }
  }

  private static void elements(
      PayloadInput in, FieldSink sink, String name, PayloadNode element, long count) {
    long leastBytes = element.leastBytes();
    if (count < 0 || leastBytes > 0 && count > Math.max(0, in.remaining()) / leastBytes) {
      throw LttFailure.TOO_LONG;
    } else if (leastBytes == 0) {
      in.work(count);
    }
    if (sink != null) {
      sink.beginList(name);
    }
    for (long i = 0; i < count; i++) {
      element.decode(in, sink);
    }
    if (sink != null) {
      sink.endList();
    }
  }

  /**
   * A structure. Written by the original's C code, one of a fixed size is a C structure: it ends padded to its own alignment,
   * and in a packed facility, too, its members are aligned from where it begins.
   */
  static final class StructureNode extends PayloadNode {
    private final List<PayloadNode> members;
    private final int ownAlignmentBytes;

    /** The alignment of a structure as C has it, or 1 for one without padding at its end. */
    StructureNode(
        String name, int alignmentBytes, List<PayloadNode> members, int ownAlignmentBytes) {
      super(name, alignmentBytes);
      this.members = members;
      this.ownAlignmentBytes = ownAlignmentBytes;
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      in.work(members.size());
      if (sink != null) {
        sink.beginStructure(name);
      }
      int before = ownAlignmentBytes > alignmentBytes ? in.origin(in.position()) : -1;
      for (PayloadNode member : members) {
        member.decode(in, sink);
      }
      in.align(ownAlignmentBytes);
      if (before >= 0) {
        in.origin(before);
      }
      if (sink != null) {
        sink.endStructure();
      }
    }

    @Override
    long fixedBytes() {
      long end = 0;
      for (PayloadNode member : members) {
        end = end(end, member);
      }
      return end == VARIABLE ? VARIABLE : end + (-end & ownAlignmentBytes - 1);
    }

    @Override
    long leastBytes() {
      long sum = 0;
      for (PayloadNode member : members) {
        sum = plus(sum, member.leastBytes());
      }
      return sum;
    }
  }

  /** A union: every member is read from the same bytes. */
  static final class UnionNode extends PayloadNode {
    private final List<PayloadNode> members;
    private final long sizeBytes;

    UnionNode(String name, int alignmentBytes, List<PayloadNode> members, long sizeBytes) {
      super(name, alignmentBytes);
      this.members = members;
      this.sizeBytes = sizeBytes;
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      if (sizeBytes > in.remaining()) {
        throw LttFailure.BEYOND_EVENT;
      }
      in.work(members.size());
      int start = in.position();
      if (sink != null) {
        sink.beginStructure(name);
      }
      for (PayloadNode member : members) {
        in.position(start);
        member.decode(in, sink);
      }
      in.position(start + (int) sizeBytes);
      if (sink != null) {
        sink.endStructure();
      }
    }

    @Override
    long fixedBytes() {
      return sizeBytes;
    }

    @Override
    long leastBytes() {
      return sizeBytes;
    }
  }

  /** A value that may be absent: a byte, then the value if that is 1. */
  static final class OptionalNode extends PayloadNode {
    private final PayloadNode element;

    OptionalNode(String name, PayloadNode element) {
      super(name, 1);
      this.element = element;
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      if (in.unsigned(1, false) != 0) {
        element.decode(in, sink);
      } else if (sink != null) {
        sink.absent(name);
      }
    }

    @Override
    long fixedBytes() {
      return VARIABLE;
    }

    @Override
    long leastBytes() {
      return 1;
    }
  }

  /** One of several options, told by the tag in front of it. */
  static final class VariantNode extends PayloadNode {
    private final int tagBytes;
    private final List<PayloadNode> options;

    VariantNode(String name, int alignmentBytes, int tagBytes, List<PayloadNode> options) {
      super(name, alignmentBytes);
      this.tagBytes = tagBytes;
      this.options = options;
    }

    @Override
    void read(PayloadInput in, FieldSink sink) {
      long tag = in.unsigned(tagBytes, false);
      if (tag >= options.size()) {
        throw LttFailure.NO_OPTION;
      }
      if (sink != null) {
        sink.beginStructure(name);
      }
      options.get((int) tag).decode(in, sink);
      if (sink != null) {
        sink.endStructure();
      }
    }

    @Override
    long fixedBytes() {
      return VARIABLE;
    }

    @Override
    long leastBytes() {
      return tagBytes;
    }
  }
}
