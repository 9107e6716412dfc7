package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    return losses(format);
  }

  private List<String> losses(TargetFormat format) throws IOException {
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
  void whatLiesAcrossTwoPacketsOfTheMetadata() throws IOException {
    String text = structure("integer { size = 8; align = 8; } x;")
        .replace("id = 0; fields", "id = 0; model.emf.uri = \"http://x\"; fields");
    int border = text.indexOf(".uri");
    ByteBuffer packets = ByteBuffer.allocate(2 * 37 + text.length()).order(ByteOrder.LITTLE_ENDIAN);
    for (String part : List.of(text.substring(0, border), text.substring(border))) {
      int sizeBits = (37 + part.length()) * Byte.SIZE;
      packets.putInt(0x75D11D57).put(new byte[16]).putInt(0).putInt(sizeBits).putInt(sizeBits);
      packets.put(new byte[] {0, 0, 0, 1, 8}).put(part.getBytes(StandardCharsets.UTF_8));
    }
    Files.write(trace.resolve("metadata"), packets.array());
    assertEquals(
        List.of("lost: what the metadata says of model.emf.uri"), losses(TargetFormat.LTT_0_8));
  }

  @Test
  void attributesOfWhatHasNoPlaceForThem() throws IOException {
    String fragments = """
        {"type":"preamble","version":2}
        {"type":"trace-class","attributes":{"x":{"kept":1}}}
        {"type":"data-stream-class","id":0,"event-record-header-field-class":{"type":"structure",\
        "member-classes":[{"name":"id","field-class":{"type":"fixed-length-unsigned-integer",\
        "length":8,"byte-order":"little-endian","roles":["event-record-class-id"],"attributes":{"y":{"class":1}}}}]}}
        {"type":"event-record-class","id":0,"data-stream-class-id":0,"name":"a:e",\
        "payload-field-class":{"type":"structure","member-classes":[\
        {"name":"s","attributes":{"y":{"member":1},"z":5},"field-class":{"type":"null-terminated-string"}}]}}
        """;
    Files.writeString(
        trace.resolve("metadata"),
        fragments.lines().map(line -> "\u001e" + line + "\n").reduce("", String::concat));
    List<String> unplaced = List.of(
        "lost: what the metadata says of y/class",
        "lost: what the metadata says of y/member",
        "lost: what the metadata says of z");
    assertEquals(unplaced, losses(TargetFormat.CTF));
    List<String> all = new ArrayList<>(unplaced);
    all.add(0, "lost: what the metadata says of x/kept");
    assertEquals(all, losses(TargetFormat.LTT_0_8));
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
