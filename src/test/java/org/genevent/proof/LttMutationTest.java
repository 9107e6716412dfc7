package org.genevent.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.model.Facility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged LTT traces, as {@link MutationTest} has them of CTF. */
class LttMutationTest {

  private static final int TRACES = 50;
  private static final int MUTATIONS = 200;

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(TRACES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedTraceIsReadToAnEnd(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(random, Shape.ltt());
    LttReferenceTrace.of(random).write(folder, facility, random);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    MutationTest.readDamaged(folder, files, MUTATIONS, random, seed);
  }
}
