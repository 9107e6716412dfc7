package org.genevent.benchmarks.read;

import java.nio.ByteBuffer;

/** Decodes by a list of steps, one loop over integers: the way of the reader. */
final class PlanDecoder implements Decoder {

  private static final int END = 0;
  private static final int INT = 1;
  private static final int LONG = 2;
  private static final int TEXT = 3;

  /** Of each event, what to do and how far from the body. */
  private static final int[][] PLANS = {
    {INT, 0, LONG, 8, END, 16}, {INT, 0, LONG, 8, TEXT, 16, END, 0},
  };

  @Override
  public void decode(ByteBuffer memory, int begin, int end, Totals totals) {
    int at = begin;
    long sum = totals.sum;
    while (at < end) {
      long header = memory.getLong(at);
      sum += header >>> 16;
      int body = at + BODY_BYTES;
      int[] plan = PLANS[(int) header & 0xFFFF];
      int pc = 0;
      for (; plan[pc] != END; pc += 2) {
        int place = body + plan[pc + 1];
        switch (plan[pc]) {
          case INT -> sum += memory.getInt(place);
          case LONG -> sum += memory.getLong(place);
          default -> {
            body = Text.end(memory, place);
            sum += body - place;
          }
        }
      }
      at = body + plan[pc + 1] + 7 & -8;
      totals.events++;
    }
    totals.sum = sum;
  }
}
