package org.genevent.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a thread passes to its events: values that change, a text that does not. */
@State(Scope.Thread)
public class Work {

  /** Sixteen characters, as in the facility of the tests. */
  final String text = "sixteen_letters_";

  private int count;

  /** For JMH. */
  public Work() {
    count = 0;
  }

  int next() {
    return count++;
  }
}
