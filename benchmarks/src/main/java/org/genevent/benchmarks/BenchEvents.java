package org.genevent.benchmarks;

import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;

/** The events that are measured. */
@Facility(name = "bench", description = "Events of the benchmarks")
interface BenchEvents {

  @Event(description = "A number and a value: 24 bytes with the event header")
  void number(int number, long value);

  @Event(description = "The same and a text")
  void named(int number, long value, String name);
}
