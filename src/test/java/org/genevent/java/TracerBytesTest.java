package org.genevent.java;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.proof.RandomFacility;
import org.genevent.proof.Seed;
import org.genevent.proof.Shape;
import org.genevent.runtime.TraceFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What generated tracers write, with every field class: the bytes of the reference, and values that others read. */
class TracerBytesTest {

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(80);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theBytesAreThoseOfTheReference(Seed seed) throws IOException, ReflectiveOperationException {
    TracedRun.of(
            RandomFacility.of(seed.random(), Shape.everything()), folder.resolve("trace"), seed)
        .checkBytes();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void babeltraceReadsTheValues(Seed seed) throws IOException, ReflectiveOperationException {
    TracedRun.of(
            RandomFacility.of(seed.random(), Shape.everything()), folder.resolve("trace"), seed)
        .checkWithBabeltrace();
  }

  static Stream<Seed> fewerSeeds() {
    return Seed.cases(8);
  }

  @ParameterizedTest
  @MethodSource("fewerSeeds")
  void tracesOfBothVersionsOfCtfHaveTheSameValues(Seed seed)
      throws IOException, ReflectiveOperationException {
    for (TraceFormat format : List.of(TraceFormat.CTF, TraceFormat.CTF_2)) {
      TracedRun run = TracedRun.of(
          RandomFacility.of(seed.random(), Shape.everything()),
          folder.resolve(format.word()),
          seed,
          format);
      run.checkBytes();
      run.checkWithReader();
    }
  }

  @ParameterizedTest
  @MethodSource("fewerSeeds")
  void newerBabeltraceReadsTheValuesOfTheSecondVersion(Seed seed)
      throws IOException, ReflectiveOperationException {
    TracedRun.of(
            RandomFacility.of(seed.random(), Shape.everything()),
            folder.resolve("trace"),
            seed,
            TraceFormat.CTF_2)
        .checkWithNewerBabeltrace();
  }
}
