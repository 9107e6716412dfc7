package org.genevent.reader.ltt;

import java.util.Optional;
import org.genevent.model.FieldClass;
import org.genevent.reader.FieldSink;
import org.genevent.reader.stream.DeclaredSink;

/** A field or element, ready to be read. */
abstract class PayloadNode {

  /** A size that depends on the event. */
  static final long VARIABLE = -1;

  final String name;
  final int alignmentBytes;
  private FieldClass declared;
  private Optional<String> format = Optional.empty();

  PayloadNode(String name, int alignmentBytes) {
    this.name = name;
    this.alignmentBytes = alignmentBytes;
  }

  final void declaredAs(FieldClass fieldClass, Optional<String> printfFormat) {
    declared = fieldClass.resolved();
    format = printfFormat;
  }

  private void tell(FieldSink sink) {
    if (sink instanceof DeclaredSink declaredSink) {
      declaredSink.declared(declared, format);
    }
  }

  /** Reads the value; a sink of null is not told. */
  final void decode(PayloadInput in, FieldSink sink) {
    tell(sink);
    in.align(alignmentBytes);
    read(in, sink);
  }

  /** Reads the value at a position that is aligned. */
  abstract void read(PayloadInput in, FieldSink sink);

  /** Gives a value that travels in the event's header instead of the payload. */
  final void give(long value, FieldSink sink) {
    tell(sink);
    giveValue(value, sink);
  }

  void giveValue(long value, FieldSink sink) {
    sink.integer(name, value, false, 10, Integer.SIZE);
  }

  /** Gives a value that is nowhere. */
  final void giveNothing(FieldSink sink) {
    tell(sink);
    sink.absent(name);
  }

  /** How many bytes the value has at a position that is aligned, or {@link #VARIABLE}. */
  abstract long fixedBytes();

  /** How many bytes the value has at least. */
  abstract long leastBytes();

  /** The sum of sizes that may be larger than anything that exists. */
  static long plus(long one, long other) {
    return Math.min(Long.MAX_VALUE / 4, one + other);
  }

  /** Where the item ends that follows at a position. */
  static long end(long position, PayloadNode node) {
    long bytes = node.fixedBytes();
    return position == VARIABLE || bytes == VARIABLE
        ? VARIABLE
        : plus(position + (-position & node.alignmentBytes - 1), bytes);
  }
}
