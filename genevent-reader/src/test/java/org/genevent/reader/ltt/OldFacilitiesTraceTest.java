package org.genevent.reader.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevent.reader.output.TracePrinter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Traces with the facility files of 2006, in the folder that the system property {@code genevent.corpus} names. They are not
 * ours to ship. Checksums: the layout reference, section 4.2.
 */
class OldFacilitiesTraceTest {

  @TempDir
  private Path trace;

  private static Path file(String name) {
    String folder = System.getProperty("genevent.corpus");
    assumeTrue(
        folder != null,
        "skipped: no old facilities; -Dgenevent.corpus=FOLDER names a folder that has them");
    Path file = Path.of(folder, name);
    Path nested = Path.of(folder, "facilities", name);
    Path found = Files.exists(file) ? file : nested;
    assumeTrue(Files.exists(found), () -> "skipped: there is no " + name + " in " + folder);
    return found;
  }

  /** As lttctl did it: each file is appended to one of the same name, with a line feed behind it. */
  private void describe(String name, String appendedTo) throws IOException {
    Path folder = Files.createDirectories(trace.resolve("eventdefs"));
    Path description = folder.resolve(appendedTo + ".xml");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (Files.exists(description)) {
      bytes.writeBytes(Files.readAllBytes(description));
    }
    bytes.writeBytes(Files.readAllBytes(file(name + ".xml")));
    bytes.write('\n');
    Files.write(description, bytes.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void areReadWithTheChecksumsThatKernelsOf2006Announced(int word) throws IOException {
    LttWriter writer = new LttWriter(7, ByteOrder.LITTLE_ENDIAN, word, true, true);
    for (String name : List.of("core", "fs", "process", "user_generic", "xenoltt")) {
      describe(name, name);
    }
    describe("timer", "fs");
    describe("fs", "fs");
    writer.facilities(
        trace,
        writer.load("fs", 0x40A645EC, 236),
        writer.load("process", 0x2905B6EB, 235),
        writer.load("user_generic", 0xB1865E44, 68, 4, 4, 4, 4, 4),
        writer.load("xenoltt", 0xF2F26007, 7));
    LttWriter.Block block = writer.new Block(0);
    // exec: a sequence of characters with a length of an unsigned int
    block.event(
        1_000,
        236,
        2,
        writer
            .bytes()
            .number(4, 4)
            .bytes(new byte[] {'/', 'b', 'i', 'n'})
            .pad(word)
            .array());
    // schedchange: out, in, out_state
    block.event(
        2_000, 235, 8, writer.bytes().number(4, 1).number(4, 2).number(4, -1).array());
    // string_pointer of a program of 32 bits: its own word, whatever the kernel's is
    block.event(
        3_000, 68, 1, writer.bytes().text("abc").pad(4).number(4, 0xBEEF).array());
    // xeno_timer_tick: a text, then a pointer whose element was never closed
    block.event(
        4_000, 7, 12, writer.bytes().text("main").pad(word).number(word, 0x1234).array());
    LttReading.write(trace, "cpu_0", block.finish(4096));
    LttReading reading = LttReading.of(trace, TracePrinter.Format.LTTV);
    assertEquals(List.of(), reading.findings());
    assertEquals(
        List.of(
            "fs.exec: 0.000001000 (/cpu_0) { filename = { /bin } }",
            "process.schedchange: 0.000002000 (/cpu_0) { out = 1, in = 2, out_state = -1 }",
            "user_generic.string_pointer: 0.000003000 (/cpu_0) { string = \"abc\", pointer = 0xbeef }",
            "xenoltt.xeno_timer_tick: 0.000004000 (/cpu_0) { thread = \"main\", address = 0x1234 }"),
        reading.output().lines().filter(line -> !line.startsWith("core.")).toList());
  }
}
