package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Well-formed XML in all its forms, and the positions in it. */
class XmlOfTodayTest {

  private static String described(String description) {
    return "<facility name='t'><description>" + description + "</description></facility>";
  }

  @Test
  void commentsAndInstructionsAreNothing() {
    assertEquals(
        "onetwo",
        Xml.facility("<!-- <a b=c> & --><?x <y?>\n" + described("one<!-- > </x> -->two<?z ?>")
                + "<!-- end --> ")
            .description());
  }

  @Test
  void referencesAndSectionsAreText() {
    assertEquals(
        "a < b && \"c\" 'd' é 😀 <![CDATA[",
        Xml.facility(described("a &lt; b <![CDATA[&& \"c\" 'd']]> &#233; &#x1f600; &lt;![CDATA["))
            .description());
  }

  @Test
  void attributesTakeReferencesAndBothQuotes() {
    assertEquals(
        "\"%d\" '%d' <&>\n",
        Xml.field("<uint format='&quot;%d&quot; &apos;%d&apos; &lt;&amp;>&#10;'/>")
            .format()
            .orElseThrow());
    assertEquals("it's", Xml.field("<uint format=\"it's\"/>").format().orElseThrow());
    assertEquals("a 'b' c", Xml.field("<uint  format = \"a 'b' c\" />").format().orElseThrow());
  }

  @Test
  void everyEndOfLineCounts() {
    Xml.Result result =
        Xml.read("<?xml version='1.0'?>\r\n<facility\r  name='t'\n>\r\r\n   <x/></facility>");
    assertEquals("6:4 GE-XML-06", result.places());
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ",
    "UTF-8, UTF-8",
    "UTF-8, utf-8",
    "ISO-8859-1, ISO-8859-1",
    "ISO-8859-1, iso-8859-1",
    "UTF-16LE, UTF-16",
    "UTF-16BE, UTF-16",
    "UTF-16LE, ",
    "UTF-16BE, UTF-16BE",
  })
  void encodingsAreToldByTheirDeclaration(String encoding, String declared) {
    String declaration =
        "<?xml version=\"1.0\"" + (declared == null ? "" : " encoding='" + declared + "'") + "?>\n";
    byte[] bytes = (declaration + described("größer ÿ")).getBytes(Charset.forName(encoding));
    Xml.Result result = Xml.read(bytes);
    assertEquals("", result.text());
    assertEquals("größer ÿ", result.facility().orElseThrow().description());
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkIsNoCharacter(String encoding) {
    String text = "\uFEFF<facilty name='größer'/>";
    Xml.Result result = Xml.read(text.getBytes(Charset.forName(encoding)));
    assertEquals("1:1 GE-XML-05", result.places());
  }

  @Test
  void utf16WithoutDeclarationIsTold() {
    assertEquals(
        "größer",
        Xml.read(described("größer").getBytes(StandardCharsets.UTF_16LE))
            .facility()
            .orElseThrow()
            .description());
  }

  @Test
  void bytesThatAreNoCharactersAreFoundWhereTheyStand() {
    byte[] bytes = ("<facility name='t'>\n<description>größer</description></facility>")
        .getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("""
        f.xml:2:16: error: [GE-XML-03] the byte 0xF6 is no character of UTF-8
          fix: save the file as UTF-8, or declare what it is: <?xml version="1.0" encoding="ISO-8859-1"?>""", Xml.read(bytes).text());
  }

  @Test
  void aCharacterThatIsCutOffIsFoundWhereItStands() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("<facility name='t'/>\n ".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE2);
    bytes.write(0x82);
    assertEquals("2:2 GE-XML-03", Xml.read(bytes.toByteArray()).places());
  }

  @Test
  void unknownEncodingsAreNamed() {
    assertEquals(
        """
        f.xml:1:31: error: [GE-XML-03] the encoding 'EBCDIC' is not one that facility files have
          encodings: UTF-8, UTF-16, UTF-16LE, UTF-16BE, ISO-8859-1, US-ASCII
          fix: save the file as UTF-8, and write encoding="UTF-8" or none""",
        Xml.read("<?xml version=\"1.0\" encoding=\"EBCDIC\"?><facility name='t'/>")
            .text());
  }

  @Test
  void anEncodingThatContradictsTheBytesIsNamed() {
    assertEquals(
        "1:31 GE-XML-03",
        Xml.read("<?xml version=\"1.0\" encoding=\"UTF-16\"?><facility name='t'/>")
            .places());
  }

  @Test
  void attributesAreFoundWhereTheyStand() {
    Xml.Result result = Xml.read("""
        <facility name='t' vendor="x"
            colour='>'
            ><event
            name='e' scope = "tracer"
            leve
              = 'info'><field name='f'><int_fixed
              size="3" byte_order='&amp;'/></field></event></facility>
        """);
    assertEquals("""
        1:20 GE-XML-07
        2:5 GE-XML-07
        5:5 GE-XML-07
        4:14 GE-XML-09
        7:7 GE-XML-09
        7:16 GE-XML-09""", result.places());
  }

  @Test
  void aPrefixIsAPartOfAWrongName() {
    assertEquals(
        "1:20 GE-XML-07\n1:34 GE-XML-07\n1:41 GE-XML-06",
        Xml.read("<facility name='t' xmlns='urn:x' a:b=''><c:event name='e'/></facility>")
            .places());
  }
}
