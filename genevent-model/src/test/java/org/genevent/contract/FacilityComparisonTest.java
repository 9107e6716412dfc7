package org.genevent.contract;

import static org.genevent.model.Declare.STRING;
import static org.genevent.model.Declare.event;
import static org.genevent.model.Declare.facility;
import static org.genevent.model.Declare.field;
import static org.genevent.model.Declare.label;
import static org.genevent.model.Declare.sequence;
import static org.genevent.model.Declare.structure;
import static org.genevent.model.Declare.uint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.contract.declared.DeclaredContracts;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.LayoutRule;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Event;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.VariantFieldClass;
import org.genevent.plan.FacilityPlan;
import org.junit.jupiter.api.Test;

/** What is said of two versions of a facility. */
class FacilityComparisonTest {

  private static FacilityContract contract(Facility facility) {
    return DeclaredContracts.of(FacilityPlan.of(
        facility, new Abi(DataModel.LP64, ByteOrder.LITTLE_ENDIAN), LayoutRule.NATURAL));
  }

  /** The changes but for the checksum, a line each: kind, subject, text, and for whom it breaks something. */
  private static String changes(Facility before, Facility after) {
    return FacilityComparison.compare(contract(before), contract(after)).stream()
        .filter(change -> change.kind() != ChangeKind.CHECKSUM)
        .map(change -> change.kind().word() + " " + change.subject() + ": " + change.text() + " ["
            + change.verdicts().stream()
                .filter(ContractChange.Verdict::breaking)
                .map(verdict -> verdict.target().word())
                .collect(Collectors.joining(" "))
            + "]")
        .collect(Collectors.joining("\n"));
  }

  private static String fieldChange(FieldClass before, FieldClass after) {
    return changes(
        facility("f", event("e", field("a", before))),
        facility("f", event("e", field("a", after))));
  }

  @Test
  void aFacilityIsLikeItself() {
    Facility one = facility("f", event("e", field("a", STRING), field("b", uint(4))));
    assertEquals(List.of(), FacilityComparison.compare(contract(one), contract(one)));
  }

  @Test
  void aChecksumBreaksWhatIsLinkedAndWhatIsFoundByIt() {
    List<ContractChange> changes = FacilityComparison.compare(
        contract(facility("f", event("e"))), contract(facility("f", event("e"), event("g"))));
    assertEquals(ChangeKind.CHECKSUM, changes.get(0).kind());
    assertEquals(
        List.of(ContractTarget.KERNEL, ContractTarget.LTT),
        changes.get(0).verdicts().stream()
            .filter(ContractChange.Verdict::breaking)
            .map(ContractChange.Verdict::target)
            .toList());
  }

  @Test
  void anEventAtTheEndIsNewForEverybody() {
    assertEquals(
        "event_added f:g: the event is new []",
        changes(facility("f", event("e")), facility("f", event("e"), event("g"))));
  }

  @Test
  void anEventInFrontMovesTheOthers() {
    Event e = event("e", field("a", uint(4)));
    assertEquals("""
        event_id f:e: id was 0, is 1 [kernel ltt]
        event_added f:g: the event is new []""", changes(facility("f", e), facility("f", event("g"), e)));
  }

  @Test
  void anEventThatIsGoneIsMissedByAll() {
    assertEquals(
        "event_removed f:g: the event is gone [ctf kernel ltt java]",
        changes(
            facility("f", event("e", field("a", uint(4))), event("g", field("b", STRING))),
            facility("f", event("e", field("a", uint(4))))));
  }

  @Test
  void anEventWithEqualFieldsIsGuessedToBeRenamed() {
    assertEquals(
        "event_renamed f:accepted: the event was called 'taken'"
            + " (a guess: id and fields are equal) [ctf java]",
        changes(
            facility("f", event("taken", field("a", uint(4)))),
            facility("f", event("accepted", field("a", uint(4))))));
  }

  @Test
  void aFieldInFrontMovesTheOthers() {
    assertEquals(
        """
        field_moved f:e.b: offset was 0, is 8 [kernel ltt]
        field_added f:e.a: the field is new, uint64_t [kernel ltt]""",
        changes(
            facility("f", event("e", field("b", uint(4)))),
            facility("f", event("e", field("a", uint(8)), field("b", uint(4))))));
  }

  @Test
  void aFieldBehindTextHasNoOffsetButAPlace() {
    assertEquals(
        """
        field_moved f:e.b: offset was 0, is not fixed, as fields in front of it vary in size [kernel ltt]
        field_added f:e.a: the field is new, string [kernel ltt]""",
        changes(
            facility("f", event("e", field("b", uint(4)))),
            facility("f", event("e", field("a", STRING), field("b", uint(4))))));
    assertEquals(
        """
        field_moved f:e.c: lies behind other fields than before [kernel ltt]
        field_added f:e.b: the field is new, uint8_t [kernel ltt]""",
        changes(
            facility("f", event("e", field("a", STRING), field("c", uint(1)))),
            facility(
                "f", event("e", field("a", STRING), field("b", uint(1)), field("c", uint(1))))));
  }

  @Test
  void aFieldThatIsGoneIsLeftOutInReplay() {
    assertEquals(
        "field_removed f:e.b: the field is gone, was string [ctf kernel ltt]",
        changes(
            facility("f", event("e", field("a", uint(4)), field("b", STRING))),
            facility("f", event("e", field("a", uint(4))))));
  }

  @Test
  void aFieldOfTheSameClassAtTheSamePlaceIsGuessedToBeRenamed() {
    assertEquals(
        "field_renamed f:e.items: the field was called 'count'"
            + " (a guess: class and place are equal) [ctf java]",
        changes(
            facility("f", event("e", field("count", uint(4)))),
            facility("f", event("e", field("items", uint(4))))));
  }

  @Test
  void numbersAreWidenedOrNarrowedOrRetyped() {
    assertEquals(
        "field_widened f:e.a: was uint32_t, is uint64_t [kernel ltt]",
        fieldChange(uint(4), uint(8)));
    assertEquals(
        "field_narrowed f:e.a: was uint64_t, is uint32_t [kernel ltt java]",
        fieldChange(uint(8), uint(4)));
    assertEquals(
        "field_widened f:e.a: was float, is double [kernel ltt]",
        fieldChange(new FloatFieldClass(4), new FloatFieldClass(8)));
    assertEquals(
        "field_retyped f:e.a: was uint32_t, is string [ctf kernel ltt java]",
        fieldChange(uint(4), STRING));
    assertEquals(
        "field_retyped f:e.a: was uint8_t, is boolean [ctf kernel ltt java]",
        fieldChange(uint(1), new BooleanFieldClass()));
  }

  @Test
  void listsChangeTheirLengthsAndElements() {
    assertEquals(
        "field_length f:e.a: was an array of 3, is an array of 4 [kernel ltt]",
        fieldChange(new ArrayFieldClass(3, uint(4)), new ArrayFieldClass(4, uint(4))));
    assertEquals("""
        field_length f:e.a: was an array of 3, is a sequence with a length of 32 bits [kernel ltt]
        field_retyped f:e.a[]: was uint32_t, is string [ctf kernel ltt java]""", fieldChange(new ArrayFieldClass(3, uint(4)), sequence(uint(4), STRING)));
  }

  @Test
  void absenceIsAChange() {
    assertEquals(
        "field_optional f:e.a: was string, is optional string [kernel ltt]",
        fieldChange(STRING, new OptionalFieldClass(STRING)));
  }

  private static FieldClass enumeration(EnumerationLabel... labels) {
    return new EnumerationFieldClass(List.of(labels));
  }

  @Test
  void labelsComeAndGoAndMove() {
    FieldClass before = enumeration(label("A", 0), label("B", 1), label("C", 2), label("D", 3));
    FieldClass after = enumeration(label("A", 0), label("X", 1), label("C", 5), label("E", 7));
    assertEquals("""
        label_renamed f:e.a: label of 1 was 'B', is 'X' [ctf java]
        label_renumbered f:e.a: label 'C' was 2, is 5 [kernel ltt]
        label_removed f:e.a: label 'D' is gone, was 3 [ctf kernel ltt java]
        label_added f:e.a: label 'E' is new, 7 []""", fieldChange(before, after));
  }

  @Test
  void optionsAndMembersAreLookedInto() {
    FieldClass before = new VariantFieldClass(List.of(
        field("card", STRING), field("invoice", structure(field("days", uint(1))))));
    FieldClass after = new VariantFieldClass(List.of(
        field("invoice", structure(field("days", uint(2)))), field("cash", STRING)));
    assertEquals("""
        option_removed f:e.a.card: the option is gone [ctf kernel ltt java]
        option_moved f:e.a.invoice: tag was 1, is 0 [kernel ltt]
        field_widened f:e.a.invoice.days: was uint8_t, is uint16_t [kernel ltt]
        option_added f:e.a.cash: the option is new [ltt]""", fieldChange(before, after));
  }

  @Test
  void packingAndPairsAndContextAndNamesAreCompared() {
    Facility before = facility("f", event("b"), event("e"));
    Facility after = new Facility(
        "g",
        Optional.empty(),
        true,
        "",
        before.level(),
        before.channel(),
        List.of(field("tenant", STRING)),
        List.of(),
        before.events(),
        List.of(new EventPair("p", "b", "e", List.of(), Origin.NONE)),
        Origin.NONE);
    assertEquals("""
        facility_renamed g: the facility was called 'f' [ctf kernel ltt java]
        packing g: fields were aligned, are packed [kernel ltt]
        field_added g context tenant: the field is new, string [kernel ltt]
        pair_added g: pair is new: b e []""", changes(before, after));
  }

  private static FacilityContract contract(Facility facility, DataModel model, LayoutRule rule) {
    return DeclaredContracts.of(
        FacilityPlan.of(facility, new Abi(model, ByteOrder.LITTLE_ENDIAN), rule));
  }

  @Test
  void theLayoutRuleMattersBehindTextsAndSequences() {
    Facility text = facility("f", event("e", field("a", STRING), field("b", uint(8))));
    assertEquals(
        "tail_padding f: strings and sequences were not padded at their ends (layout natural, or packed),"
            + " are padded to 8 bytes (layout ltt)",
        changes(
            contract(text, DataModel.LP64, LayoutRule.NATURAL),
            contract(text, DataModel.LP64, LayoutRule.LTT)));
    Facility fixed = facility("f", event("e", field("b", uint(8))));
    assertEquals(
        "",
        changes(
            contract(fixed, DataModel.LP64, LayoutRule.NATURAL),
            contract(fixed, DataModel.LP64, LayoutRule.LTT)));
  }

  @Test
  void theSizeOfTheWordMattersBehindTextsAndSequences() {
    Facility text =
        facility("f", event("e", field("a", sequence(uint(1), uint(2))), field("b", uint(8))));
    assertEquals(
        """
        tail_padding f: strings and sequences were padded to 8 bytes (layout ltt), are padded to 4 bytes (layout ltt)
        field_moved f:e.b: was aligned to 8 bytes, is aligned to 4 bytes""",
        changes(
            contract(text, DataModel.LP64, LayoutRule.LTT),
            contract(text, DataModel.ILP32, LayoutRule.LTT)));
    assertEquals(
        "field_moved f:e.b: was aligned to 4 bytes, is aligned to 8 bytes",
        changes(
            contract(text, DataModel.ILP32, LayoutRule.NATURAL),
            contract(text, DataModel.LP64, LayoutRule.NATURAL)));
  }

  private static String changes(FacilityContract before, FacilityContract after) {
    return FacilityComparison.compare(before, after).stream()
        .map(change -> change.kind().word() + " " + change.subject() + ": " + change.text())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void everyKindHasAVerdictWithAReasonForEveryTarget() {
    for (ChangeKind kind : ChangeKind.values()) {
      ContractChange change = ContractChange.of(kind, "f", "text");
      for (ContractTarget target : ContractTarget.values()) {
        assertEquals(false, change.verdict(target).reason().isEmpty(), kind + " " + target);
      }
    }
  }

  @Test
  void severalFacilitiesAreToldByTheirNames() {
    FacilityContract a = contract(facility("a", event("e")));
    FacilityContract b = contract(facility("b", event("e")));
    FacilityContract c = contract(facility("c", event("e")));
    assertEquals(
        "facility_removed a, facility_added c",
        FacilityComparison.compareAll(Arrays.asList(a, b), Arrays.asList(b, c)).stream()
            .map(change -> change.kind().word() + " " + change.subject())
            .collect(Collectors.joining(", ")));
  }
}
