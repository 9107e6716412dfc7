package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.model.Facility;
import org.genevent.reader.TraceReader;
import org.genevent.reader.output.TracePrinter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged traces: reading ends, with findings or counted losses, and takes no more memory than the bytes allow. */
class MutationTest {

  private static final int TRACES = 50;
  private static final int MUTATIONS = 200;

  /** Far above what any of these takes; what it catches is without end. */
  private static final Duration HANG = Duration.ofSeconds(180);

  /** For a trace of some ten kilobytes; most of it is for findings and their texts. */
  private static final long MAX_ALLOCATED_BYTES = 256L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(TRACES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedTraceIsReadToAnEnd(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(random, Shape.everything());
    ByteOrder byteOrder = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    RandomTrace.write(folder, facility, DataModel.LP64, byteOrder, random);
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    readDamaged(folder, files, MUTATIONS, random, seed);
  }

  /** Damages a file of a trace, reads the trace, and mends the file; so many times. */
  static void readDamaged(Path folder, List<Path> files, int mutations, Random random, Seed seed)
      throws IOException {
    for (int i = 0; i < mutations; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      byte[] damaged = damage(whole, random);
      Files.write(file, damaged);
      int number = i;
      assertTimeoutPreemptively(
          HANG, () -> read(folder, seed + ", mutation " + number), seed::toString);
      Files.write(file, whole);
    }
  }

  /** One to eight changes: bits flipped, bytes set, bytes cut out, doubled or cut off. */
  static byte[] damage(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    // the beginning decides most
    int reach = random.nextBoolean() ? Math.min(256, bytes.length) : bytes.length;
    for (int left = 1 + random.nextInt(8); left > 0 && bytes.length > 0; left--) {
      int at = random.nextInt(Math.min(reach, bytes.length));
      int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> bytes[at] = (byte) random.nextInt();
        case 4 -> Arrays.fill(bytes, at, end, (byte) -random.nextInt(2));
        case 5 -> bytes = without(bytes, at, end);
        case 6 ->
          System.arraycopy(
              bytes, random.nextInt(bytes.length - (end - at) + 1), bytes, at, end - at);
        default -> bytes = Arrays.copyOf(bytes, at);
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int from, int to) {
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, shorter, from, bytes.length - to);
    return shorter;
  }

  private static void read(Path folder, String about) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try (TraceReader reader = TraceReader.open(List.of(folder), findings::add)) {
      TracePrinter.print(reader, TracePrinter.Format.JSON, OutputStream.nullOutputStream());
    } catch (RuntimeException | Error e) {
      throw new AssertionError(about, e);
    }
    findings.forEach(Diagnostic::format);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < MAX_ALLOCATED_BYTES, () -> about + " took " + allocated + " bytes");
  }
}
