package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.abi.DataModel;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.model.Facility;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged traces are converted as far as they can be read, or refused; what comes out is whole. */
class ConversionMutationTest {

  private static final int TRACES = 20;
  private static final int MUTATIONS = 20;
  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConversionMutationTest.class.getClassLoader());

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(TRACES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedTraceBecomesAWholeOneOrNone(Seed seed) throws IOException {
    Random random = seed.random();
    Path trace = Files.createDirectory(folder.resolve("trace"));
    if (random.nextBoolean()) {
      Facility facility = RandomFacility.of(random, Shape.ltt());
      LttReferenceTrace.of(random).write(trace, facility, random);
    } else {
      Facility facility = RandomFacility.of(random, Shape.everything());
      RandomTrace.write(trace, facility, DataModel.LP64, ByteOrder.BIG_ENDIAN, random);
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(trace)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (int i = 0; i < MUTATIONS; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, MutationTest.damage(whole, random));
      try {
        convert(
            trace,
            folder.resolve("out" + i),
            TargetFormat.values()[i % TargetFormat.values().length]);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(seed + ", mutation " + i, e);
      }
      Files.write(file, whole);
    }
  }

  private static void convert(Path trace, Path out, TargetFormat format) throws IOException {
    Conversion.Target target =
        new Conversion.Target(format, Optional.empty(), Optional.empty(), false);
    List<Diagnostic> damage = new ArrayList<>();
    Optional<Conversion> conversion = Conversion.of(trace, target, EMITTERS, damage::add);
    if (conversion.isEmpty()) {
      return;
    }
    conversion.get().write(out, EMITTERS);
    List<Diagnostic> findings = new ArrayList<>();
    long events = 0;
    try (TraceReader reader = TraceReader.open(List.of(out), findings::add)) {
      while (reader.next()) {
        events += List.of("core", "genevent").contains(reader.facility()) ? 0 : 1;
      }
    }
    // a damaged clock stays as it is
    if (damage.stream().anyMatch(ConversionMutationTest::isOfClock)) {
      findings.removeIf(ConversionMutationTest::isOfClock);
    }
    // and so do times that go back
    findings.removeIf(finding -> finding.code() == DiagnosticCode.TRACE_ORDER);
    assertEquals(List.of(), findings);
    assertEquals(conversion.get().events(), events);
  }

  private static boolean isOfClock(Diagnostic finding) {
    return finding.message().startsWith("its clock gives times that 64 bits");
  }
}
