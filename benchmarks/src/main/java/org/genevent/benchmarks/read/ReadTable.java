package org.genevent.benchmarks.read;

import java.nio.file.Path;

/** Prints the table. */
public final class ReadTable {
  private ReadTable() {}

  /**
   * Runs.
   *
   * @param arguments folder for traces, events
   * @throws Exception if anything fails
   */
  public static void main(String... arguments) throws Exception {
    Path parent = Path.of(arguments[0]);
    int events = Integer.parseInt(arguments[1]);
    for (TraceForm form : TraceForm.values()) {
      for (int streams : new int[] {1, 10, 1000}) {
        Path trace = TraceMaker.make(parent, form, streams, events);
        System.out.println(form + " " + streams + " decode " + Library.decodeNanos(trace, 5)
            + " merge " + Library.mergeNanos(trace, 5));
      }
    }
  }
}
