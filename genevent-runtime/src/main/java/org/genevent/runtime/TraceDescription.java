package org.genevent.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a trace says about itself beside its streams, and where these are: one for each format. Guarded by the registry's lock. */
interface TraceDescription {

  void addChannel(Channel channel);

  /** Why the trace cannot have a facility, as the end of a sentence; empty if it can. */
  Optional<String> refusal(TracedFacility facility);

  /** Takes a facility of which at least one event is traced. */
  void addFacility(TracedFacility facility);

  /** Takes an event of the facility that was added last; returns its id in the trace, or -1 if there is none left. */
  int addEvent(TracedFacility facility, TracedFacility.TracedEvent event, Channel channel);

  /** Brings the files up to date. */
  void write() throws IOException;

  /** Writes the same into another directory. */
  void writeTo(Path directory) throws IOException;

  /** The file of a stream. */
  StreamOutput stream(Path directory, Channel channel, long instance);
}
