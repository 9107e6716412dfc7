package org.genevent.cli.convert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.plan.FacilityPlan;
import org.genevent.reader.LttFacility;
import org.genevent.runtime.TraceFormat;
import org.genevent.xml.FacilityReader;

/**
 * The events by which our runtime's traces of LTT tell what LTT has no place for: which sub-buffer a block is of, whose events it
 * has, and how many were lost. Their facility is the runtime's own file.
 */
final class PacketNotes {

  static final String FACILITY = "genevent";
  static final String BLOCK = "block";
  static final String THREAD = "thread";

  /** The places of the events in the facility. */
  static final int BLOCK_EVENT = 0;

  static final int THREAD_EVENT = 1;
  static final int DISCARDED_EVENT = 2;

  /** The most bytes that the payload of any of them has, but for the name of the thread. */
  static final int MOST_BYTES = 32;

  private static final String FILE = "ltt-genevent.xml";
  private static final Facility DECLARED = declared();

  private final FacilityPlan plan;
  private final PayloadBytes bytes;

  /** Of a new trace, in which the facility is planned so. */
  PacketNotes(FacilityPlan plan, PayloadBytes bytes) {
    this.plan = plan;
    this.bytes = bytes;
  }

  private static Facility declared() {
    try (InputStream in = TraceFormat.class.getResourceAsStream(FILE)) {
      return FacilityReader.read(FILE, in.readAllBytes(), new Findings()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The facility as it is declared. */
  static Facility facility() {
    return DECLARED;
  }

  /** Whether a facility of a trace is this one. */
  static boolean isAnnounced(LttFacility facility) {
    return facility.name().equals(FACILITY)
        && facility.facility().isPresent()
        && FacilityChecksum.of(facility.facility().get()) == FacilityChecksum.of(DECLARED);
  }

  /** The payload of the event with which a block begins. */
  byte[] block(SourcePacket packet, long thread, int part) {
    return payload(
        BLOCK_EVENT,
        new NamedValue("sequence", packet.sequence()),
        new NamedValue("thread_id", thread),
        new NamedValue("part", (long) part),
        new NamedValue("thread_name", packet.threadName()));
  }

  /** The payload of the event that says whose events follow. */
  byte[] thread(long thread) {
    return payload(THREAD_EVENT, new NamedValue("thread_id", thread));
  }

  /** The payload of the event that says how many events were lost since the stream began. */
  byte[] discarded(long events) {
    return payload(DISCARDED_EVENT, new NamedValue("events", events));
  }

  private byte[] payload(int event, NamedValue... values) {
    return bytes.write(
        FACILITY,
        plan.events().get(event).payload().fields(),
        new ValueSink.Members(List.of(values)),
        plan.metrics());
  }
}
