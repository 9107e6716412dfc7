package org.genevent.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts events into blocks, as many as it takes, so that each block can be read on its own.
 *
 * <p>Where events have 32 bits of the time, a reader counts a wrap when the number gets smaller, from the block's begin on. So
 * events that lie further apart get heartbeats between them, or, from some on, the second one a block of its own. Whatever is
 * added at the end leaves what was there as it was: of an open packet only what is new has to be written.
 */
abstract class LttBlocks {

  private static final long WRAP_NANOS = 1L << Integer.SIZE;
  private static final long MAX_HEARTBEATS = 16;
  private static final byte[] NOTHING = {};

  private final LttTrace trace;
  private final int blockBytes;
  private final List<LttBlock> blocks = new ArrayList<>();
  private LttBlock current;

  LttBlocks(LttTrace trace, int blockBytes) {
    this.trace = trace;
    this.blockBytes = blockBytes;
  }

  /** Adds what every block begins with. */
  abstract void begin(LttBlock block, int part, long nanos);

  /** Adds an event. One that is larger than a block is left out; no sub-buffer holds such. */
  final void add(int facility, int event, long nanos, byte[] payload, int from, int sizeBytes) {
    long time = current == null || nanos - current.lastNanos() > 0 ? nanos : current.lastNanos();
    if (current == null || !keepsTime(time) || !current.hasRoom(sizeBytes)) {
      current = new LttBlock(trace, blockBytes, time);
      begin(current, blocks.size(), time);
      blocks.add(current);
    }
    if (current.hasRoom(sizeBytes)) {
      current.add(facility, event, time, payload, from, sizeBytes);
    }
  }

  final void add(int facility, int event, long nanos, byte[] payload) {
    add(facility, event, nanos, payload, 0, payload.length);
  }

  /** Adds the heartbeats that a later event needs; false if it should rather begin a block. */
  private boolean keepsTime(long nanos) {
    if (!trace.heartbeat()) {
      return true;
    }
    long gap = nanos - current.lastNanos();
    if (gap / WRAP_NANOS > MAX_HEARTBEATS) {
      return false;
    }
    for (; gap >= WRAP_NANOS; gap = nanos - current.lastNanos()) {
      if (!current.hasRoom(0)) {
        return false;
      }
      long beat = current.lastNanos() + WRAP_NANOS - 1;
      current.add(LttFacilities.CORE_ID, LttFacilities.HEARTBEAT, beat, NOTHING, 0, 0);
    }
    return true;
  }

  final List<LttBlock> blocks() {
    return blocks;
  }

  /** A text with its zero byte and zeros up to the word. */
  static byte[] padded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = new byte[LttLayout.alignUp(bytes.length + 1)];
    System.arraycopy(bytes, 0, padded, 0, bytes.length);
    return padded;
  }
}
