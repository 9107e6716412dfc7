package org.genevent.reader.decode;

import org.genevent.reader.FieldSink;

/** A compiled field: reads its bits, keeps what later fields refer to, and tells the sink what it is, if there is one. */
abstract class Node {

  /** The name that sinks see; empty in lists. */
  final String name;

  final int alignmentBits;

  Node(String name, int alignmentBits) {
    this.name = name;
    this.alignmentBits = alignmentBits;
  }

  /**
   * Reads the field.
   *
   * @param in at the end of the field before; moved behind this one
   * @param state takes what later fields refer to
   * @param sink takes the value; null if nobody wants it
   */
  abstract void decode(BitInput in, State state, FieldSink sink);

  /** The fewest bits that a value takes; limits the length of sequences. */
  abstract long leastBits();
}
