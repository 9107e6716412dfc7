package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.decode.TracePlan;
import org.genevent.reader.metadata.MetadataParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case: what stands behind the trace block, on a line of its own, and the finding. */
final class MetadataErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2:1 GE-TRACE-01 | nonsense",
        "3:1 GE-TRACE-01 | event { ",
        "2:1 GE-TRACE-01 | /* never ends",
        "2:14 GE-TRACE-01 | env { name = \"never ends; };",
        "2:14 GE-TRACE-01 | env { name = \"\\q\"; };",
        "2:12 GE-TRACE-01 | event { id 1; };",
        "2:14 GE-TRACE-01 | event { id = 99999999999999999999; };",
        "2:1 GE-TRACE-01 | $",
        "2:28 GE-TRACE-02 | event { fields := struct { a b c; }; };",
        "2:45 GE-TRACE-02 | event { fields := struct { integer { size = 65; } a; }; };",
        "2:28 GE-TRACE-02 | event { fields := struct { integer { align = 8; } a; }; };",
        "2:56 GE-TRACE-02 | event { fields := struct { integer { size = 8; align = 3; } a; }; };",
        "2:61 GE-TRACE-02 | event { fields := struct { integer { size = 8; byte_order = pdp; } a; }; };",
        "2:55 GE-TRACE-02 | event { fields := struct { integer { size = 8; base = 7; } a; }; };",
        "2:55 GE-TRACE-02 | event { fields := struct { integer { size = 8; size = 8; } a; }; };",
        "2:54 GE-TRACE-02 | event { fields := struct { integer { size = 8; map = clock.gone.value; } a; }; };",
        "2:28 GE-TRACE-02 | event { fields := struct { uint8_t a; }; };",
        "2:28 GE-TRACE-02 | event { fields := struct { struct gone a; }; };",
        "2:55 GE-TRACE-02 | event { fields := struct { floating_point { exp_dig = 5; mant_dig = 11; } a; }; };",
        "2:70 GE-TRACE-02 | event { fields := struct { string a; integer { size = 8; } b; string a; }; };",
        "2:9 GE-TRACE-02 | event { gone := struct { }; };",
        "2:9 GE-TRACE-02 | event { fields := string; };",
        "2:1 GE-TRACE-02 | event { id = 1; stream_id = 5; };",
        "2:20 GE-TRACE-02 | event { id = 1; }; event { id = 1; };",
        "2:21 GE-TRACE-02 | stream { id = 1; }; stream { id = 1; };",
        "2:1 GE-TRACE-02 | trace { major = 1; minor = 8; byte_order = le; };",
        "2:1 GE-TRACE-02 | clock { freq = 1; };",
        "2:28 GE-TRACE-02 | event { fields := struct { enum : struct { } { A } e; }; };",
        "2:59 GE-TRACE-02 | event { fields := struct { enum : integer { size = 8; } { A = 5 ... 4 } e; }; };",
        "2:28 GE-TRACE-02 | event { fields := struct { variant { string a; } v; }; };",
        "0:0 GE-TRACE-03 | event { fields := struct { string a[n]; }; };",
        "0:0 GE-TRACE-03 | event { fields := struct { string a[n]; integer { size = 8; } n; }; };",
        "0:0 GE-TRACE-03 | event { fields := struct { variant <t> { string a; } v; }; };",
        "0:0 GE-TRACE-03 | event { fields := struct { integer { size = 8; } t; variant <t> { string a; } v; }; };",
        "2:11 GE-TRACE-02 | typealias gone := other;",
      })
  void anErrorHasItsPlace(String expected, String text) {
    String metadata = "trace { major = 1; minor = 8; byte_order = le; };\n" + text + "\n";
    Findings findings = new Findings();
    MetadataParser.parse("m", metadata.getBytes(StandardCharsets.UTF_8), findings)
        .ifPresent(trace -> TracePlan.compile("m", trace, findings));
    assertEquals(1, findings.list().size(), findings.list().toString());
    Diagnostic finding = findings.list().get(0);
    String place = finding.place().text().replaceFirst("^m:?", "");
    assertEquals(
        expected, (place.isEmpty() ? "0:0" : place) + " " + finding.code().id(), finding.message());
  }
}
