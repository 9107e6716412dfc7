package org.genevent.reader.output;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.genevent.diagnostic.Diagnostic;

/**
 * What becomes of a slice: blocks that wait for its turn, and what was found in it.
 *
 * <p>Used by the thread that prints it, and, when that has ended it, by the one that has the turn.
 */
final class SliceOutput {

  /** Bytes that were printed. */
  record Block(byte[] bytes, int length) {}

  private final int number;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();
  private boolean begun;
  private LinkedFormat.Seam seam;
  private OptionalLong lastTime = OptionalLong.empty();

  SliceOutput(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Diagnostic> findings() {
    return findings;
  }

  /** Says that the first event was read, or that there is none. */
  void begin() {
    begun = true;
  }

  /** Says what its first event is, in front of its blocks, if that depends on the event before. */
  void seam(LinkedFormat.Seam first) {
    seam = first;
  }

  /** Takes that event, if it was not written yet; else null. */
  LinkedFormat.Seam takeSeam() {
    LinkedFormat.Seam first = seam;
    seam = null;
    return first;
  }

  /** Says the time of its last event, of a format that asks for it. */
  void lastTime(OptionalLong time) {
    lastTime = time;
  }

  OptionalLong lastTime() {
    return lastTime;
  }

  boolean isBegun() {
    return begun;
  }
}
