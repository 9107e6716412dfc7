package org.genevent.benchmarks;

import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** {@link BenchEvents#number} as an event of JFR, without what genevent does not do either. */
@Name("bench.Number")
@StackTrace(false)
@Enabled(true)
final class JfrNumber extends Event {
  int number;
  long value;
}
