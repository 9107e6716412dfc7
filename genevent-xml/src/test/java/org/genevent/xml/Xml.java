package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;

/** Short ways to read facilities in tests. */
final class Xml {

  private Xml() {}

  /** What reading came to. */
  record Result(Optional<Facility> facility, List<Diagnostic> findings) {

    /** The findings as {@code line:column CODE} lines. */
    String places() {
      return findings.stream()
          .map(finding -> place(finding.place()) + " " + finding.code().id())
          .collect(Collectors.joining("\n"));
    }

    /** The findings as users see them. */
    String text() {
      return findings.stream().map(Diagnostic::format).collect(Collectors.joining("\n"));
    }
  }

  static String place(Place place) {
    Place.InFile file = (Place.InFile) place;
    return file.line() + ":" + file.column();
  }

  static Result read(byte[] bytes) {
    Findings findings = new Findings();
    Optional<Facility> facility = FacilityReader.read("f.xml", bytes, findings);
    return new Result(facility, findings.list());
  }

  static Result read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A facility without findings. */
  static Facility facility(String text) {
    Result result = read(text);
    assertEquals("", result.text());
    return result.facility().orElseThrow();
  }

  /** The class of the one field of the one event, given the element that is its type. */
  static FieldClass type(String element) {
    return field(element).fieldClass();
  }

  /** The one field of the one event. */
  static Field field(String element) {
    return facility(around(element)).events().get(0).fields().get(0);
  }

  /** A facility with one event with one field of that type; the type begins at 1:55. */
  static String around(String element) {
    return "<facility name='t'><event name='e'><field name='f'>   " + element
        + "</field></event></facility>";
  }
}
