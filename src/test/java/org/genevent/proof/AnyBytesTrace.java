package org.genevent.proof;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.genevent.emitter.ctf.FragmentPrinter;
import org.genevent.emitter.ctf.TsdlPrinter;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.Identity;
import org.genevent.model.trace.TraceClass;

/** Traces of one kind of event with any fields, whose stream is a file of any bytes. */
final class AnyBytesTrace {

  private static final int FILE_BYTES = 1500;

  private AnyBytesTrace() {}

  /**
   * Writes a trace.
   *
   * @param folder where it goes; it exists
   * @param seed makes the same trace each time
   * @param majorVersion the version of CTF, 1 or 2
   */
  static void write(Path folder, Seed seed, int majorVersion) throws IOException {
    Random random = seed.random();
    ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    EventRecordClass event = new EventRecordClass(
        0,
        new Identity(Optional.empty(), Optional.of("e"), Optional.empty()),
        "e",
        "",
        OptionalInt.empty(),
        Optional.empty(),
        Optional.of(new RandomPayload(random, majorVersion, order).structure(0)));
    DataStreamClass stream = new DataStreamClass(
        0, "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(event));
    TraceClass trace = new TraceClass(
        majorVersion,
        Identity.NONE,
        Optional.empty(),
        order,
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(stream));
    Files.writeString(
        folder.resolve("metadata"),
        majorVersion == 1
            // nothing in the packets says an id
            ? TsdlPrinter.trace(trace).replaceAll("\t(stream_)?id = 0;\n", "")
            : FragmentPrinter.trace(trace));
    byte[] bytes = new byte[FILE_BYTES];
    random.nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      // characters of strings that babeltrace2 shows like us, and some ends of strings
      bytes[i] = (byte) (random.nextInt(6) == 0 ? 0 : bytes[i] & 0x7F);
    }
    Files.write(folder.resolve("stream"), bytes);
  }
}
