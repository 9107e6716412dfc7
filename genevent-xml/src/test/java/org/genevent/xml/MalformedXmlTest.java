package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is not well-formed is said in our words, at its place. Each text has something that only XML has, as another one is
 * read as the original read it.
 */
class MalformedXmlTest {

  /** A text, the finding without code, the fix. */
  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of(
            "<facility name='t'>\n <event name='e'><x></event></facility>",
            "2:18 the element <x> does not end before </event>",
            "write <x/>"),
        Arguments.of(
            "<facility name='t'>\n <event name='e'><field>a</event></facility>",
            "2:18 the element <field> does not end before </event>",
            "write </field> before </event>"),
        Arguments.of(
            "<facility name='t'><event name='e'></evnt></facility>",
            "1:36 </evnt> ends the element <event>",
            "write </event>"),
        Arguments.of(
            "<facility name='t'></string></facility>",
            "1:20 </string> ends an element that never began",
            "leave it out"),
        Arguments.of(
            "<facility name='t'>\n<event name='e'>\n<field name='f'>",
            "3:1 the file ends inside the element <field>",
            "write </field></event></facility> where they belong; the file may have been cut off"),
        Arguments.of(
            "<facility name=t>\n<!-- --></facility>",
            "1:11 the value t of the attribute 'name' has no quotes",
            "write name=\"t\""),
        Arguments.of(
            "<facility name>\n<!-- --></facility>",
            "1:11 the attribute 'name' has no value",
            "write name=\"…\""),
        Arguments.of(
            "<facility name=/>", "1:11 the attribute 'name' has no value", "write name=\"…\""),
        Arguments.of(
            "<facility name='t'arch='x'/>",
            "1:19 there is no blank before the attribute 'arch'",
            "write a blank before it"),
        Arguments.of(
            "<facility name='t' , arch='x'/>",
            "1:20 there is a ',' in the tag <facility",
            "leave it out"),
        Arguments.of(
            "<facility name='t'><event attribute='force' attribute='x'/></facility>",
            "1:45 <event> has the attribute 'attribute' twice",
            "leave one out; several words for scope, param or attribute go into one value:"
                + " attribute=\"force high_priority\""),
        Arguments.of(
            "<facility name='t>\n<event name='e'/></facility>",
            "1:11 the value of the attribute 'name' in <facility> does not end before the next '<'",
            "write the closing ', or &lt; for a '<' in the value"),
        Arguments.of(
            "<facility name='t",
            "1:11 the value of the attribute 'name' in <facility> does not end before the end of the"
                + " file",
            "write the closing ', or &lt; for a '<' in the value"),
        Arguments.of(
            "<facility name='t'><event name='e'\n<field name='f'/></event></facility>",
            "1:20 the tag <event … does not end",
            "write > or /> at its end"),
        Arguments.of(
            "<facility name='t'></facility",
            "1:20 the end tag </facility does not end",
            "write > at its end"),
        Arguments.of(
            "<facility name='t'><description>1 < 2</description></facility>",
            "1:35 '<' begins no tag here",
            "write &lt;"),
        Arguments.of(
            "<facility name='t'><description>you & me</description></facility>",
            "1:37 '&' begins no reference here",
            "write &amp;"),
        Arguments.of(
            "<facility name='t'><description>1 &lt 2</description></facility>",
            "1:35 '&' begins no reference here",
            "write &lt;"),
        Arguments.of(
            "<facility name='&nbsp;'/>",
            "1:17 the entity &nbsp; is not defined",
            "write the character itself, or &amp;nbsp; for the text"),
        Arguments.of(
            "<facility name='&qout;'/>",
            "1:17 the entity &qout; is not defined",
            "did you mean 'quot'?"),
        Arguments.of("<facility name='&#0;'/>", "1:17 &#0; is no character of XML", "leave it out"),
        Arguments.of(
            "<facility name='&#xD800;'/>", "1:17 &#xD800; is no character of XML", "leave it out"),
        Arguments.of(
            "<facility name='&#99999999999999999999;'/>",
            "1:17 &#99999999999999999999; is no character of XML",
            "leave it out"),
        Arguments.of(
            "<facility name='t'><description>]]></description></facility>",
            "1:33 there is a ']]>' in a text",
            "write ]]&gt;"),
        Arguments.of(
            "<facility name='t'>\n<!-- a -- b --></facility>",
            "2:8 there is a '--' in a comment",
            "write one '-', or '- -'"),
        Arguments.of(
            "<facility name='t'>\n<!-- a </facility>",
            "2:1 the comment has no end",
            "write --> at its end"),
        Arguments.of(
            "<facility name='t'>\n<![CDATA[ </facility>",
            "2:1 the CDATA section has no end",
            "write ]]> at its end"),
        Arguments.of(
            "<facility name='t'>\n<?a </facility>",
            "2:1 the instruction has no end",
            "write ?> at its end"),
        Arguments.of(
            "<facility name='t'><? a?></facility>",
            "1:20 '<?' begins no instruction here",
            "leave it out"),
        Arguments.of(
            "<facility name='t'><!ENTITY a 'b'></facility>",
            "1:20 '<!' begins nothing here",
            "write a comment as <!-- … -->"),
        Arguments.of(
            "\n<?xml version='1.0'?><facility name='t'/>",
            "2:1 the XML declaration is not the first thing in the file",
            "move it to the very beginning, or leave it out"),
        Arguments.of(
            "<?xml version='1.1'?><facility name='t'/>",
            "1:1 the XML declaration does not say version=\"1.0\" first",
            "write <?xml version=\"1.0\"?>"),
        Arguments.of(
            "<?xml standalone='yes' version='1.0'?><facility name='t'/>",
            "1:1 the XML declaration does not say version=\"1.0\" first",
            "write <?xml version=\"1.0\"?>"),
        Arguments.of(
            "<?xml version='1.0' author='me'?><facility name='t'/>",
            "1:1 the XML declaration has something else than version, encoding and standalone in"
                + " this order",
            "write <?xml version=\"1.0\"?>"),
        Arguments.of(
            "<?xml version='1.0'><facility name='t'/>",
            "1:1 the XML declaration has no end",
            "write <?xml version=\"1.0\"?>"),
        Arguments.of(
            "facility name=core", "1:1 there is text before the outermost element", "leave it out"),
        Arguments.of(
            "/* old */\n<facility name='t'/>",
            "1:1 there is text before the outermost element",
            "write a comment as <!-- … -->"),
        Arguments.of(
            "<facility name='t'/>\n  end",
            "2:3 there is text after the outermost element",
            "leave it out"),
        Arguments.of(
            "<facility name='t'/>\n<![CDATA[x]]>",
            "2:1 there is a CDATA section after the outermost element",
            "leave it out"),
        Arguments.of(
            "<facility name='t'/>\n<facility name='u'/>",
            "2:1 there is a second outermost element, <facility>",
            "put every facility into a file of its own"),
        Arguments.of(
            "<facility name='t'>\n\u0001</facility>",
            "2:1 the character U+0001 cannot stand in XML",
            "leave it out"),
        Arguments.of(
            "<facility name='t'>\n \uFFFE</facility>",
            "2:2 the character U+FFFE cannot stand in XML",
            "leave it out"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void isSaidWithPlaceAndFix(String text, String finding, String fix) {
    Xml.Result result = Xml.read(text);
    assertEquals(1, result.findings().size(), result.text());
    assertEquals("GE-XML-01", result.findings().get(0).code().id());
    assertEquals(
        finding,
        Xml.place(result.findings().get(0).place()) + " "
            + result.findings().get(0).message());
    assertEquals(fix, result.findings().get(0).fix().orElse(""));
    assertTrue(result.findings().get(0).rule().isPresent());
    assertTrue(result.facility().isEmpty());
  }

  @Test
  void mistakesOfOneKindAreOneFinding() {
    Xml.Result result = Xml.read("""
        <facility name="t">
          <event name='e'>
            <field name="a"><pointer></field>
            <field name="b"><uint size=4/></field>
            <field name="c"><pointer></field>
            <field name="d"><uint size=4/></field>
          </event>
        </facility>
        """);
    assertEquals("""
        f.xml:3:21: error: [GE-XML-01] the element <pointer> does not end before </field>
          every element ends with its own tag, inside the element that it began in; 1 more of this kind: line 5
          fix: write <pointer/>
        f.xml:4:27: error: [GE-XML-01] the value 4 of the attribute 'size' has no quotes
          a value stands in quotes; 1 more of this kind: line 6
          fix: write size="4\"""", result.text());
  }

  @Test
  void whatOnlyTheParserKnowsIsSaidWithoutItsPositions() {
    // U+037E looks like a semicolon and may not begin a name
    Xml.Result result = Xml.read("<facility name='t'>\n  <\u037Ea/></facility>");
    assertEquals(1, result.findings().size());
    assertTrue(result.places().startsWith("2:"), result.places());
    assertTrue(result.text().contains("this is not well-formed XML: "), result.text());
    assertFalse(result.text().contains("row,col"), result.text());
  }

  @Test
  void aFileWithoutElementsIsNoFacility() {
    assertEquals(
        "1:1 GE-XML-05", Xml.read("<?xml version='1.0'?>\n<!-- nothing -->\n").places());
    assertEquals("1:1 GE-XML-05", Xml.read(" \n").places());
  }

  @Test
  void aDoctypeIsRefusedUnread() {
    Xml.Result result = Xml.read("""
        <?xml version="1.0"?>
        <!DOCTYPE facility SYSTEM "file:///etc/passwd">
        <facility name="t"/>
        """);
    assertEquals("2:1 GE-XML-02", result.places());
    assertTrue(result.facility().isEmpty());
  }
}
