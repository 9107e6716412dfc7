package org.genevent.reader.decode;

import org.genevent.model.trace.WireEncoding;
import org.genevent.reader.FieldSink;

/** The kinds of compiled texts, and bytes. */
final class Texts {

  private Texts() {}

  /** A text up to its zero character. */
  static final class StringNode extends Node {
    final WireEncoding encoding;

    StringNode(String name, WireEncoding encoding) {
      super(name, 8);
      this.encoding = encoding;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      in.align(8);
      int offset = in.byteIndex();
      int length = in.skipString(encoding.unitBytes());
      give(name, encoding, in, state, offset, length, sink);
    }

    @Override
    long leastBits() {
      return 8L * encoding.unitBytes();
    }
  }

  /** A text of a number of bytes, which ends in front of its first zero character. */
  static final class FixedTextNode extends Node {
    final Length length;
    private final WireEncoding encoding;

    FixedTextNode(String name, int alignmentBits, Length length, WireEncoding encoding) {
      super(name, alignmentBits);
      this.length = length;
      this.encoding = encoding;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      long wanted = length.of(state);
      in.align(alignmentBits);
      int offset = in.byteIndex();
      int bytes = in.skipBytes(wanted);
      if (sink != null) {
        int end = in.firstZero(offset, bytes, encoding.unitBytes());
        give(name, encoding, in, state, offset, end, sink);
      }
    }

    @Override
    long leastBits() {
      return length.leastBits();
    }
  }

  /** Bytes. */
  static final class BlobNode extends Node {
    final Length length;
    private final String mediaType;

    BlobNode(String name, Length length, String mediaType) {
      super(name, 8);
      this.length = length;
      this.mediaType = mediaType;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      long wanted = length.of(state);
      in.align(8);
      int offset = in.byteIndex();
      int bytes = in.skipBytes(wanted);
      if (sink != null) {
        sink.blob(name, in.buffer(), offset, bytes, mediaType);
      }
    }

    @Override
    long leastBits() {
      return length.leastBits();
    }
  }

  /** How many bytes there are: a number, or what is in a slot. */
  record Length(long bytes, SlotReference slot) {
    long of(State state) {
      return slot == null ? bytes : slot.get(state);
    }

    long leastBits() {
      return slot != null ? 0 : bytes > Long.MAX_VALUE >>> 4 ? Long.MAX_VALUE : bytes << 3;
    }
  }

  private static void give(
      String name,
      WireEncoding encoding,
      BitInput in,
      State state,
      int offset,
      int length,
      FieldSink sink) {
    if (sink == null) {
      return;
    }
    if (encoding.unitBytes() == 1) {
      sink.text(name, in.buffer(), offset, length);
    } else {
      int written = state.transcoder.toUtf8(in.buffer(), offset, length, encoding);
      sink.text(name, state.transcoder.buffer(), 0, written);
    }
  }
}
