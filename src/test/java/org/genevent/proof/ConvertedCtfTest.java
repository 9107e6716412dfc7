package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.pipeline.EmitterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What metadata of other tracers tells of fields that no facility can say. */
class ConvertedCtfTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConvertedCtfTest.class.getClassLoader());

  @TempDir
  private Path trace;

  private List<String> losses(TargetFormat format, String metadata) throws IOException {
    Files.writeString(trace.resolve("metadata"), metadata);
    // CTF that is not laid out anew is copied, and nothing of it is lost
    boolean packed = !format.isLtt();
    Conversion.Target target =
        new Conversion.Target(format, Optional.empty(), Optional.empty(), packed);
    return Conversion.of(trace, target, EMITTERS, finding -> {}).orElseThrow().losses().stream()
        .map(Diagnostic::message)
        .toList();
  }

  private static String structure(String members) {
    return """
        /* CTF 1.8 */
        trace { major = 1; minor = 8; byte_order = le; };
        stream { event.header := struct { integer { size = 16; align = 8; } id; }; };
        event { name = "a:e"; id = 0; fields := struct { %s }; };
        """.formatted(members);
  }

  @ParameterizedTest
  @EnumSource(TargetFormat.class)
  void sizesThatAreNoWholeBytes(TargetFormat format) throws IOException {
    assertEquals(
        format.isLtt()
            ? List.of(
                "lost: that a:e.x has 12 bits: it becomes a number of whole bytes",
                "lost: that a:e.in.y has 4 bits: it becomes a number of whole bytes",
                "lost: that a:e.z has 24 bits: it becomes a number of whole bytes")
            : List.of(),
        losses(
            format,
            structure(
                "integer { size = 12; align = 1; } x;"
                    + " struct { integer { size = 4; align = 1; } y; } in;"
                    + " integer { size = 24; align = 8; } z[3]; integer { size = 32; align = 8; } w;")));
  }

  @ParameterizedTest
  @EnumSource(TargetFormat.class)
  void theBaseOfNumbersBehindLabels(TargetFormat format) throws IOException {
    assertEquals(
        format.isLtt() ? List.of("lost: the base in which numbers of a:e.k are shown") : List.of(),
        losses(
            format,
            structure("enum : integer { size = 32; align = 8; base = 16; } { A = 1, B } k;")));
  }

  @Test
  void namesOfBitsAndMediaTypes() throws IOException {
    String fragments = """
        {"type":"preamble","version":2}
        {"type":"trace-class"}
        {"type":"data-stream-class","id":0,"event-record-header-field-class":{"type":"structure",\
        "member-classes":[{"name":"id","field-class":{"type":"fixed-length-unsigned-integer",\
        "length":8,"byte-order":"little-endian","roles":["event-record-class-id"]}}]}}
        {"type":"event-record-class","id":0,"data-stream-class-id":0,"name":"a:e",\
        "payload-field-class":{"type":"structure","member-classes":[\
        {"name":"flags","field-class":{"type":"fixed-length-bit-map","length":8,\
        "byte-order":"little-endian","flags":{"R":[[0,0]],"W":[[1,1]]}}},\
        {"name":"picture","field-class":{"type":"static-length-blob","length":4,"media-type":"image/png"}},\
        {"name":"bytes","field-class":{"type":"static-length-blob","length":4}}]}}
        """;
    assertEquals(
        List.of(
            "lost: the names of the bits of a:e.flags, which becomes a number",
            "lost: that the bytes of a:e.picture are image/png"),
        losses(
            TargetFormat.LTT_0_8,
            fragments.lines().map(line -> "\u001e" + line + "\n").reduce("", String::concat)));
  }
}
