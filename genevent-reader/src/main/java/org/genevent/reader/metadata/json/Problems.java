package org.genevent.reader.metadata.json;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.reader.metadata.MetadataFailure;

/** Makes failures that name the file, the line and the column. */
final class Problems {

  private final Set<String> unplaced = new LinkedHashSet<>();

  private static final String RULE = "the metadata is written as CTF2-SPEC-2.0 says";

  private final String file;

  Problems(String file) {
    this.file = file;
  }

  MetadataFailure at(int line, int column, DiagnosticCode code, String message) {
    return new MetadataFailure(
        Diagnostic.of(code, new Place.InFile(file, line, column), message).withRule(RULE));
  }

  MetadataFailure meaning(Json at, String message) {
    return at(at.line(), at.column(), DiagnosticCode.TRACE_MEANING, message);
  }

  MetadataFailure limit(Json at, String message) {
    return at(at.line(), at.column(), DiagnosticCode.TRACE_LIMIT, message);
  }

  /** An attribute was met that the model has no place for. */
  void unplaced(String namespace, String name) {
    unplaced.add(name.isEmpty() ? namespace : namespace + "/" + name);
  }

  /** The names of all such attributes, each once. */
  List<String> unplaced() {
    return List.copyOf(unplaced);
  }
}
