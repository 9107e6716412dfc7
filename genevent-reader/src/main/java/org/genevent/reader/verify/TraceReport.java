package org.genevent.reader.verify;

import java.util.List;
import java.util.Objects;

/**
 * What is to be thought of traces.
 *
 * @param trust whether everything is there
 * @param streams each stream
 * @param facilities each facility that was expected, in each trace
 * @param reasons what is wrong with traces as a whole
 */
public record TraceReport(
    Trust trust,
    List<StreamVerdict> streams,
    List<TraceReport.FacilityVerdict> facilities,
    List<String> reasons) {
  /** Copies the lists. */
  public TraceReport {
    Objects.requireNonNull(trust);
    streams = List.copyOf(streams);
    facilities = List.copyOf(facilities);
    reasons = List.copyOf(reasons);
  }

  /**
   * A facility in a trace.
   *
   * @param name the facility
   * @param trust whether the trace was written with it
   * @param message how they compare
   */
  public record FacilityVerdict(String name, Trust trust, String message) {
    /** Checks that all parts are there. */
    public FacilityVerdict {
      Objects.requireNonNull(name);
      Objects.requireNonNull(trust);
      Objects.requireNonNull(message);
    }
  }
}
