package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.metadata.ParsedMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in metadata that are no UTF-8, and such that only look like it. */
final class MetadataTextTest {

  private static final String TRACE =
      "/* CTF 1.8 */ trace { major = 1; minor = 8; byte_order = le; };\n";

  private final Findings findings = new Findings();

  private Optional<ParsedMetadata> parse(byte[] metadata) {
    return MetadataParser.parse("metadata", metadata, findings);
  }

  private static byte[] latin1(String text) {
    return (TRACE + text).getBytes(StandardCharsets.ISO_8859_1);
  }

  private List<String> found() {
    return findings.list().stream().map(Diagnostic::format).toList();
  }

  @Test
  void aStringInAnotherEncodingIsReadAndSaid() {
    Optional<ParsedMetadata> parsed = parse(
        latin1("env { a = \"plain\"; b = \"K\u00f6ln\"; c = \"\u00e4\u00f6\"; d = \"\u00ff\"; };"));
    assertEquals("K\ufffdln", parsed.orElseThrow().traceClass().environment().get("b"));
    assertEquals(1, found().size(), found()::toString);
    assertTrue(
        found()
            .get(0)
            .startsWith(
                "metadata:2:26: warning: [GE-TRACE-08] this string is not UTF-8, nor are 2 more"),
        found()::toString);
  }

  @Test
  void bytesByTheirNumbersAreLookedAtToo() {
    assertTrue(parse(latin1("env { a = \"\\xc3\\xa4\"; b = \"\\303x\"; };")).isPresent());
    assertEquals(
        List.of("metadata:2:27: warning: [GE-TRACE-08] this string is not UTF-8"),
        found().stream().map(text -> text.lines().findFirst().get()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* K\u00f6ln */",
        "// K\u00f6ln",
        "env { a = \"\\ufffd\"; };",
        "env { a = \"\\xef\\xbf\\xbd\"; };"
      })
  void whatIsNoStringOrMeantIsNotSaid(String text) {
    assertTrue(parse(latin1(text)).isPresent());
    assertEquals(List.of(), found());
  }

  @Test
  void theCharacterThatStandsForOthersIsItself() {
    byte[] metadata = (TRACE + "env { a = \"\ufffd\"; };").getBytes(StandardCharsets.UTF_8);
    assertTrue(parse(metadata).isPresent());
    assertEquals(List.of(), found());
  }

  @ParameterizedTest
  @CsvSource({"c3, 1", "ff, 1", "c0af, 2", "eda080, 1", "f8888080, 4", "e282, 1"})
  void eachFormOfWhatIsNone(String hexadecimal, int characters) {
    byte[] before = latin1("env { a = \"");
    byte[] after = "\"; };".getBytes(StandardCharsets.US_ASCII);
    byte[] broken = new byte[hexadecimal.length() / 2];
    for (int i = 0; i < broken.length; i++) {
      broken[i] = (byte) Integer.parseInt(hexadecimal.substring(2 * i, 2 * i + 2), 16);
    }
    byte[] all = Arrays.copyOf(before, before.length + broken.length + after.length);
    System.arraycopy(broken, 0, all, before.length, broken.length);
    System.arraycopy(after, 0, all, before.length + broken.length, after.length);
    Object value = parse(all).orElseThrow().traceClass().environment().get("a");
    assertEquals("\ufffd".repeat(characters), value);
    assertEquals(1, found().size());
  }

  @Test
  void inJsonTheyAreAnErrorWithLineAndColumn() {
    byte[] json = "\u001e{\"type\":\"preamble\",\n\"version\":2,\"a\":\"K\u00f6ln\"}"
        .getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(parse(json).isEmpty());
    assertTrue(
        found()
            .get(0)
            .startsWith("metadata:2:19: error: [GE-TRACE-01] the metadata is not UTF-8 here"),
        found()::toString);
  }
}
