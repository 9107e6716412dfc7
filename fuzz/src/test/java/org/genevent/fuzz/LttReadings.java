package org.genevent.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.TraceReader;
import org.genevent.reader.output.TracePrinter;

/** Reads LTT traces with a facility of most types. */
final class LttReadings {

  private static final int MAX_BYTES = 1 << 16;

  private static final String FACILITY = """
      <?xml version="1.0"?>
      <facility name="t">
        <event name="e"><field name="f"><uint/></field></event>
        <event name="all">
          <field name="s"><string/></field>
          <field name="q"><sequence><uint_fixed size="2"/><ulong/></sequence></field>
          <field name="a"><array size="3"><char/></array></field>
          <field name="u"><union><field name="x"><long/></field><field name="y"><float size="4"/></field></union></field>
          <field name="n"><enum><label name="one" value="1"/><label name="two"/></enum></field>
          <field name="i"><struct><field name="t"><string/></field><field name="p"><pointer/></field></struct></field>
        </event>
      </facility>
      """;

  private static final Path FOLDER = folder();

  private LttReadings() {}

  /** The first two bytes, little-endian, tell how many of the others are the facilities file. */
  static void trace(byte[] input) {
    if (input.length < 2 || input.length > MAX_BYTES) {
      return;
    }
    int wanted = 2 + (input[0] & 0xFF) + ((input[1] & 0xFF) << 8);
    int split = Math.min(wanted, input.length);
    try {
      Files.write(FOLDER.resolve("control/facilities_0"), Arrays.copyOfRange(input, 2, split));
      Files.write(FOLDER.resolve("cpu_0"), Arrays.copyOfRange(input, split, input.length));
      TracePrinter.Format format =
          input.length % 2 == 0 ? TracePrinter.Format.LTTV : TracePrinter.Format.JSON;
      try (TraceReader reader = TraceReader.open(List.of(FOLDER), Diagnostic::format)) {
        TracePrinter.print(reader, format, OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    Path folder = ScratchFolder.create(
        "cpu_0", "control/facilities_0", "control", "eventdefs/t.xml", "eventdefs");
    try {
      Files.createDirectory(folder.resolve("control"));
      Files.createDirectory(folder.resolve("eventdefs"));
      Files.writeString(folder.resolve("eventdefs/t.xml"), FACILITY);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
