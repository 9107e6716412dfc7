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
        "2:55 GE-TRACE-02 | event { fields := struct { floating_point { exp_dig = 15; mant_dig = 64; } a; }; };",
        "2:69 GE-TRACE-02 | event { fields := struct { floating_point { exp_dig = 8; mant_dig = 64; } a; }; };",
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
        "2:37 GE-TRACE-03 | event { fields := struct { string a[n]; }; };",
        "2:37 GE-TRACE-03 | event { fields := struct { string a[n]; integer { size = 8; } n; }; };",
        "2:37 GE-TRACE-03 | event { fields := struct { variant <t> { string a; } v; }; };",
        "2:62 GE-TRACE-03 | event { fields := struct { integer { size = 8; } t; variant <t> { string a; } v; }; };",
        "2:76 GE-TRACE-03 | event { fields := struct { struct { string n; } s; integer { size = 8; } a[s.n]; }; };",
        "2:79 GE-TRACE-03 | event { fields := struct { struct { integer { size = 8; } n; } s[2]; string a[s.n]; }; };",
        "2:37 GE-TRACE-02 | event { fields := struct { string a[event.fields]; }; };",
        "2:11 GE-TRACE-02 | typealias gone := other;",
        "2:56 GE-TRACE-01 | event { fields := struct { integer { size = 8; align = 9223372036854775808999; } a; }; };",
        "2:56 GE-TRACE-02 | event { fields := struct { integer { size = 8; align = 9223372036854775808; } a; }; };",
        "2:36 GE-TRACE-02 | event { fields := struct { } align(0x8000000000000000); };",
        "2:52 GE-TRACE-02 | event { fields := struct { integer { size = 8; } a[0xFFFFFFFFFFFFFFFF]; }; };",
        "2:78 GE-TRACE-02 | event { fields := struct { enum : integer { size = 8; signed = true; } { A = 0x8000000000000000 } e; }; };",
        "2:63 GE-TRACE-02 | event { fields := struct { enum : integer { size = 8; } { A = -1 } e; }; };",
        "2:22 GE-TRACE-02 | clock { name = c; }; clock { name = c; };",
        "2:54 GE-TRACE-02 | event { fields := struct { }; context := struct { }; fields := struct { }; };",
        "2:10 GE-TRACE-02 | stream { fields := struct { }; };",
        "2:34 GE-TRACE-01 | event { fields := struct { struct; }; };",
        "2:49 GE-TRACE-01 | event { fields := struct { struct { string a; } ; }; };",
        "2:33 GE-TRACE-02 | event { fields := struct { void * a; }; };",
        "2:52 GE-TRACE-02 | event { fields := struct { integer { size = 8; } a : 3; }; };",
        "2:9 GE-TRACE-02 | typedef struct x x; struct x { x a; };",
        "2:9 GE-TRACE-02 | typedef a b; typedef b a;",
        "2:49 GE-TRACE-02 | typealias integer { size = 8; } := b; typedef b b;",
        "2:14 GE-TRACE-01 | env { name = 'ab'; };",
        "2:14 GE-TRACE-01 | env { name = \"\\uD800\"; };",
      })
  void anErrorHasItsPlace(String expected, String text) {
    String metadata = "trace { major = 1; minor = 8; byte_order = le; };\n" + text + "\n";
    Findings findings = new Findings();
    MetadataParser.parse("m", metadata.getBytes(StandardCharsets.UTF_8), findings)
        .ifPresent(
            parsed -> TracePlan.compile(parsed.positions()::of, parsed.traceClass(), findings));
    assertEquals(1, findings.list().size(), findings.list().toString());
    Diagnostic finding = findings.list().get(0);
    String place = finding.place().text().replaceFirst("^m:?", "");
    assertEquals(
        expected, (place.isEmpty() ? "0:0" : place) + " " + finding.code().id(), finding.message());
  }
}
