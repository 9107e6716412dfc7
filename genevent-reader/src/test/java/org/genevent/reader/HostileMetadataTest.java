package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.decode.TracePlan;
import org.genevent.reader.metadata.MetadataParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TSDL that was written to hurt: it ends in a finding with a place, in bounded time. */
final class HostileMetadataTest {

  private static final Duration HANG = Duration.ofSeconds(180);
  private static final String TRACE = "trace { major = 1; minor = 8; byte_order = le; };\n";

  @TempDir
  Path directory;

  private static Diagnostic onlyFinding(String text) {
    Findings findings = new Findings();
    byte[] bytes = (TRACE + text).getBytes(StandardCharsets.UTF_8);
    assertTimeoutPreemptively(
        HANG,
        () -> MetadataParser.parse("m", bytes, findings)
            .ifPresent(parsed ->
                TracePlan.compile(parsed.positions()::of, parsed.traceClass(), findings)));
    assertEquals(1, findings.list().size(), findings.list().toString());
    return findings.list().get(0);
  }

  private static void assertLimit(String text) {
    Diagnostic finding = onlyFinding(text);
    assertEquals("GE-TRACE-04", finding.code().id(), finding.message());
    assertTrue(finding.place().text().startsWith("m:"), finding.place().text());
  }

  @Test
  void bracesThatNestWithoutEndAreALimit() {
    assertLimit("event { fields := " + "struct { ".repeat(100_000));
    assertLimit("event { fields := struct { " + "enum : ".repeat(100_000));
    assertLimit("event { fields := struct { string a" + "[1]".repeat(100_000) + "; }; };");
  }

  @Test
  void namesThatNestWithoutEndAreALimit() {
    StringBuilder text = new StringBuilder("typealias struct { string a; } := t0;\n");
    for (int i = 1; i < 10_000; i++) {
      text.append("typealias struct { t" + (i - 1) + " a; } := t" + i + ";\n");
    }
    assertLimit(text.toString());
  }

  @Test
  void namesThatUnfoldWithoutEndAreALimit() {
    StringBuilder text = new StringBuilder("typealias struct { string a; } := t0;\n");
    for (int i = 1; i < 60; i++) {
      text.append("typealias struct { t" + (i - 1) + " a, b; } := t" + i + ";\n");
    }
    assertLimit(text.toString());
  }

  @Test
  void manyEventsWithLargeTypesAreALimit() {
    StringBuilder text = new StringBuilder("typealias struct { string a; } := t0;\n");
    for (int i = 1; i < 16; i++) {
      text.append("typealias struct { t" + (i - 1) + " a, b; } := t" + i + ";\n");
    }
    for (int i = 0; i < 1000; i++) {
      text.append("event { id = " + i + "; fields := struct { t15 a; }; };\n");
    }
    assertEquals("GE-TRACE-04", onlyFinding(text.toString()).code().id());
  }

  @Test
  void aTypeCannotHoldItself() {
    assertEquals("GE-TRACE-02", onlyFinding("typedef a b; typedef b a;").code().id());
    assertEquals("GE-TRACE-02", onlyFinding("struct a { struct a b; };").code().id());
    assertEquals("GE-TRACE-02", onlyFinding("typealias a * := a *;").code().id());
  }

  @Test
  void bytesThatAreNoTextStayInStringsAndComments() {
    Findings findings = new Findings();
    byte[] bytes = (TRACE + "/* # */ env { a = \"#\"; };").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '#' ? (byte) 0xFF : bytes[i];
    }
    assertEquals(
        "\uFFFD",
        MetadataParser.parse("m", bytes, findings)
            .orElseThrow()
            .traceClass()
            .environment()
            .get("a"));
    assertEquals("GE-TRACE-01", onlyFinding("env { \u00e9 = 1; };").code().id());
  }

  @Test
  void metadataOf100MegabytesIsRefusedUnread() throws IOException {
    Path metadata = Files.createDirectories(directory.resolve("t")).resolve("metadata");
    try (RandomAccessFile file = new RandomAccessFile(metadata.toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    Reading reading = Reading.json(metadata.getParent());
    assertEquals(
        List.of("GE-TRACE-04"),
        reading.findings().stream().map(finding -> finding.code().id()).toList());
  }
}
