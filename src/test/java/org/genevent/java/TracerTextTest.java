package org.genevent.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Stream;
import org.genevent.emit.GeneratedFile;
import org.genevent.model.Facility;
import org.genevent.proof.RandomFacility;
import org.genevent.proof.Seed;
import org.genevent.proof.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of tracers for random facilities, whatever their names and descriptions are. */
class TracerTextTest {

  static Stream<Seed> seeds() {
    return Seed.cases(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void compilesWithoutAWarningAndIsTheSameEveryTime(Seed seed) throws ClassNotFoundException {
    Facility facility = RandomFacility.of(seed.random(), Shape.everything());
    GeneratedFile file = Generated.file(facility, Map.of());
    assertEquals(file, Generated.file(facility, Map.of()), seed::toString);
    Generated.tracer(file);
  }
}
