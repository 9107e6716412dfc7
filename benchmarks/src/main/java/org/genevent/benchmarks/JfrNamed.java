package org.genevent.benchmarks;

import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** {@link BenchEvents#named} as an event of JFR. */
@Name("bench.Named")
@StackTrace(false)
@Enabled(true)
final class JfrNamed extends Event {
  int number;
  long value;
  String name;
}
