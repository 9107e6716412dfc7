package org.genevent.check;

import static org.genevent.model.Declare.INT;
import static org.genevent.model.Declare.STRING;
import static org.genevent.model.Declare.UINT;
import static org.genevent.model.Declare.event;
import static org.genevent.model.Declare.facility;
import static org.genevent.model.Declare.field;
import static org.genevent.model.Declare.label;
import static org.genevent.model.Declare.sequence;
import static org.genevent.model.Declare.structure;
import static org.genevent.model.Declare.uint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.LayoutRule;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EventDuration;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.NamedType;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;
import org.junit.jupiter.api.Test;

class FacilityChecksTest {

  private static List<DiagnosticCode> codes(Facility facility) {
    return codes(LayoutRule.NATURAL, facility);
  }

  private static List<DiagnosticCode> codes(LayoutRule rule, Facility... facilities) {
    Findings findings = new Findings();
    FacilityChecks.check(List.of(facilities), rule, List.of(Abi.JAVA), findings);
    return findings.list().stream().map(Diagnostic::code).toList();
  }

  private static List<DiagnosticCode> codesOf(FieldClass fieldClass) {
    return codes(facility("t", event("e", field("f", fieldClass))));
  }

  @Test
  void aRightFacilityHasNoFinding() {
    assertEquals(
        List.of(),
        codes(facility("shop", event("sold", field("price", UINT), field("who", STRING)))));
  }

  @Test
  void everythingWrongIsReportedInOneRun() {
    Facility wrong =
        facility("my shop", event("int", field("", UINT), field("a-b", UINT)), event("int"));
    assertEquals(
        List.of(
            DiagnosticCode.NAME_NOT_IDENTIFIER,
            DiagnosticCode.NAME_KEYWORD,
            DiagnosticCode.NAME_MISSING,
            DiagnosticCode.NAME_NOT_IDENTIFIER,
            DiagnosticCode.NAME_DUPLICATE),
        codes(wrong));
  }

  @Test
  void namesThatBecomeTheSameInGeneratedCodeCollide() {
    assertEquals(
        List.of(DiagnosticCode.NAME_COLLISION), codes(facility("t", event("a_b"), event("aB"))));
  }

  @Test
  void fieldsMustNotDifferOnlyInTheUnderscoresThatViewersDrop() {
    Facility members = facility("t", event("e", field("_a", INT), field("a", INT)));
    assertEquals(List.of(DiagnosticCode.NAME_COLLISION), codes(members));
    assertEquals(List.of(), codes(facility("t", event("exit"), event("_exit"))));
  }

  @Test
  void anIdMustNotMeetThePositionOfAnotherEvent() {
    Facility facility = facility("t", event("a", Optional.of(1), Optional.empty()), event("b"));
    assertEquals(List.of(DiagnosticCode.ID_DUPLICATE), codes(facility));
    assertEquals(
        List.of(DiagnosticCode.ID_RANGE),
        codes(facility("t", event("a", Optional.of(70000), Optional.empty()))));
  }

  @Test
  void aContextHasNothingThatNeedsALengthOrATag() {
    Field name = field("name", STRING);
    Field list = field("list", new ArrayFieldClass(2, structure(field("s", sequence(UINT, INT)))));
    Field maybe = field("maybe", new OptionalFieldClass(INT));
    assertEquals(List.of(), codes(withContext(name)));
    assertEquals(
        List.of(DiagnosticCode.CONTEXT_FIELD, DiagnosticCode.CONTEXT_FIELD),
        codes(withContext(name, list, maybe)));
  }

  private static Facility withContext(Field... context) {
    Facility bare = facility("t", event("e"));
    return new Facility(
        bare.name(),
        bare.arch(),
        bare.packed(),
        bare.description(),
        bare.level(),
        bare.channel(),
        List.of(context),
        bare.types(),
        bare.events(),
        bare.pairs(),
        bare.origin());
  }

  @Test
  void formsOfFieldClasses() {
    assertEquals(
        List.of(DiagnosticCode.TYPE_ENUM_EMPTY), codesOf(new EnumerationFieldClass(List.of())));
    assertEquals(
        List.of(DiagnosticCode.TYPE_LABEL_VALUE),
        codesOf(new EnumerationFieldClass(List.of(label("A", 1L << 31)))));
    assertEquals(
        List.of(DiagnosticCode.TYPE_LABEL_OVERLAP),
        codesOf(new EnumerationFieldClass(List.of(label("A", 1), label("B", 1)))));
    assertEquals(List.of(DiagnosticCode.TYPE_SEQUENCE_LENGTH), codesOf(sequence(INT, UINT)));
    assertEquals(List.of(DiagnosticCode.TYPE_ARRAY_LENGTH), codesOf(new ArrayFieldClass(0, UINT)));
    assertEquals(List.of(DiagnosticCode.TYPE_ELEMENT_EMPTY), codesOf(sequence(UINT, structure())));
    assertEquals(
        List.of(DiagnosticCode.TYPE_UNION_MEMBER),
        codesOf(new UnionFieldClass(List.of(field("s", STRING)))));
    assertEquals(
        List.of(DiagnosticCode.TYPE_VARIANT_OPTIONS), codesOf(new VariantFieldClass(List.of())));
  }

  @Test
  void theRuleLttHasNoOptionalValues() {
    Facility facility = facility("t", event("e", field("f", new OptionalFieldClass(UINT))));
    assertEquals(List.of(DiagnosticCode.LAYOUT_RULE), codes(LayoutRule.LTT, facility));
  }

  @Test
  void aValueThatFitsALargeIntIsTooLargeForASmallOne() {
    Findings findings = new Findings();
    Facility facility = facility(
        "t", event("e", field("f", new EnumerationFieldClass(List.of(label("A", 40000))))));
    Abi small = new Abi(DataModel.LP32, Abi.JAVA.byteOrder());
    FacilityChecks.check(List.of(facility), LayoutRule.NATURAL, List.of(small), findings);
    assertEquals(1, findings.errorCount());
  }

  @Test
  void anArrayOfArraysCannotGrowBeyondThePayload() {
    FieldClass large = new ArrayFieldClass(60_000, new ArrayFieldClass(60_000, uint(8)));
    assertEquals(List.of(DiagnosticCode.TYPE_TOO_LARGE), codesOf(large));
    assertEquals(
        List.of(DiagnosticCode.TYPE_TOO_LARGE),
        codesOf(new ArrayFieldClass(
            60_000,
            structure(field("a", new ArrayFieldClass(60_000, uint(8))), field("b", uint(8))))));
  }

  @Test
  void typesThatDoubleEachTimeEndQuickly() {
    List<NamedType> types = new ArrayList<>();
    FieldClass last = structure(field("x", uint(8)));
    for (int i = 0; i < 25; i++) {
      types.add(new NamedType("t" + i, last, Origin.NONE));
      FieldClass reference = new ReferenceFieldClass("t" + i, last);
      last = structure(field("a", reference), field("b", reference), field("c", reference));
    }
    Facility facility = facility("t", types, List.of(), event("e", field("f", last)));
    List<DiagnosticCode> codes =
        assertTimeoutPreemptively(Duration.ofSeconds(120), () -> codes(facility));
    assertEquals(DiagnosticCode.TYPE_UNFOLDS, codes.get(codes.size() - 1));
  }

  @Test
  void theLengthOfAnEventHasItsOwnField() {
    Field own = field("duration_ns", UINT);
    Facility facility =
        facility("t", event("e", Optional.empty(), Optional.of(new EventDuration(-1)), own));
    assertEquals(
        List.of(DiagnosticCode.DURATION_THRESHOLD, DiagnosticCode.NAME_RESERVED), codes(facility));
  }

  @Test
  void aPairNeedsItsEventsAndItsFields() {
    EventPair unknown = new EventPair("p", "begn", "end", List.of("id", "key"), Origin.NONE);
    Facility facility = facility(
        "t",
        List.of(),
        List.of(unknown),
        event("begin", field("id", UINT)),
        event("end", field("id", UINT)));
    assertEquals(List.of(DiagnosticCode.PAIR_EVENT, DiagnosticCode.PAIR_FIELD), codes(facility));
  }

  @Test
  void aFacilityIsGivenOnce() {
    assertEquals(
        List.of(DiagnosticCode.FACILITY_DUPLICATE),
        codes(LayoutRule.NATURAL, facility("t", event("e")), facility("t", event("e"))));
  }
}
