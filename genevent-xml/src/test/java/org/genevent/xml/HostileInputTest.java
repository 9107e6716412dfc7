package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that want to do harm end with findings, soon. */
class HostileInputTest {

  /** Far longer than any case takes, so that only what has no end, or grows with a square, fails. */
  private static final Duration SOON = Duration.ofSeconds(180);

  private static final int MUTATIONS = 10_000;

  private static final String SAMPLE = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a bit of everything -->
      <facility name="sample" arch="x86" align="0" level="debug" channel="slow">
        <description>größer &lt; &#x1f600; <![CDATA[<raw>]]></description>
        <type name="kind"><enum><label name="A" value="1..5"/><description>first</description>
          <label name='B'/></enum></type>
        <context><field name="request"><uint_fixed size="8" base="hex"/></field></context>
        <event name="begin" id="3" duration="true" duration_threshold_ns="5" scope="trace tracefile">
          <field name="kind"><description xml:space="preserve"> x </description><typeref name="kind"/></field>
          <field name="list"><sequence write="custom"><uint/><array size="010"><char/></array></sequence></field>
          <field name="some"><optional><struct><field name="u"><union><field name="p"><pointer/></field></union></field></struct></optional></field>
          <field name="one"><variant><option name="a"><string format="%s"/></option><option name="b"><boolean/></option></variant></field>
        </event>
        <event name="end" id="4"/>
        <pair name="p" begin="begin" end="end" match="request"/>
      </facility>
      """;

  private static Xml.Result readAndCheck(byte[] bytes) {
    Findings findings = new Findings();
    var facility = FacilityReader.read("f.xml", bytes, findings);
    facility.ifPresent(
        found -> FacilityChecks.check(found, LayoutRule.NATURAL, List.of(Abi.JAVA), findings));
    return new Xml.Result(facility, findings.list());
  }

  private static Arguments hostile(String name, String code, Supplier<String> text) {
    return Arguments.of(name, code, text);
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        hostile("billion laughs", "GE-XML-02", () -> {
          StringBuilder text = new StringBuilder("<!DOCTYPE facility [<!ENTITY a0 \"ha\">");
          for (int i = 1; i < 30; i++) {
            text.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
          }
          return text + "]><facility name='&a29;'/>";
        }),
        hostile(
            "external entity",
            "GE-XML-02",
            () -> "<!DOCTYPE f [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><facility name='&x;'/>"),
        hostile("deep elements", "GE-XML-04", () -> "<facility>".repeat(1_000_000 / 10)),
        hostile(
            "deep types",
            "GE-TYPE-10",
            () -> Xml.around("<optional>".repeat(60) + "<int/>" + "</optional>".repeat(60))),
        hostile("types that double", "GE-TYPE-13", HostileInputTest::doublingTypes),
        hostile("many attributes", "GE-XML-04", () -> {
          StringBuilder text = new StringBuilder("<facility");
          for (int i = 0; i < 500_000; i++) {
            text.append(" a").append(i).append("=''");
          }
          return text + "/>";
        }),
        hostile(
            "a long attribute",
            "GE-XML-04",
            () -> "<facility name='" + "n".repeat(8_000_000) + "'/>"),
        hostile(
            "a long name",
            "GE-XML-04",
            () -> "<?xml version='1.0'?><" + "n".repeat(8_000_000) + "/>"),
        hostile(
            "a long end tag",
            "GE-XML-01",
            () -> "<?xml version='1.0'?><a></" + "n".repeat(8_000_000) + "></a>"),
        hostile(
            "a long entity",
            "GE-XML-01",
            () -> "<?xml version='1.0'?><a>&" + "n".repeat(8_000_000) + ";</a>"),
        hostile(
            "a long instruction", "GE-XML-05", () -> "<a><?" + "n".repeat(8_000_000) + "?></a>"),
        hostile(
            "a long text",
            "GE-XML-10",
            () -> "<facility name='t'>" + "text ".repeat(1_000_000) + "</facility>"),
        hostile(
            "a long description",
            "GE-FACILITY-02",
            () -> "<facility name='t'><description>" + "text ".repeat(1_000_000)
                + "</description></facility>"),
        hostile(
            "many elements",
            "GE-XML-04",
            () -> "<facility name='t'>" + "<a/>".repeat(1_900_000) + "</facility>"),
        hostile(
            "many unknown elements",
            "GE-XML-06",
            () -> "<facility name='t'>" + "<evet/>".repeat(200_000) + "</facility>"),
        hostile(
            "many end tags",
            "GE-XML-01",
            () -> "<?xml version='1.0'?><a>" + "</b>".repeat(2_000_000)),
        hostile(
            "many ampersands",
            "GE-XML-01",
            () -> "<?xml version='1.0'?><a>" + "&".repeat(8_000_000) + "</a>"),
        hostile(
            "many less-thans",
            "GE-XML-01",
            () -> "<?xml version='1.0'?><a>" + "<".repeat(8_000_000)),
        hostile(
            "many quotes", "GE-XML-01", () -> "<?xml version='1.0'?><a " + "b='".repeat(2_000_000)),
        hostile(
            "many comment beginnings",
            "GE-XML-01",
            () -> "<?xml version='1.0'?><a>" + "<!--".repeat(2_000_000)),
        hostile("many blanks", "GE-XML-01", () -> "<?xml version='1.0'" + " ".repeat(8_000_000)),
        hostile(
            "many control characters",
            "GE-XML-01",
            () -> "<?xml version='1.0'?><a>" + "\0".repeat(8_000_000)),
        hostile(
            "many values without quotes",
            "GE-XML-01",
            () -> "<facility name='t'>" + "<a b=c/>".repeat(900_000) + "</facility>"),
        hostile(
            "many short texts",
            "GE-XML-10",
            () -> "<facility name='t'>" + "<event name='e'/>x".repeat(60_000) + "</facility>"),
        hostile("many unknown types", "GE-TYPE-01", HostileInputTest::manyUnknownTypes),
        hostile("many wrong pairs", "GE-PAIR-01", HostileInputTest::manyWrongPairs),
        hostile(
            "many events of one name",
            "GE-NAME-04",
            () -> "<facility name='t'>" + "<event name='e'/>".repeat(60_000) + "</facility>"),
        hostile("many labels", "GE-TYPE-04", () -> Xml.around("<enum>" + labels() + "</enum>")));
  }

  private static String doublingTypes() {
    StringBuilder text = new StringBuilder("<facility name='t'><type name='t0'><int/></type>");
    for (int i = 1; i < 100; i++) {
      String field = "'><typeref name='t" + (i - 1) + "'/></field>";
      text.append("<type name='t" + i + "'><struct><field name='a" + field + "<field name='b"
          + field + "</struct></type>");
    }
    return text + "</facility>";
  }

  private static String labels() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append("<label name='a").append(i).append("' value='1'/>");
    }
    return text.toString();
  }

  private static String manyUnknownTypes() {
    StringBuilder text = new StringBuilder("<facility name='t'>");
    String filler = "x".repeat(60);
    for (int i = 0; i < 20_000; i++) {
      text.append("<type name='" + filler + i + "'><int/></type>");
    }
    text.append("<event name='e'>");
    for (int i = 0; i < 20_000; i++) {
      text.append("<field name='f'><typeref name='y" + filler + i + "'/></field>");
    }
    return text + "</event></facility>";
  }

  private static String manyWrongPairs() {
    StringBuilder text = new StringBuilder("<facility name='t'>");
    for (int i = 0; i < 50_000; i++) {
      text.append("<event name='event_" + i + "'/><pair name='p' begin='event-" + i
          + "' end='event+" + i + "' match='a b'/>");
    }
    return text + "</facility>";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void endsWithAFinding(String name, String code, Supplier<String> text) {
    byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
    Xml.Result result = assertTimeoutPreemptively(SOON, () -> readAndCheck(bytes));
    assertTrue(
        result.findings().stream().anyMatch(finding -> finding.code().id().equals(code)),
        () -> code + " is not among " + result.places());
    for (var finding : result.findings()) {
      assertTrue(finding.format().length() < 2000, "a finding repeats the file");
    }
  }

  @Test
  void theSampleIsRight() {
    assertEquals("", readAndCheck(SAMPLE.getBytes(StandardCharsets.UTF_8)).text());
  }

  @Test
  void mutationsOfASampleEndWithFindings() {
    long seed = Long.getLong("genevent.seed", System.nanoTime() & 0xFFFF_FFFFL);
    Random random = new Random(seed);
    byte[] sample = SAMPLE.getBytes(StandardCharsets.UTF_8);
    assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
      for (int i = 0; i < MUTATIONS; i++) {
        byte[] mutant = mutate(sample, random);
        try {
          Xml.Result result = readAndCheck(mutant);
          boolean refused = result.findings().stream()
              .anyMatch(finding -> finding.code().id().equals("GE-XML-01"));
          if (refused) {
            assertTrue(result.facility().isEmpty());
          }
        } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
          throw new AssertionError(
              "-Dgenevent.seed=" + seed + ", mutation " + i + "\n"
                  + new String(mutant, StandardCharsets.UTF_8),
              thrown);
        }
      }
    });
  }

  /** What we refuse as malformed, another parser refuses, too; ours and Jackson's have the same parser behind. */
  @Test
  void nothingIsRefusedThatTheParserOfTheJdkAccepts() throws XMLStreamException {
    long seed = Long.getLong("genevent.seed", System.nanoTime() & 0xFFFF_FFFFL);
    Random random = new Random(seed);
    XMLInputFactory jdk = XMLInputFactory.newDefaultFactory();
    jdk.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    jdk.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    int refused = 0;
    int unexplained = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] mutant = mutate(SAMPLE.getBytes(StandardCharsets.UTF_8), random);
      String text = new String(mutant, StandardCharsets.UTF_8);
      if (!text.startsWith(SAMPLE.lines().findFirst().orElseThrow())) {
        // the parser of the JDK looks at the declaration less closely when it is given characters
        continue;
      }
      Xml.Result result = Xml.read(text);
      if (result.findings().stream().noneMatch(f -> f.code().id().equals("GE-XML-01"))) {
        continue;
      }
      refused++;
      unexplained += result.text().contains("this is not well-formed XML") ? 1 : 0;
      String message =
          "-Dgenevent.seed=" + seed + ", mutation " + i + "\n" + result.text() + "\n" + text;
      assertTrue(!isWellFormed(jdk, text), message);
    }
    int all = refused;
    int others = unexplained;
    assertTrue(
        others * 20 < all, () -> others + " of " + all + " findings have no words of our own");
  }

  private static boolean isWellFormed(XMLInputFactory factory, String text) {
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new java.io.StringReader(text));
      while (reader.hasNext()) {
        reader.next();
      }
      return true;
    } catch (XMLStreamException malformed) {
      return false;
    }
  }

  /** A few bytes changed, left out, put in, copied or cut off. */
  private static byte[] mutate(byte[] bytes, Random random) {
    List<Byte> mutant = new ArrayList<>(bytes.length + 16);
    for (byte b : bytes) {
      mutant.add(b);
    }
    String markup = "<>/=\"'&;!-?[] \n\0\u0001azAZ09_:.";
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !mutant.isEmpty(); i++) {
      int at = random.nextInt(mutant.size());
      switch (random.nextInt(6)) {
        case 0 -> mutant.set(at, (byte) random.nextInt(256));
        case 1 -> mutant.set(at, (byte) markup.charAt(random.nextInt(markup.length())));
        case 2 -> mutant.remove(at);
        case 3 -> mutant.add(at, (byte) markup.charAt(random.nextInt(markup.length())));
        case 4 -> {
          int end = Math.min(mutant.size(), at + random.nextInt(40));
          mutant.addAll(random.nextInt(mutant.size()), List.copyOf(mutant.subList(at, end)));
        }
        default -> {
          int end = Math.min(mutant.size(), at + random.nextInt(40));
          mutant.subList(at, random.nextInt(20) == 0 ? mutant.size() : end).clear();
        }
      }
    }
    byte[] result = new byte[mutant.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = mutant.get(i);
    }
    return result;
  }
}
