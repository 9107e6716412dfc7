package org.genevent.runtime;

import java.util.Map;
import org.genevent.annotation.Level;

/** What differs between the metadata of CTF 1.8 and of CTF 2. */
interface MetadataForm {

  /** The file with the frame of a trace. */
  String template();

  /** The byte order of this machine. */
  String byteOrder();

  /** A text that cannot end the string that it is put into. */
  String escaped(String text);

  /** The facts of a trace: {@link String} or {@link Long}, in order. */
  String environment(Map<String, Object> facts);

  String level(Level level);

  /** The context of a facility's events; empty if there is none. */
  String context(TracedFacility facility);

  /** The payload of an event; empty if there is none. */
  String fields(TracedFacility facility, TracedFacility.TracedEvent event);

  /** Whether the form has words for a facility's fields. */
  boolean knows(TracedFacility facility);

  /** What stands in front of each section but the first. */
  String separator();
}
