package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.golden.Golden;
import org.genevent.reader.ReaderOptions;
import org.genevent.reader.TraceReader;
import org.genevent.reader.output.TracePrinter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Traces by hand, with what few tracers write: read as babeltrace2 reads them. A file below {@code src/test/resources/odd} is a
 * trace.
 *
 * <p>It has sections that begin with {@code === NAME}: {@code metadata} in TSDL or as the documents of a JSON sequence, with empty
 * lines between; {@code stream NAME} in hexadecimal digits, with {@code #} in front of comments; and {@code text} instead of what
 * babeltrace2 prints, where it does not read what the specification allows; {@code newer} is there if only babeltrace2 2.1 does. A comment
 * says why.
 */
class OddTracesTest {

  private static final Path CASES = Golden.root().resolve("src/test/resources/odd");
  private static final String SECTION = "=== ";
  private static final String STREAM = "stream ";

  @TempDir
  private Path folder;

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Map<String, String> sections(String name) throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    String current = "";
    for (String line : Files.readAllLines(CASES.resolve(name))) {
      if (line.startsWith(SECTION)) {
        current = line.substring(SECTION.length());
        sections.put(current, "");
      } else {
        sections.merge(current, line + "\n", String::concat);
      }
    }
    return sections;
  }

  private static byte[] bytes(String lines) {
    String digits = lines
        .lines()
        .map(line -> line.replaceFirst("#.*", ""))
        .collect(Collectors.joining())
        .replaceAll("\\s", "");
    byte[] bytes = new byte[digits.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }

  private static boolean isJson(String metadata) {
    return metadata.startsWith("{");
  }

  private void write(Map<String, String> sections) throws IOException {
    String metadata = sections.get("metadata");
    if (isJson(metadata)) {
      metadata = "\u001e" + String.join("\n\u001e", metadata.split("\n\n"));
    }
    Files.writeString(folder.resolve("metadata"), metadata);
    for (Map.Entry<String, String> section : sections.entrySet()) {
      if (section.getKey().startsWith(STREAM)) {
        Path file = folder.resolve(section.getKey().substring(STREAM.length()));
        Files.write(file, bytes(section.getValue()));
      }
    }
  }

  private String read() {
    List<Diagnostic> findings = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TimeZone zone = TimeZone.getDefault();
    // as the program runs with TZ=UTC
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    try (TraceReader reader = TraceReader.open(
        List.of(folder), ReaderOptions.DEFAULT.withEverything(true), findings::add)) {
      TracePrinter.print(reader, TracePrinter.Format.BABELTRACE, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      TimeZone.setDefault(zone);
    }
    assertEquals(List.of(), findings);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReadAsBabeltraceReadsIt(String name) throws IOException {
    Map<String, String> sections = sections(name);
    write(sections);
    String text = read();
    if (sections.containsKey("text")) {
      assertEquals(sections.get("text"), text);
      return;
    }
    ExternalTool babeltrace = isJson(sections.get("metadata")) || sections.containsKey("newer")
        ? ExternalTool.newerBabeltrace()
        : ExternalTool.require("babeltrace2");
    assertEquals(babeltrace.run(folder.toString()).outOrFail(), text);
  }
}
