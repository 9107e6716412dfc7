package org.genevent.reader.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.model.FacilityChecksum;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.LttTrace;
import org.genevent.reader.StreamFacts;
import org.genevent.reader.TraceReader;

/**
 * Finds out whether a trace has everything that its tracer was asked to write: packets in sequence, no event lost, times in
 * order, nothing cut or damaged, and, if facilities are given, written with these.
 */
public final class TraceVerifier {

  private static final int MOST_REASONS = 20;
  private static final String FACILITY = "genevent_facility_";

  private final List<Diagnostic> early = new ArrayList<>();
  private final Map<String, StreamCheck> byFile = new HashMap<>();
  private final List<String> reasons = new ArrayList<>();
  private long moreReasons;

  /** For one call of {@link #verify}. */
  public TraceVerifier() {}

  /**
   * Takes what a reader finds; to be given to the one that is verified.
   *
   * @param finding what is wrong
   */
  public void report(Diagnostic finding) {
    if (finding.code() == DiagnosticCode.TRACE_ORDER) {
      // the checks of the streams look at all times themselves
      return;
    }
    String file = finding.place() instanceof Place.InFile place ? place.file() : "";
    StreamCheck stream = byFile.get(file);
    if (stream != null) {
      stream.problem(finding.message());
    } else if (early.size() < MOST_REASONS) {
      early.add(finding);
    } else {
      moreReasons++;
    }
  }

  /**
   * Reads everything.
   *
   * @param reader a reader that was not moved yet and reports to {@link #report}
   * @param expected facilities that each trace must have been written with
   * @return the verdict
   */
  public TraceReport verify(TraceReader reader, List<ExpectedFacility> expected) {
    List<StreamCheck> checks = new ArrayList<>();
    for (StreamFacts stream : reader.streams()) {
      StreamCheck check = new StreamCheck(stream.file());
      checks.add(check);
      byFile.put(stream.file().toString(), check);
    }
    reader.onPacket(packet -> checks.get(packet.stream()).packet(packet));
    while (reader.next()) {
      checks.get(reader.streamIndex()).event(reader);
    }
    early.forEach(finding -> reasons.add(finding.format().replaceAll("\n *", "; ")));
    if (moreReasons > 0) {
      reasons.add("and " + moreReasons + " more");
    }
    if (reader.unknownEvents() > 0) {
      reasons.add(
          reader.unknownEvents() + " events are of kinds that nothing in their trace describes");
    }
    List<StreamVerdict> streams = checks.stream().map(StreamCheck::verdict).toList();
    List<TraceReport.FacilityVerdict> facilities = new ArrayList<>();
    Trust trust = reasons.isEmpty() ? Trust.COMPLETE : Trust.INCOMPLETE;
    for (int i = 0; i < reader.traces().size(); i++) {
      String trace = name(reader, i);
      if (trace.isEmpty()) {
        trust = trust.and(Trust.UNKNOWN);
        reasons.add("a trace has no streams, so nothing in it would tell of losses");
      }
      for (ExpectedFacility facility : expected) {
        facilities.add(compare(reader, i, trace, facility));
      }
    }
    for (StreamVerdict stream : streams) {
      trust = trust.and(stream.trust());
    }
    for (TraceReport.FacilityVerdict facility : facilities) {
      trust = trust.and(facility.trust());
    }
    return new TraceReport(trust, streams, facilities, reasons);
  }

  /** The directory of a trace; empty if it has no streams. */
  private static String name(TraceReader reader, int trace) {
    return reader.streams().stream()
        .filter(stream -> stream.trace() == trace)
        .map(StreamFacts::file)
        .map(Path::getParent)
        .map(String::valueOf)
        .findFirst()
        .orElse("");
  }

  private static TraceReport.FacilityVerdict compare(
      TraceReader reader, int index, String name, ExpectedFacility expected) {
    TraceClass trace = reader.traces().get(index);
    String wanted = "0x" + FacilityChecksum.hex(expected.checksum());
    Set<String> found = new LinkedHashSet<>();
    trace.environment().forEach((key, value) -> {
      if (key.startsWith(FACILITY) && value.toString().startsWith(expected.name() + " ")) {
        found.add(value.toString().substring(expected.name().length() + 1));
      }
    });
    for (LttTrace ltt : reader.lttTraces()) {
      if (Path.of(name).startsWith(ltt.directory())) {
        ltt.facilities().stream()
            .filter(facility -> facility.name().equals(expected.name()))
            .forEach(facility -> found.add("0x" + FacilityChecksum.hex(facility.checksum())));
      }
    }
    String in = name.isEmpty() ? "the trace" : name;
    if (found.isEmpty()) {
      return new TraceReport.FacilityVerdict(
          expected.name(),
          Trust.INCOMPLETE,
          in + " does not say that it was written with a facility '" + expected.name() + "'");
    } else if (found.stream().noneMatch(sum -> isSame(sum, expected.checksum()))
        || found.size() > 1) {
      return new TraceReport.FacilityVerdict(
          expected.name(),
          Trust.INCOMPLETE,
          in + " was written with " + String.join(" and ", found) + ", " + expected.source()
              + " is " + wanted);
    }
    List<String> missing = new ArrayList<>(expected.events());
    for (DataStreamClass stream : trace.dataStreamClasses()) {
      for (EventRecordClass event : stream.eventRecordClasses()) {
        String prefix = expected.name() + ":";
        if (event.name().startsWith(prefix)) {
          missing.remove(event.name().substring(prefix.length()));
        }
      }
    }
    if (!missing.isEmpty()) {
      return new TraceReport.FacilityVerdict(
          expected.name(),
          Trust.INCOMPLETE,
          "the session of " + in + " did not take " + String.join(", ", missing));
    }
    return new TraceReport.FacilityVerdict(
        expected.name(), Trust.COMPLETE, in + " was written with it, " + wanted);
  }

  private static boolean isSame(String text, int checksum) {
    return text.regionMatches(true, 0, "0x", 0, 2)
        && text.length() <= 10
        && text.substring(2).matches("[0-9a-fA-F]+")
        && Integer.parseUnsignedInt(text.substring(2), 16) == checksum;
  }
}
