package org.genevent.facility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import org.genevent.proof.RandomFacility;
import org.genevent.proof.Seed;
import org.genevent.proof.Shape;
import org.genevent.xml.FacilityFile;
import org.genevent.xml.FacilityReader;
import org.genevent.xml.FacilityWriter;
import org.genevent.xml.ReadOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written is read as the same facility, and written again as the same bytes. */
class FacilityFileRoundTripTest {

  static Stream<Seed> seeds() {
    return Seed.cases(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRandomFacilitySurvives(Seed seed) {
    Facility facility = RandomFacility.of(seed.random(), Shape.everything());
    String text = FacilityWriter.write(facility);
    Findings findings = new Findings();
    Facility read = FacilityReader.read(
            "random.xml", text.getBytes(StandardCharsets.UTF_8), findings)
        .orElseThrow();
    assertEquals(List.of(), findings.list(), () -> seed + "\n" + text);
    assertEquals(LegalText.of(facility), read, () -> seed + "\n" + text);
    assertEquals(text, FacilityWriter.write(read), seed::toString);
    FacilityFile file = FacilityFile.read(
            "random.xml", text.getBytes(StandardCharsets.UTF_8), ReadOptions.DEFAULT, findings)
        .orElseThrow();
    assertEquals(text, file.migrated(), seed::toString);
  }
}
