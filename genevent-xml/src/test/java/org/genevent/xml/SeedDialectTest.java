package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.genevent.abi.CType;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialect of July 2005. Source: the facility XML reference, section 4. */
class SeedDialectTest {

  private static String around(String type) {
    return "<facility name=t><event name=e><struct><field name=f>" + type
        + "</field></struct></event></facility>";
  }

  private static FieldClass type(String element) {
    return Old.file(around(element)).facility().events().get(0).fields().get(0).fieldClass();
  }

  @Test
  void isRecognisedByAnEventThatHoldsAStructure() {
    Old.Result result = Old.read(around("<string/>"));
    assertEquals(Dialect.SEED, result.file().orElseThrow().dialect());
    assertEquals("1:18 GE-OLD-01", result.places());
    assertTrue(result.findings().get(0).message().contains("seed dialect"));
  }

  @Test
  void theStructureOfAnEventIsItsFields() {
    List<Field> fields = Old.file("""
        <facility name=t>
          <event name=e>
            <description>what happens</description>
            <struct>
              <field name=a><description>first</description><string/></field>
              <field name=b><pointer/></field>
            </struct>
          </event>
          <event name=nothing></event>
        </facility>
        """).facility().events().get(0).fields();
    assertEquals(List.of("a", "b"), fields.stream().map(Field::name).toList());
    assertEquals("first", fields.get(0).description());
    assertEquals(new StringFieldClass(), fields.get(0).fieldClass());
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "4", "8"})
  void integersHaveTheSizeThatTheySay(int sizeBytes) {
    assertEquals(IntegerFieldClass.fixed(sizeBytes, false), type("<uint size=" + sizeBytes + "/>"));
    assertEquals(
        IntegerFieldClass.fixed(sizeBytes, true), type("<int size=\"" + sizeBytes + "\"/>"));
  }

  @ParameterizedTest
  @CsvSource({"short, SHORT", "medium, INT", "long, LONG"})
  void sizesMayBeTypesOfC(String word, CType type) {
    assertEquals(IntegerFieldClass.ofType(type, false), type("<uint size=" + word + "/>"));
    assertEquals(IntegerFieldClass.ofType(type, true), type("<int size=" + word + "/>"));
  }

  @Test
  void floatsTakeWordsToo() {
    assertEquals(new FloatFieldClass(4), type("<float size=4/>"));
    assertEquals(new FloatFieldClass(4), type("<float size=medium/>"));
    assertEquals(new FloatFieldClass(8), type("<float size=long/>"));
  }

  @Test
  void theSizeOfASequenceIsThatOfItsLength() {
    FieldClass element = IntegerFieldClass.fixed(1, false);
    assertEquals(
        new SequenceFieldClass(IntegerFieldClass.fixed(4, false), element, false),
        type("<sequence size=4><uint size=1/></sequence>"));
    assertEquals(
        new SequenceFieldClass(IntegerFieldClass.ofType(CType.SHORT, false), element, false),
        type("<sequence size=short><uint size=1/></sequence>"));
  }

  @Test
  void anArrayHasItsElements() {
    assertEquals(
        new ArrayFieldClass(8, IntegerFieldClass.fixed(2, true)),
        type("<array size=8><int size=2/></array>"));
  }

  @Test
  void labelsHaveTheValuesThatWereMeant() {
    EnumerationFieldClass signals = (EnumerationFieldClass)
        type("<enum size=4><label name=SIGHUP value=1/><label name=SIGINT value=2/></enum>");
    assertEquals(1, signals.labels().get(0).firstValue());
    assertEquals(2, signals.labels().get(1).firstValue());
  }

  @Test
  void typesMayStandBehindTheirUse() {
    Facility facility = Old.file("""
        <facility name=t>
          <event name=e><typeref name=outer/></event>
          <type name=outer><struct><field name=in><typeref name=inner/></field></struct></type>
          <type name=inner><struct><field name=word><uint size=4/></field></struct></type>
        </facility>
        """).facility();
    assertEquals(
        List.of("inner", "outer"),
        facility.types().stream().map(type -> type.name()).toList());
    Field in = facility.events().get(0).fields().get(0);
    assertEquals("in", in.name());
    assertTrue(in.fieldClass().resolved() instanceof StructureFieldClass);
  }

  @Test
  void aTypeThatRefersToItselfIsRefused() {
    Old.Result result = Old.read("""
        <facility name=t>
          <event name=e><typeref name=node/></event>
          <type name=node><struct><field name=next><typeref name=node/></field></struct></type>
        </facility>
        """);
    assertTrue(result.places().contains("3:53 GE-TYPE-01"), result.places());
  }

  @Test
  void aFacilityIsPackedIfEveryEventIs() {
    String packed = """
        <facility name=t>
          <event name=a><struct align=0><field name=f><uint size=4 align=1/></field></struct></event>
          <event name=b><struct align=%s><field name=f><string/></field></struct></event>
          <event name=c></event>
        </facility>
        """;
    assertTrue(Old.file(packed.formatted("0")).facility().packed());
    Old.Result mixed = Old.read(packed.formatted("4"));
    assertFalse(mixed.facility().packed());
    assertEquals("""
        2:3 GE-OLD-01
        3:25 GE-OLD-06
        2:25 GE-OLD-06""", mixed.places());
  }

  @Test
  void anAlignmentThatTheOriginalDidNotKnowIsAnErrorUnlessLenient() {
    String text = around("<uint size=4 align=3/>");
    assertTrue(Old.read(text).places().contains("GE-XML-09"));
    Old.Result lenient = Old.read(text, ReadOptions.of(java.util.Optional.empty(), true));
    assertTrue(lenient.findings().stream()
        .noneMatch(finding -> finding.severity() == org.genevent.diagnostic.Severity.ERROR));
  }

  @Test
  void quotesMayBeThereAndTheDialectMayBeNamed() {
    String text = "<facility name=\"t\"><type name=\"w\"><uint size=\"4\"/></type></facility>";
    FieldClass seed =
        Old.read(text, Old.forced(Dialect.SEED)).facility().types().get(0).fieldClass();
    FieldClass early =
        Old.read(text, Old.forced(Dialect.EARLY)).facility().types().get(0).fieldClass();
    assertEquals(IntegerFieldClass.fixed(4, false), seed);
    assertEquals(IntegerFieldClass.ofType(CType.INT, false), early);
  }

  @Test
  void eventsThatUnfoldWithoutEndAreRefused() {
    StringBuilder text = new StringBuilder("<facility name=t><type name=big><struct>");
    for (int i = 0; i < 2000; i++) {
      text.append("<field name=f").append(i).append("><string/></field>");
    }
    text.append("</struct></type>");
    for (int i = 0; i < 2000; i++) {
      text.append("<event name=e").append(i).append("><typeref name=big/></event>");
    }
    Old.Result result = Old.read(text + "</facility>");
    assertTrue(result.places().contains("1:1 GE-XML-04"), result.places());
  }
}
