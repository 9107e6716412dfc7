package org.genevent.reader.stream;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.TraceReader;

/**
 * What a reader is going to read, cut along the time, so that several threads can read at once.
 *
 * <p>Where a slice begins is only known when it was read up to there. Whoever puts slices together asks for each whether it {@link
 * #follows} the one before, and if not throws it away, and reads the {@link #enterRest rest} alone.
 */
public abstract class Slices {

  private static Maker maker;

  /** For subclasses. */
  protected Slices() {}

  /** Makes slices of a reader. */
  public interface Maker {
    /**
     * Cuts what a reader is going to read.
     *
     * @param reader a reader that has read nothing yet
     * @return the slices, or empty if it cannot be cut, or is not worth it
     */
    Optional<Slices> of(TraceReader reader);

    /**
     * Counts all that a reader is going to read, by no order at all.
     *
     * @param reader a reader that has read nothing yet
     * @param threads how many threads may be used
     * @return how many events of each kind there are, or empty if they can only be counted one by one
     */
    Optional<Map<EventRecordClass, Long>> count(TraceReader reader, int threads);
  }

  /**
   * Says how slices are made. Called once, by the class of the readers.
   *
   * @param newMaker makes them
   */
  public static void maker(Maker newMaker) {
    maker = newMaker;
  }

  /**
   * Cuts what a reader is going to read.
   *
   * @param reader a reader that has read nothing yet
   * @return the slices, or empty if it cannot be cut, or is not worth it
   */
  public static Optional<Slices> of(TraceReader reader) {
    return maker.of(reader);
  }

  /**
   * Counts all that a reader is going to read, by no order at all.
   *
   * @param reader a reader that has read nothing yet
   * @param threads how many threads may be used
   * @return how many events of each kind there are, or empty if they can only be counted one by one
   */
  public static Optional<Map<EventRecordClass, Long>> count(TraceReader reader, int threads) {
    return maker.count(reader, threads);
  }

  /**
   * How many there are.
   *
   * @return at least two
   */
  public abstract int count();

  /**
   * A reader for one thread, which enters one slice after the other. To be closed before the reader that was cut.
   *
   * @param findings takes what it cannot read
   * @return the reader
   */
  public abstract TraceReader worker(Consumer<Diagnostic> findings);

  /**
   * Goes to a slice.
   *
   * @param worker a reader of these slices
   * @param slice the slice
   */
  public abstract void enter(TraceReader worker, int slice);

  /**
   * Goes to all that is behind a slice.
   *
   * @param worker a reader of these slices
   * @param slice a slice that was read
   */
  public abstract void enterRest(TraceReader worker, int slice);

  /**
   * Whether a slice goes on where the one before it ended. To be asked once for each slice, in order, when the one before was
   * read, and of this one the first event.
   *
   * @param slice the slice, from 1
   * @return false if something would be lost or read twice
   */
  public abstract boolean follows(int slice);

  /**
   * Hands a finding on to whoever opened the reader that was cut.
   *
   * @param finding what could not be read
   */
  public abstract void report(Diagnostic finding);

  /** Says that all slices were read: the reader that was cut has nothing left. */
  public abstract void finish();

  /**
   * Says how far reading is, for those who ask the reader that was cut.
   *
   * @param slice the slice that is read in full
   */
  public abstract void done(int slice);
}
