package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.layout.FieldPlacement;
import org.genevent.layout.LayoutCalculator;
import org.genevent.layout.LayoutRule;
import org.genevent.layout.Metrics;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.proof.ExternalTool;
import org.genevent.proof.RandomFacility;
import org.genevent.proof.Seed;
import org.genevent.proof.Shape;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Offsets, sizes and alignments are those of the C compiler. */
class CLayoutTest {

  private static final int FACILITIES = 60;

  /** Classes whose size the class decides, as only these have an {@code offsetof}. */
  private static final Shape FIXED = Shape.everything()
      .without(Shape.Kind.STRING, Shape.Kind.SEQUENCE, Shape.Kind.VARIANT, Shape.Kind.OPTIONAL);

  @TempDir
  private Path folder;

  static Stream<Arguments> cases() {
    return Stream.of(CTarget.values())
        .flatMap(target -> Seed.cases(2).map(seed -> Arguments.of(target, seed)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void naturalLayoutIsThatOfTheCompiler(CTarget target, Seed seed) throws IOException {
    Random random = seed.random();
    List<String> expected = new ArrayList<>();
    CProbe probe = new CProbe(target.abi().dataModel());
    for (int i = 0; i < FACILITIES; i++) {
      Facility facility = RandomFacility.of(random, FIXED);
      Metrics metrics =
          new Metrics(target.abi().dataModel(), LayoutRule.NATURAL, facility.packed());
      LayoutCalculator calculator = new LayoutCalculator(metrics);
      for (Event event : facility.events()) {
        probe.structure(event.payloadFields(), facility.packed());
        for (FieldPlacement field : calculator.layOut(event.payloadFields()).placements()) {
          if (CProbe.isEmpty(field.field().fieldClass())) {
            continue;
          }
          expected.add(field.offset().fixedBytes().orElseThrow() + " "
              + field.sizeBytes().orElseThrow() + " " + field.alignment().bytes());
        }
      }
    }
    Path source = Files.writeString(folder.resolve("probe.c"), probe.program());
    Path program = folder.resolve("probe");
    ExternalTool.Result built = target
        .tool()
        .run("-std=gnu11", "-static", "-w", "-o", program.toString(), source.toString());
    assertEquals(0, built.exitStatus(), built::err);
    List<String> printed = new ExternalTool(program).run().outOrFail().lines().toList();
    assertEquals(String.join("\n", expected), String.join("\n", printed), seed::toString);
    assertTrue(expected.size() > FACILITIES, "there was something to compare");
  }
}
