package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Place;
import org.genevent.diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Old files that want to do harm, and files that nobody wrote, end with findings inside the file, soon. */
class OldHostileInputTest {

  /** Far longer than any case takes, so that only what has no end, or grows with a square, fails. */
  private static final Duration SOON = Duration.ofSeconds(180);

  private static final int FILES = 4000;

  private static final String SEED = """
      /* seed */
      <facility name=net>
        <description>packets</description>
        <event name=packet>
          <description>one packet</description>
          <struct align=4>
            <field name=kind><typeref name=kind/></field>
            <field name=data><sequence size=short><uint size=1/></sequence></field>
            <field name=word><union size=4><field name=a><int size=medium format="%d"/></field></union></field>
          </struct>
        </event>
        <event name=again><typeref name=body/></event>
        <type name=kind><enum size=4><label name=ICMP value=1/><description>ping</description></enum></type>
        <type name=body><struct><field name=text><string/></field></struct></type> // the body
      </facility>
      """;

  private static final String STANDARD = """
      <?xml version="1.0"?>
      <facility name="net" arch="arm">
        <type name="kind"><enum><label name="ICMP" value="0x1"> <description>ping</description></enum></type>
        <event name="packet" scope="trace" attribute="force" attribute="high_priority">
          <description>one packet</description>
          <field name="port"><description>where to</description><uint_fixed size=2 byte_order="network"></field>
          <field name="kind"><typeref name=kind></field>
          /* the bytes */
          <field name="data"><sequence write="custom"><uint><uchar></sequence></field>
          <field name="head"><array size="010"/><char></array></field>
        </event>
      </facility>
      """;

  private static Arguments hostile(String name, String code, Supplier<String> text) {
    return Arguments.of(name, code, text);
  }

  private static String in(String content) {
    return "<facility name=t>" + content + "</facility>";
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        hostile("deep", "GE-XML-04", () -> in("<struct>".repeat(900_000))),
        hostile("many elements", "GE-XML-04", () -> in("<uint>".repeat(600_000))),
        hostile("a long name", "GE-XML-04", () -> in("<event name=" + "n".repeat(200_000) + ">")),
        hostile("a long tag", "GE-XML-04", () -> in("<" + "n".repeat(8_000_000) + ">")),
        hostile(
            "a long value",
            "GE-XML-04",
            () -> in("<event name=\"" + "n".repeat(8_000_000) + "\">")),
        hostile("a long end tag", "GE-XML-04", () -> in("</" + "n".repeat(8_000_000) + ">")),
        hostile("many attributes", "GE-XML-04", () -> in("<event" + " a=b".repeat(900_000) + ">")),
        hostile("many bare words", "GE-XML-04", () -> in("<event" + " a".repeat(900_000) + ">")),
        hostile("zeros", "GE-OLD-08", () -> in("\0".repeat(8_000_000))),
        hostile("zeros apart", "GE-OLD-08", () -> in("\0 ".repeat(1_000_000))),
        hostile(
            "zeros in a description",
            "GE-OLD-08",
            () -> in("<description>" + "\0".repeat(8_000_000) + "</description>")),
        hostile("an open comment", "GE-OLD-08", () -> in("/*" + "x".repeat(8_000_000))),
        hostile("many open comments", "GE-OLD-08", () -> in("/*".repeat(4_000_000))),
        hostile("many line comments", "GE-OLD-04", () -> in("//<a>\n".repeat(1_000_000))),
        hostile("many short comments", "GE-OLD-01", () -> in("//a\n".repeat(1_500_000))),
        hostile("many quotes", "GE-OLD-08", () -> in("<event name=" + "\"".repeat(2_000_000))),
        hostile("many quotes in lines", "GE-OLD-08", () -> in("<event name=\"a\n".repeat(500_000))),
        hostile(
            "many backslashes", "GE-OLD-08", () -> in("<event name=\"" + "\\".repeat(7_999_000))),
        hostile(
            "an open description", "GE-OLD-08", () -> in("<description>" + "x".repeat(8_000_000))),
        hostile("many open descriptions", "GE-OLD-08", () -> in("<description>".repeat(600_000))),
        hostile("many less-thans", "GE-OLD-08", () -> in("<".repeat(8_000_000))),
        hostile("many end tags", "GE-OLD-08", () -> in("</event>".repeat(1_000_000))),
        hostile("many questions", "GE-XML-01", () -> in("<?".repeat(1_000_000))),
        hostile("many declarations", "GE-XML-01", () -> in("<?xml?>".repeat(200_000))),
        hostile(
            "many facilities", "GE-OLD-05", () -> "<facility name=t></facility>".repeat(100_000)),
        hostile("another root", "GE-XML-05", () -> "<a b=c>" + "<d e=f>".repeat(1_000_000)),
        hostile("text", "GE-XML-10", () -> in("text ".repeat(1_600_000))),
        hostile("long chains of types", "GE-OLD-01", OldHostileInputTest::chain));
  }

  /** Each type refers to the next one, which stands behind it. */
  private static String chain() {
    StringBuilder text =
        new StringBuilder("<facility name=t><event name=e><typeref name=t0/></event>");
    for (int i = 0; i < 10_000; i++) {
      text.append("<type name=t" + i + "><struct><field name=f><typeref name=t" + (i + 1)
          + "/></field></struct></type>");
    }
    return text + "</facility>";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void endsWithAFinding(String name, String code, Supplier<String> text) {
    byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
    Old.Result result = assertTimeoutPreemptively(SOON, () -> Old.read(bytes, ReadOptions.DEFAULT));
    assertTrue(
        result.findings().stream().anyMatch(finding -> finding.code().id().equals(code)),
        () -> code + " is not among " + result.places());
    for (Diagnostic finding : result.findings()) {
      assertTrue(finding.format().length() < 2000, "a finding repeats the file");
    }
  }

  @Test
  void theSamplesAreRight() {
    for (String sample : List.of(SEED, STANDARD)) {
      Old.Result result = Old.read(sample);
      assertTrue(
          result.findings().stream().allMatch(f -> f.severity() == Severity.WARNING),
          () -> result.findings().toString());
    }
  }

  @Test
  void whateverIsReadEndsWithFindingsInsideTheFile() {
    long seed = Long.getLong("genevent.seed", System.nanoTime() & 0xFFFF_FFFFL);
    Random random = new Random(seed);
    assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
      for (int i = 0; i < FILES; i++) {
        String text = switch (random.nextInt(3)) {
          case 0 -> soup(random);
          case 1 -> mutant(SEED, random);
          default -> mutant(STANDARD, random);
        };
        try {
          check(text, options(random));
        } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
          throw new AssertionError("-Dgenevent.seed=" + seed + ", file " + i + "\n" + text, thrown);
        }
      }
    });
  }

  private static ReadOptions options(Random random) {
    Dialect[] dialects = Dialect.values();
    Optional<Dialect> dialect = random.nextBoolean()
        ? Optional.empty()
        : Optional.of(dialects[random.nextInt(dialects.length)]);
    return ReadOptions.of(dialect, random.nextInt(4) == 0);
  }

  /** Everything is said inside the file; and what has no errors can be written, and read as the same. */
  private static void check(String text, ReadOptions options) {
    Old.Result result = Old.read(text, options);
    List<String> lines = text.lines().toList();
    boolean errors = false;
    for (Diagnostic finding : result.findings()) {
      Place.InFile place = (Place.InFile) finding.place();
      errors |= finding.severity() == Severity.ERROR;
      if (text.isEmpty()) {
        continue;
      }
      assertTrue(place.line() >= 1 && place.column() >= 1, finding::format);
      assertTrue(place.line() <= lines.size() + 1, finding::format);
      int length = place.line() > lines.size() ? 0 : lines.get(place.line() - 1).length();
      assertTrue(place.column() <= length + 1, finding::format);
    }
    if (!errors) {
      FacilityFile file = result.file().orElseThrow();
      String migrated = file.migrated();
      Old.Result again = Old.read(migrated, ReadOptions.of(Optional.empty(), options.lenient()));
      assertEquals(migrated, again.file().orElseThrow().migrated());
      for (Dialect age : Dialect.values()) {
        file.checksum(age, new org.genevent.diagnostic.Findings());
      }
    }
  }

  private static final List<String> TOKENS = List.of(
      "<",
      ">",
      "/",
      "</",
      "/>",
      "=",
      "?",
      "\"",
      "'",
      "\\",
      "\n",
      " ",
      "<!--",
      "-->",
      "/*",
      "*/",
      "//",
      "<?xml version=\"1.0\"?>",
      "<facility name=t>",
      "</facility>",
      "<event name=e>",
      "</event>",
      "<field name=f>",
      "</field>",
      "<struct>",
      "</struct>",
      "<uint size=4/>",
      "<uint>",
      "<string/>",
      "<enum size=1>",
      "<enum>",
      "</enum>",
      "<label name=A value=1/>",
      "<description>",
      "</description>",
      "<type name=t>",
      "</type>",
      "<typeref name=t/>",
      "<sequence size=2>",
      "<sequence>",
      "</sequence>",
      "<array size=4/>",
      "</array>",
      "<union>",
      "</union>",
      "per_trace",
      "network",
      "name=\"x\"",
      "size=short",
      "align=0",
      "0x10",
      "-1",
      "text",
      "\u00e9",
      "\0",
      "&lt;");

  private static String soup(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "<facility name=t>" : "");
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      text.append(TOKENS.get(random.nextInt(TOKENS.size())));
    }
    return text.append(random.nextBoolean() ? "</facility>" : "").toString();
  }

  private static String mutant(String sample, Random random) {
    List<Character> mutant = new ArrayList<>();
    for (char c : sample.toCharArray()) {
      mutant.add(c);
    }
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !mutant.isEmpty(); i++) {
      int at = random.nextInt(mutant.size());
      int end = Math.min(mutant.size(), at + random.nextInt(30));
      switch (random.nextInt(5)) {
        case 0 -> mutant.remove(at);
        case 1 -> {
          String token = TOKENS.get(random.nextInt(TOKENS.size()));
          for (int k = token.length() - 1; k >= 0; k--) {
            mutant.add(at, token.charAt(k));
          }
        }
        case 2 ->
          mutant.addAll(random.nextInt(mutant.size()), List.copyOf(mutant.subList(at, end)));
        case 3 ->
          mutant.subList(at, random.nextInt(20) == 0 ? mutant.size() : end).clear();
        default -> mutant.set(at, (char) random.nextInt(128));
      }
    }
    StringBuilder text = new StringBuilder();
    mutant.forEach(text::append);
    return text.toString();
  }
}
