package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.genevent.abi.CType;
import org.genevent.model.DisplayBase;
import org.genevent.model.Event;
import org.genevent.model.EventAttribute;
import org.genevent.model.Field;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.SequenceFieldClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The early dialect, and the tolerance of the original's reader. Source: the facility XML reference, sections 1 and 2. */
class EarlyDialectTest {

  private static Event event(String tag) {
    return Old.file("<facility name=t>\n" + tag + "</event></facility>")
        .facility()
        .events()
        .get(0);
  }

  private static Field field(String type) {
    return event("<event name=e><field name=f>" + type + "</field>").fields().get(0);
  }

  @Test
  void isRecognisedAndToldOnce() {
    Old.Result result = Old.read("""
        /* events of a network */
        <facility name=net>
          <event name=packet><field name=length><uint></field></event>
        </facility>
        """);
    assertEquals(Dialect.EARLY, result.file().orElseThrow().dialect());
    assertEquals("3:41 GE-OLD-02\n2:1 GE-OLD-01", sorted(result));
  }

  private static String sorted(Old.Result result) {
    List<String> lines = new java.util.ArrayList<>(result.places().lines().toList());
    lines.sort(java.util.Comparator.reverseOrder());
    return String.join("\n", lines);
  }

  @ParameterizedTest
  @CsvSource({
    "per_trace, SCOPE_TRACE",
    "per_tracefile, SCOPE_TRACEFILE",
    "param_buffer, PARAM_BUFFER",
    "no_instrument_function, NO_INSTRUMENT_FUNCTION"
  })
  void eventsHaveBareWords(String word, EventAttribute attribute) {
    assertEquals(Set.of(attribute), event("<event name=e " + word + ">").attributes());
    assertEquals(Set.of(attribute), event("<event " + word + " name=\"e\">").attributes());
  }

  @Test
  void typesHaveBareWords() {
    assertEquals(
        new IntegerFieldClass(new IntegerSize.Fixed(4), false, true, DisplayBase.DECIMAL),
        field("<uint_fixed size=4 network/>").fieldClass());
    assertEquals(
        new SequenceFieldClass(
            IntegerFieldClass.ofType(CType.INT, false),
            IntegerFieldClass.ofType(CType.CHAR, false),
            true),
        field("<sequence custom_write><uint/><uchar/></sequence>").fieldClass());
  }

  @Test
  void theOldWordsStayRightInTheStandardDialectWithAWarning() {
    Old.Result result = Old.read("""
        <?xml version="1.0"?>
        <facility name="t"><event name="e" per_trace></event></facility>
        """);
    assertEquals("2:36 GE-OLD-03", result.places());
    assertEquals(
        Set.of(EventAttribute.SCOPE_TRACE), result.facility().events().get(0).attributes());
  }

  @Test
  void anAttributeMayBeRepeated() {
    assertEquals(
        Set.of(EventAttribute.FORCE, EventAttribute.HIGH_PRIORITY),
        event("<event name=e attribute=\"force\" attribute=\"high_priority\">").attributes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<off_t>", "<off_t/>", "<off_t></off_t>", "<off_t / >", "< off_t >"})
  void aTypeWithoutContentMayEndAsItLikes(String type) {
    assertEquals(IntegerFieldClass.ofType(CType.OFF_T, true), field(type).fieldClass());
  }

  @Test
  void commentsMayStandBetweenAllTokens() {
    assertEquals(
        IntegerFieldClass.fixed(2, false),
        field("< /* a */ uint_fixed // the type\n size /* b */ = /* c */ 2 // d\n >")
            .fieldClass());
  }

  @Test
  void aCommentAtTheEndOfATagIsNoSlash() {
    String[] comments = {"/* here */", "// there\n"};
    for (String comment : comments) {
      String text = "<?xml version=\"1.0\"?>\n<facility name=\"t\" " + comment
          + "><event name=\"e\"><field name=\"f\"><uint></field></event></facility>\n";
      assertEquals("t", Old.file(text).facility().name());
    }
  }

  @Test
  void aBackslashKeepsAQuoteInTheValueAndStaysThere() {
    assertEquals(
        "say \\\"%d\\\"", field("<uint format=\"say \\\"%d\\\"\"/>").format().orElseThrow());
    assertEquals("a\\\nb", field("<uint format=\"a\\\nb\"/>").format().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "-7, -7", "0x1f, 31", "017, 15"})
  void labelsHaveValuesOfAllBases(String written, long value) {
    var labels = ((org.genevent.model.EnumerationFieldClass)
            field("<enum><label name=A value=\"" + written + "\"></enum>").fieldClass())
        .labels();
    assertEquals(value, labels.get(0).firstValue());
    var bare = ((org.genevent.model.EnumerationFieldClass)
            field("<enum><label name=A value=" + written + "></enum>").fieldClass())
        .labels();
    assertEquals(value, bare.get(0).firstValue());
  }

  @Test
  void descriptionsAreTextUpToTheNextLessThan() {
    Field field = event("<event name=e><field name=f><description>a > b, \"c, /* d */ // e 'f' &lt;"
            + "</description><string></field>")
        .fields()
        .get(0);
    assertEquals("a > b, \"c, /* d */ // e 'f' <", field.description());
  }

  @Test
  void bytesThatAreNoUtf8AreTakenByWhoIsLenient() {
    byte[] bytes = "<facility name=t><description>\u00e9v\u00e9nements</description></facility>"
        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertTrue(Old.read(bytes, ReadOptions.DEFAULT).places().contains("GE-XML-03"));
    Old.Result lenient = Old.read(bytes, ReadOptions.of(java.util.Optional.empty(), true));
    assertEquals("\u00e9v\u00e9nements", lenient.facility().description());
  }

  @Test
  void whatXmlCannotHoldIsRefusedWhereverItStands() {
    String text = "<facility name=t><event name=e>%s<field name=f>%s<uint format=\"%s\">"
        + "</field></event></facility>";
    assertTrue(Old.read(text.formatted("\0", "", "")).places().contains("1:32 GE-OLD-08"));
    String description = "<description>\b</description>";
    assertTrue(Old.read(text.formatted("", description, "")).places().contains("1:59 GE-OLD-08"));
    assertTrue(Old.read(text.formatted("", "", "%\b")).places().contains("1:61 GE-OLD-08"));
  }

  @Test
  void allFacilitiesOfAFileAreReadOnDemand() {
    String text = """
        <?xml version="1.0"?>
        <facility name="a"><event name="x"></event></facility>
        <?xml version="1.0"?>
        <facility name="b"><event name="y"></event></facility>
        """;
    org.genevent.diagnostic.Findings findings = new org.genevent.diagnostic.Findings();
    List<String> names = FacilityReader.readAll(
            "f.xml",
            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            ReadOptions.DEFAULT,
            findings)
        .stream()
        .map(facility -> facility.name())
        .toList();
    assertEquals(List.of("a", "b"), names);
  }
}
