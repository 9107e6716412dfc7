package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;

/** What a conversion cannot take along: each thing once, with how often it was met where that matters. */
final class Losses {

  private static final int MOST = 1000;

  private final Place place;
  private final Map<String, Long> counts = new LinkedHashMap<>();

  Losses(String trace) {
    place = new Place.InFile(trace, 0, 0);
  }

  /** Something of the declarations. */
  void add(String what) {
    if (counts.size() < MOST) {
      counts.putIfAbsent(what, 0L);
    }
  }

  /** Something of events, or so many of something. */
  void count(String what, long times) {
    if (times > 0 && (counts.size() < MOST || counts.containsKey(what))) {
      counts.merge(what, times, Long::sum);
    }
  }

  /** Nothing is lost after all. */
  void clear() {
    counts.clear();
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  List<Diagnostic> findings() {
    List<Diagnostic> findings = new ArrayList<>();
    counts.forEach((what, times) -> findings.add(Diagnostic.of(
        DiagnosticCode.CONVERT_LOSS,
        place,
        "lost: " + (times == 0 ? what : what + " (" + times + ")"))));
    return findings;
  }
}
