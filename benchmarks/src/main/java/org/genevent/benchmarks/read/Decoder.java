package org.genevent.benchmarks.read;

import java.nio.ByteBuffer;

/** Decodes every field of the events of a packet in {@link TraceForm#OURS}. */
interface Decoder {

  /** Where the first event begins. */
  int HEADER_BYTES = 128;

  /** What an event's body lies behind its header. */
  int BODY_BYTES = 8;

  /**
   * Decodes a packet.
   *
   * @param memory holds it, little-endian
   * @param begin where its first event begins
   * @param end where its content ends
   * @param totals takes the sums
   */
  void decode(ByteBuffer memory, int begin, int end, Totals totals);

  /** What was found; where reading is meanwhile. */
  final class Totals {
    long events;
    long sum;
    int position;
  }
}
