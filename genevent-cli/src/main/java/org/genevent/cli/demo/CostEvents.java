package org.genevent.cli.demo;

import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;

/** The event whose cost the demo shows. */
@Facility(name = "cost", description = "What the demo measures")
interface CostEvents {

  @Event(description = "Nothing but itself")
  void measured(int number, long value);
}
