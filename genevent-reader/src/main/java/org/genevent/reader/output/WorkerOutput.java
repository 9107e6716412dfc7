package org.genevent.reader.output;

import java.io.IOException;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.output.SliceOutput.Block;

/** Where one thread prints to, slice after slice: to the output while it is the slice's turn, else into the slice's blocks. */
final class WorkerOutput implements ByteOutput.BlockTaker {

  private final SliceTurns turns;
  private final BlockPool pool;
  private SliceOutput slice;
  private IOException broken;

  WorkerOutput(SliceTurns turns, BlockPool pool) {
    this.turns = turns;
    this.pool = pool;
  }

  void enter(SliceOutput next) {
    slice = next;
  }

  /** Takes what could not be read. */
  void found(Diagnostic finding) {
    slice.findings().add(finding);
  }

  /** Throws what the output threw, if it did. */
  void checkWritten() throws IOException {
    if (broken != null) {
      throw broken;
    }
  }

  /**
   * Ends the slice.
   *
   * @param events how many events it has
   * @param failure what ended it early, or null
   */
  void end(long events, Throwable failure) throws IOException {
    turns.end(slice, events, failure, pool);
  }

  @Override
  public byte[] take(byte[] block, int count) throws IOException {
    if (!turns.isTurnOf(slice)) {
      turns.checkCancelled();
      byte[] other = pool.take();
      if (other != null) {
        slice.blocks().add(new Block(block, count));
        return other;
      }
      turns.await(slice);
    }
    try {
      turns.write(slice, pool);
      turns.write(block, count);
    } catch (IOException e) {
      broken = e;
      throw e;
    }
    return block;
  }
}
