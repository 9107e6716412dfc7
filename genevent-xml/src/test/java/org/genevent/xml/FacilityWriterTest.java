package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.abi.CType;
import org.genevent.diagnostic.Origin;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacilityWriterTest {

  /** Everything that the dialect has, in its canonical form. */
  private static final String CANONICAL = """
      <?xml version="1.0"?>
      <facility name="sample" arch="x86" align="0" level="debug" channel="slow">
        <description>A bit of everything</description>

        <type name="kind">
          <enum>
            <label name="A" value="1..5"/>
            <description>first &amp; &lt;foremost&gt;</description>
            <label name="B" value="-1"/>
          </enum>
        </type>

        <type name="point">
          <struct>
            <field name="x"><float size="4"/></field>
            <field name="y"><float size="8" format="%g"/></field>
          </struct>
        </type>

        <context>
          <field name="request"><uint_fixed size="8" base="hex"/></field>
          <field name="tenant"><string/></field>
        </context>

        <event name="nothing"></event>

        <event name="begin" id="3" level="emerg" channel="fast" duration="true" duration_threshold_ns="5" scope="trace tracefile" attribute="no_instrument_function force">
          <description>
            Something begins:
            - now

            - or never
          </description>
          <field name="kind">
            <description xml:space="preserve"> x </description>
            <typeref name="kind" format="%d"/>
          </field>
          <field name="list">
            <sequence write="custom" format="%c">
              <uint/>
              <array size="8">
                <char/>
              </array>
            </sequence>
          </field>
          <field name="some">
            <optional>
              <struct>
                <field name="port"><uint_fixed size="2" byte_order="network"/></field>
                <field name="either">
                  <union>
                    <field name="p"><pointer/></field>
                    <field name="q"><pointer base="dec"/></field>
                  </union>
                </field>
              </struct>
            </optional>
          </field>
          <field name="one">
            <variant>
              <option name="a">
                <description>text</description>
                <string format="&quot;%s&quot;"/>
              </option>
              <option name="b"><boolean/></option>
            </variant>
          </field>
          <field name="empty">
            <struct>
            </struct>
          </field>
        </event>

        <event name="end">
          <description>It ends</description>
        </event>

        <pair name="p" begin="begin" end="end"/>
        <pair name="q" begin="begin" end="end" match="request tenant"/>
      </facility>
      """;

  private static Facility described(String description) {
    return new Facility(
        "t",
        Optional.empty(),
        false,
        description,
        EventLevel.INFO,
        "main",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Origin.NONE);
  }

  private static Facility withField(FieldClass fieldClass, String format) {
    Field field = new Field("f", "", Optional.of(format), fieldClass, Origin.NONE);
    Event event = new Event(
        "e",
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(field),
        Origin.NONE);
    return new Facility(
        "t",
        Optional.empty(),
        false,
        "",
        EventLevel.INFO,
        "main",
        List.of(),
        List.of(),
        List.of(event),
        List.of(),
        Origin.NONE);
  }

  @Test
  void thereIsOneForm() {
    assertEquals(CANONICAL, FacilityWriter.write(Xml.facility(CANONICAL)));
  }

  @Test
  void otherFormsBecomeTheCanonicalOne() {
    String other = CANONICAL
        .replace("<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='UTF-8'?><!-- x -->")
        .replace("\n", "\r\n\t")
        .replace("\"slow\"", "'slow'")
        .replace("></event>", "/>")
        .replace("<uint/>", "<uint></uint>")
        .replace("size=\"8\"", " size = '010' ");
    assertEquals(CANONICAL, FacilityWriter.write(Xml.facility(other)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "\t\r\n ",
        "plain",
        " leading",
        "trailing ",
        "two\nlines",
        "two\n  indented",
        "two\r\nlines of Windows",
        "one\rof the Macintosh",
        "\nbegins and ends with a break\n",
        "a\n\n\nb",
        "<b>&amp;</b> \"quoted\" 'single' ]]> <![CDATA[ x ]]>",
        "*/ /* // \\u000a --> <!-- -- ",
        "größer, 数据, \uD83D\uDE00",
        "\u202e reversed \u2028 broken \u200d joined \u00ad \ufeff",
        "next line \u0085 and delete \u007f and \u0080",
        "\u00a0 no-break \u3000 ideographic "
      })
  void everyTextSurvives(String text) {
    Facility facility = described(text);
    assertEquals(facility, Xml.facility(FacilityWriter.write(facility)));
    FieldClass uint = IntegerFieldClass.ofType(CType.INT, false);
    Facility formatted = withField(uint, text);
    assertEquals(formatted, Xml.facility(FacilityWriter.write(formatted)));
  }

  @Test
  void whatNobodySeesIsSeenInTheFile() {
    assertEquals("""
        <?xml version="1.0"?>
        <facility name="t">
          <description>a&#x202e;b&#9;c&#127;d&#133;e&#x2028;f</description>
        </facility>
        """, FacilityWriter.write(described("a\u202eb\tc\u007fd\u0085e\u2028f")));
  }

  @Test
  void whatXmlCannotHoldIsReplaced() {
    String text = FacilityWriter.write(described("a\0b\u001bc\uD800d\uDC00\uFFFEe\uFFFFf\u000b"));
    assertEquals(
        "a\uFFFDb\uFFFDc\uFFFDd\uFFFD\uFFFDe\uFFFDf\uFFFD", Xml.facility(text).description());
  }

  @Test
  void anIntegerThatCHasNotCannotBeWritten() {
    FieldClass signedSize = IntegerFieldClass.ofType(CType.SIZE_T, true);
    assertThrows(
        IllegalArgumentException.class, () -> FacilityWriter.write(withField(signedSize, "")));
  }
}
