package org.genevent.reader.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.output.SliceOutput.Block;

/** Where one thread prints to, slice after slice: to the output while it is the slice's turn, else into the slice's blocks. */
final class WorkerOutput extends OutputStream implements ByteOutput.BlockTaker {

  private static final int MOST_BLOCKS = 256;

  private final SliceTurns turns;
  private final BlockPool pool = new BlockPool();
  private SliceOutput slice;
  private IOException broken;

  WorkerOutput(SliceTurns turns) {
    this.turns = turns;
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
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] block = Arrays.copyOfRange(bytes, offset, offset + length);
    pool.give(take(block, length));
  }

  @Override
  public byte[] take(byte[] block, int count) throws IOException {
    if (slice.blocks().size() >= MOST_BLOCKS) {
      turns.await(slice);
    }
    if (!turns.isTurnOf(slice)) {
      turns.checkCancelled();
      slice.blocks().add(new Block(block, count));
      return pool.take(block.length);
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
