package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.genevent.abi.DataModel;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.TraceReader;
import org.genevent.reader.output.TracePrinter;
import org.genevent.xml.FacilityReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which base numbers are shown, from CTF to LTT and back: a printf format there. */
class ConvertedBasesTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConvertedBasesTest.class.getClassLoader());
  private static final String XML = """
      <?xml version="1.0"?>
      <facility name="b"><event name="e">
        <field name="byte"><uint_fixed size="1" base="hex"/></field>
        <field name="word"><int_fixed size="2" base="hex"/></field>
        <field name="mode"><uint_fixed size="4" base="oct"/></field>
        <field name="at"><uint_fixed size="8" base="hex"/></field>
        <field name="ten"><uint_fixed size="4"/></field>
        <field name="list"><array size="2"><uint_fixed size="1" base="hex"/></array></field>
        <field name="more"><sequence><uint_fixed size="1"/><uint_fixed size="2" base="hex"/></sequence></field>
        <field name="in"><struct><field name="at"><uint_fixed size="8" base="hex"/></field>
          <field name="ats"><array size="1"><uint_fixed size="8" base="hex"/></array></field></struct></field>
      </event></facility>
      """;

  @TempDir
  private Path folder;

  private Path ctf;

  @BeforeEach
  void trace() throws IOException {
    Facility facility = FacilityReader.read(
            "b.xml", XML.getBytes(StandardCharsets.UTF_8), new Findings())
        .orElseThrow();
    ctf = Files.createDirectory(folder.resolve("ctf"));
    RandomTrace.write(ctf, facility, DataModel.LP64, ByteOrder.BIG_ENDIAN, new Random(1));
  }

  private Path convert(Path from, String to, TargetFormat format, String... losses)
      throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    Conversion.Target target =
        new Conversion.Target(format, Optional.empty(), Optional.empty(), false);
    Conversion conversion = Conversion.of(from, target, EMITTERS, findings::add).orElseThrow();
    assertEquals(List.of(), findings);
    assertEquals(
        List.of(losses),
        conversion.losses().stream()
            .map(Diagnostic::message)
            .filter(loss -> loss.contains("base") || loss.contains("format"))
            .toList());
    Path written = folder.resolve(to);
    conversion.write(written, EMITTERS);
    return written;
  }

  /** Events as text, without their times. */
  private static List<String> text(Path trace, TracePrinter.Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      TracePrinter.print(reader, format, out);
    }
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("b:e") || line.contains("b.e"))
        .map(line -> line.substring(line.indexOf('{')))
        .toList();
  }

  private static int formats(Path trace) throws IOException {
    return Files.readString(trace.resolve("eventdefs/b.xml")).split("format=", -1).length - 1;
  }

  @Test
  void ltt08HasThemAsFormatsAndTheWayBackHasThemAll() throws IOException {
    List<String> shown = text(ctf, TracePrinter.Format.TEXT);
    Path ltt = convert(ctf, "ltt", TargetFormat.LTT_0_8);
    assertEquals(8, formats(ltt));
    assertEquals(shown, text(ltt, TracePrinter.Format.TEXT));
    // LTTV writes digits and braces otherwise, but in the same base
    List<String> ofLttv = text(ltt, TracePrinter.Format.LTTV);
    for (int i = 0; i < shown.size(); i++) {
      assertEquals(
          shown.get(i).replaceAll("[\\[\\]{}\\s]+", ""),
          ofLttv.get(i).replaceAll("[\\[\\]{}\\s]+", ""));
    }
    Path back = convert(ltt, "back", TargetFormat.CTF);
    assertEquals(shown, text(back, TracePrinter.Format.TEXT));
    Path again = convert(back, "again", TargetFormat.LTT_0_8);
    assertEquals(
        Files.readString(ltt.resolve("eventdefs/b.xml")),
        Files.readString(again.resolve("eventdefs/b.xml")));
  }

  @Test
  void ltt07HasThoseOfPointersAndTheOthersAreSaidToBeLost() throws IOException {
    Path ltt = convert(
        ctf,
        "ltt",
        TargetFormat.LTT_0_7,
        "lost: the base in which b:e.byte is shown",
        "lost: the base in which b:e.word is shown",
        "lost: the base in which b:e.mode is shown",
        "lost: the base in which b:e.list is shown",
        "lost: the base in which b:e.more is shown");
    assertEquals(0, formats(ltt));
    List<String> pointers = pointers(ctf);
    assertEquals(pointers, pointers(ltt));
    assertEquals(pointers, pointers(convert(ltt, "back", TargetFormat.CTF)));
  }

  private static List<String> pointers(Path trace) throws IOException {
    return text(trace, TracePrinter.Format.TEXT).stream()
        .map(line -> line.replaceAll(".*, (at=[^,]*),.*(in=.*)", "$1 $2"))
        .toList();
  }

  @Test
  void aFormatThatSaysMoreThanABaseIsALossInCtfButTheBaseIsNot() throws IOException {
    Path ltt = convert(ctf, "ltt", TargetFormat.LTT_0_8);
    Path eventdefs = ltt.resolve("eventdefs/b.xml");
    Files.writeString(
        eventdefs,
        Files.readString(eventdefs).replace("format=\"0x%hx\"", "format=\"&lt;%04hx>\""));
    List<String> shown = text(ctf, TracePrinter.Format.TEXT);
    Path back = convert(ltt, "back", TargetFormat.CTF, "lost: printf formats of fields");
    assertEquals(shown, text(back, TracePrinter.Format.TEXT));
  }

  @Test
  void thereIsNoFormatForBaseTwo() throws IOException {
    Path metadata = ctf.resolve("metadata");
    String text = Files.readString(metadata);
    Files.writeString(metadata, text.replace("base = 8", "base = 2"));
    convert(ctf, "ltt", TargetFormat.LTT_0_8, "lost: the base in which b:e.mode is shown");
  }

  @Test
  void fromCtfToCtfNothingOfThemIsLost() throws IOException {
    List<String> shown = text(ctf, TracePrinter.Format.TEXT);
    assertEquals(shown, text(convert(ctf, "other", TargetFormat.CTF), TracePrinter.Format.TEXT));
  }
}
