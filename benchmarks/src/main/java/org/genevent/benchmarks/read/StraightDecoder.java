package org.genevent.benchmarks.read;

import java.nio.ByteBuffer;

/** Decodes straight on, as a class would that is generated from the metadata. Its bytes are what a hidden class is made of. */
final class StraightDecoder implements Decoder {

  StraightDecoder() {}

  @Override
  public void decode(ByteBuffer memory, int begin, int end, Totals totals) {
    int at = begin;
    long sum = totals.sum;
    while (at < end) {
      long header = memory.getLong(at);
      sum += header >>> 16;
      switch ((int) header & 0xFFFF) {
        case 0 -> {
          sum += memory.getInt(at + 8) + memory.getLong(at + 16);
          at += 24;
        }
        case 1 -> {
          sum += memory.getInt(at + 8) + memory.getLong(at + 16);
          int text = Text.end(memory, at + 24);
          sum += text - at - 24;
          at = text + 7 & -8;
        }
        default -> throw new IllegalStateException("no such event");
      }
      totals.events++;
    }
    totals.sum = sum;
  }
}
