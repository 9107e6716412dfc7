package org.genevent.model;

import static org.genevent.model.Declare.UINT;
import static org.genevent.model.Declare.event;
import static org.genevent.model.Declare.facility;
import static org.genevent.model.Declare.field;
import static org.genevent.model.Declare.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Figures: the layout reference, section 4; those of whole files are in the tests of the XML reader. */
class FacilityChecksumTest {

  @Test
  void theExampleOfTheReference() {
    assertEquals(0xCD33C5EC, FacilityChecksum.of(facility("t", event("e", field("f", UINT)))));
  }

  @Test
  void isPrintedWithoutLeadingZeros() {
    assertEquals("F1C514F", FacilityChecksum.hex(0x0F1C514F));
  }

  @Test
  void doesNotSeeTheValuesOfLabels() {
    FieldClass one = new EnumerationFieldClass(List.of(label("A", 0)));
    FieldClass other = new EnumerationFieldClass(List.of(label("A", 7)));
    assertEquals(
        FacilityChecksum.of(facility("t", event("e", field("f", one)))),
        FacilityChecksum.of(facility("t", event("e", field("f", other)))));
  }

  @Test
  void doesNotSeeDurations() {
    Event plain = event("e", field("f", UINT));
    Event timed = event("e", Optional.empty(), Optional.of(new EventDuration(5)), field("f", UINT));
    assertEquals(
        FacilityChecksum.of(facility("t", plain)), FacilityChecksum.of(facility("t", timed)));
  }

  @Test
  void seesThroughReferences() {
    FieldClass reference = new ReferenceFieldClass("count", UINT);
    assertEquals(
        FacilityChecksum.of(facility("t", event("e", field("f", UINT)))),
        FacilityChecksum.of(facility("t", event("e", field("f", reference)))));
  }

  @Test
  void seesWhetherAValueIsOptional() {
    assertNotEquals(
        FacilityChecksum.of(facility("t", event("e", field("f", UINT)))),
        FacilityChecksum.of(facility("t", event("e", field("f", new OptionalFieldClass(UINT))))));
  }
}
