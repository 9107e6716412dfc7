package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.abi.CType;
import org.genevent.diagnostic.Origin;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Event;
import org.genevent.model.EventAttribute;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialect of the original. Source: the facility XML reference, sections 1 to 3. */
class StandardDialectTest {

  private static final FieldClass UINT = IntegerFieldClass.ofType(CType.INT, false);
  private static final FieldClass UCHAR = IntegerFieldClass.ofType(CType.CHAR, false);

  private static Field field(String name, FieldClass fieldClass) {
    return new Field(name, "", Optional.empty(), fieldClass, Origin.NONE);
  }

  private static EnumerationLabel label(String name, long value, String description) {
    return new EnumerationLabel(name, value, value, description, Origin.NONE);
  }

  @Test
  void aFacilityHasDefaults() {
    Facility facility = Xml.facility("<?xml version=\"1.0\"?>\n<facility name=\"t\"></facility>");
    assertEquals(
        new Facility(
            "t",
            Optional.empty(),
            false,
            "",
            EventLevel.INFO,
            "main",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Origin.NONE),
        facility);
  }

  @Test
  void aFacilityHasAnArchitectureAndAnAlignment() {
    Facility facility = Xml.facility("<facility name='t' arch='i386' align='0'/>");
    assertEquals(Optional.of("i386"), facility.arch());
    assertTrue(facility.packed());
    assertFalse(Xml.facility("<facility name='t' align='1'/>").packed());
  }

  @ParameterizedTest
  @CsvSource({
    "char, CHAR, true",
    "uchar, CHAR, false",
    "short, SHORT, true",
    "ushort, SHORT, false",
    "int, INT, true",
    "uint, INT, false",
    "long, LONG, true",
    "ulong, LONG, false",
    "size_t, SIZE_T, false",
    "ssize_t, SSIZE_T, true",
    "off_t, OFF_T, true",
    "pointer, POINTER, false"
  })
  void integersOfCHaveTheSizeOfTheTarget(String word, CType type, boolean signed) {
    assertEquals(IntegerFieldClass.ofType(type, signed), Xml.type("<" + word + "/>"));
    assertEquals(IntegerFieldClass.ofType(type, signed), Xml.type("<" + word + "></" + word + ">"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void fixedIntegersHaveTheirSize(int sizeBytes) {
    assertEquals(
        IntegerFieldClass.fixed(sizeBytes, true),
        Xml.type("<int_fixed size='" + sizeBytes + "'/>"));
    assertEquals(
        IntegerFieldClass.fixed(sizeBytes, false),
        Xml.type("<uint_fixed size='" + sizeBytes + "'/>"));
  }

  @Test
  void integersMayBeInNetworkByteOrder() {
    assertEquals(
        new IntegerFieldClass(new IntegerSize.Fixed(2), false, true, DisplayBase.DECIMAL),
        Xml.type("<uint_fixed size='2' byte_order='network'/>"));
  }

  @Test
  void floatsHaveFourOrEightBytes() {
    assertEquals(new FloatFieldClass(4), Xml.type("<float size='4'/>"));
    assertEquals(new FloatFieldClass(8), Xml.type("<float size='8'/>"));
  }

  @ParameterizedTest
  @CsvSource({"4, 4", "010, 8", "65536, 65536", "07, 7"})
  void anArrayHasADecimalOrOctalLength(String size, int length) {
    assertEquals(
        new ArrayFieldClass(length, UCHAR),
        Xml.type("<array size='" + size + "'><uchar/></array>"));
  }

  @Test
  void aSequenceHasALengthAndAnElement() {
    assertEquals(
        new SequenceFieldClass(UINT, UCHAR, false),
        Xml.type("<sequence><uint/><uchar/></sequence>"));
    assertEquals(
        new SequenceFieldClass(UINT, UCHAR, true),
        Xml.type("<sequence write='custom'><uint/><uchar/></sequence>"));
  }

  @Test
  void structuresAndUnionsHaveFields() {
    List<Field> members = List.of(field("a", UINT), field("b", new StructureFieldClass(List.of())));
    String xml = "<field name='a'><uint/></field><field name='b'><struct></struct></field>";
    assertEquals(new StructureFieldClass(members), Xml.type("<struct>" + xml + "</struct>"));
    assertEquals(new UnionFieldClass(members), Xml.type("<union>" + xml + "</union>"));
  }

  @Test
  void aReferenceKnowsItsType() {
    Facility facility = Xml.facility("""
        <facility name='t'>
          <type name='u'><uint/></type>
          <event name='e'><field name='f'><typeref name='u'/></field></event>
        </facility>
        """);
    assertEquals("u", facility.types().get(0).name());
    assertEquals(
        new ReferenceFieldClass("u", UINT),
        facility.events().get(0).fields().get(0).fieldClass());
  }

  @Test
  void labelsCountOnFromTheirPredecessor() {
    assertEquals(
        new EnumerationFieldClass(List.of(
            label("A", 0, ""),
            label("B", 1, "the second"),
            label("C", 16, "in base 16"),
            label("D", 17, ""),
            label("E", 8, "in base 8"),
            label("F", -3, ""),
            label("G", -2, ""))),
        Xml.type("""
            <enum>
              <label name='A'/>
              <label name='B'/> <description>the second</description>
              <label name='C' value='0x10'/><description>in base 16</description>
              <label name='D'/>
              <label name='E' value='010'/><description>in base 8</description>
              <label name='F' value='-3'/>
              <label name='G'/>
            </enum>"""));
  }

  @Test
  void anEmptyValueOfALabelCountsAsZero() {
    Xml.Result result =
        Xml.read(Xml.around("<enum><label name='A' value='7'/><label name='B' value=''/></enum>"));
    assertEquals("1:104 GE-XML-13", result.places());
    EnumerationFieldClass enumeration = (EnumerationFieldClass)
        result.facility().orElseThrow().events().get(0).fields().get(0).fieldClass();
    assertEquals(List.of(label("A", 7, ""), label("B", 0, "")), enumeration.labels());
  }

  @Test
  void anEventHasTheAttributesOfTheOriginal() {
    Event event = Xml.facility(
            "<facility name='user_t'><event name='e' scope='trace, tracefile' param='buffer'"
                + " attribute=' force no_instrument_function,high_priority compact_data '/></facility>")
        .events()
        .get(0);
    assertEquals(Set.of(EventAttribute.values()), event.attributes());
  }

  @Test
  void formatsBelongToTheFieldWhereverTheyStand() {
    assertEquals(Optional.of("%x"), Xml.field("<uint format='%x'/>").format());
    assertEquals(
        Optional.of("%x"),
        Xml.field("<array size='2'><uint format='%x'/></array>").format());
    assertEquals(
        Optional.of("%s"),
        Xml.field("<sequence format='%s'><uint/><uchar format='%c'/></sequence>")
            .format());
    assertEquals(
        Optional.of("%x"),
        Xml.facility("<facility name='t'><type name='u'><uint format='%x'/></type>"
                + "<event name='e'><field name='f'><typeref name='u'/></field></event></facility>")
            .events()
            .get(0)
            .fields()
            .get(0)
            .format());
  }

  @Test
  void theFormatOfALengthCountsForNothing() {
    Xml.Result result = Xml.read(Xml.around("<sequence><uint format='%d'/><uchar/></sequence>"));
    assertEquals("1:65 GE-XML-13", result.places());
  }

  @Test
  void ignoredSizesAreMentionedOnceAFile() {
    Xml.Result result = Xml.read("""
        <facility name='t'>
          <event name='e'>
            <field name='a'><uint size='4'/></field>
            <field name='b'><long size='whatever'/></field>
            <field name='c'><pointer size='8'/></field>
          </event>
        </facility>
        """);
    assertEquals("""
        f.xml:3:27: warning: [GE-XML-13] the size of <uint> counts for nothing; 2 more in this file
          <uint> is as large as the type in C, whatever its size says; the original read it so, too
          fix: leave it out; <uint_fixed size="4"/> has 4 bytes everywhere, but changes the checksum""", result.text());
    assertEquals(
        UINT, result.facility().orElseThrow().events().get(0).fields().get(0).fieldClass());
  }

  @Test
  void descriptionsLoseTheirIndentation() {
    Facility facility = Xml.facility("""
        <facility name='t'>
          <description>
            The first line
              and the second, deeper

            and a third.
          </description>
          <event name='e'>
            <description> on one line </description>
            <field name='f'>
              <description>of the field</description>
              <string/>
            </field>
          </event>
        </facility>
        """);
    assertEquals("The first line\nand the second, deeper\n\nand a third.", facility.description());
    assertEquals("on one line", facility.events().get(0).description());
    assertEquals(
        new Field("f", "of the field", Optional.empty(), new StringFieldClass(), Origin.NONE),
        facility.events().get(0).fields().get(0));
  }
}
