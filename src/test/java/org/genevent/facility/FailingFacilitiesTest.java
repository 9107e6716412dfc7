package org.genevent.facility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.check.OldTolerance;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.diagnostic.Severity;
import org.genevent.golden.Golden;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.xml.Dialect;
import org.genevent.xml.FacilityReader;
import org.genevent.xml.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corpus of facility files with something wrong, in {@code src/test/resources/failing}. Beside each stands what is
 * found: a line {@code line:column CODE} for each finding, by position, with {@code tolerated} behind it where leniency made
 * an error a warning. A new case is two new files.
 */
class FailingFacilitiesTest {

  private static final String FOLDER = "src/test/resources/failing/";

  /** A file that is to be laid out by the rule of LTT says so. */
  private static final String LTT = "<!-- layout: ltt -->";

  /** The beginnings of the codes that facility files can have; other sources have corpora of their own. */
  private static final Set<String> GROUPS = Set.of(
      "NAME",
      "ID",
      "TYPE",
      "PAIR",
      "CONTEXT",
      "DURATION",
      "EVENT",
      "FACILITY",
      "LAYOUT",
      "XML",
      "OLD");

  /** A file that is to be read in a certain dialect, or leniently, says so, too: {@code read: seed lenient}. */
  private static final Pattern READ = Pattern.compile("read: ([a-z ]+) \\*/");

  private static Stream<Path> files() {
    Path folder = Golden.root().resolve(FOLDER);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".xml"))
          .sorted()
          .map(folder::relativize)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Path> oldFiles() {
    return files().filter(file -> file.toString().startsWith("old_"));
  }

  static List<Diagnostic> findings(Path name) {
    try {
      byte[] bytes = Files.readAllBytes(Golden.root().resolve(FOLDER).resolve(name));
      boolean ltt = new String(bytes, StandardCharsets.ISO_8859_1).contains(LTT);
      Findings findings = new Findings();
      ReadOptions options = options(new String(bytes, StandardCharsets.ISO_8859_1));
      if (options.lenient()) {
        OldTolerance.READING.applyTo(findings);
      }
      Optional<Facility> facility = FacilityReader.read(name.toString(), bytes, options, findings);
      facility.ifPresent(read -> FacilityChecks.check(
          read, ltt ? LayoutRule.LTT : LayoutRule.NATURAL, List.of(Abi.JAVA), findings));
      return findings.list();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReadOptions options(String text) {
    Matcher read = READ.matcher(text);
    List<String> words = read.find() ? List.of(read.group(1).split(" ")) : List.of();
    Optional<Dialect> dialect =
        words.stream().map(Dialect::named).flatMap(Optional::stream).findFirst();
    return ReadOptions.of(dialect, words.contains("lenient"));
  }

  /** A finding that leniency made a warning says so. */
  private static String code(Diagnostic finding) {
    boolean tolerated = finding.severity() != finding.code().severity();
    return finding.code().id() + (tolerated ? " tolerated" : "");
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReportedAsExpected(Path file) {
    List<Diagnostic> findings = findings(file);
    assertTrue(!findings.isEmpty(), "nothing was found");
    String lines = findings.stream()
        .sorted(Comparator.comparingInt((Diagnostic finding) -> place(finding).line())
            .thenComparingInt(finding -> place(finding).column())
            .thenComparing(Diagnostic::code))
        .map(finding ->
            place(finding).line() + ":" + place(finding).column() + " " + code(finding) + "\n")
        .collect(Collectors.joining());
    String expected = file.toString().replaceFirst("\\.xml$", ".expected");
    try {
      Golden.checkTracked(FOLDER + expected, lines);
    } catch (AssertionError different) {
      String texts = findings.stream().map(Diagnostic::format).collect(Collectors.joining("\n"));
      throw new AssertionError(different.getMessage() + "\n\nWhat was found:\n" + texts, different);
    }
  }

  /** The original named the rule at best. */
  @ParameterizedTest
  @MethodSource("oldFiles")
  void everyErrorOfAnOldFileSaysTheRuleOrTheFix(Path file) {
    List<String> bare = findings(file).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> finding.rule().isEmpty() && finding.fix().isEmpty())
        .map(Diagnostic::format)
        .toList();
    assertEquals(List.of(), bare);
  }

  /** What the original took in silence is a warning with a fix. */
  @ParameterizedTest
  @MethodSource("oldFiles")
  void everyWarningAboutAnOldFileSaysTheFix(Path file) {
    List<String> bare = findings(file).stream()
        .filter(finding -> finding.severity() == Severity.WARNING)
        // leniency makes a warning of an error, whose rule may say all there is
        .filter(finding -> finding.code().severity() == Severity.WARNING)
        .filter(finding -> finding.fix().isEmpty())
        .map(Diagnostic::format)
        .toList();
    assertEquals(List.of(), bare);
  }

  private static Place.InFile place(Diagnostic finding) {
    return (Place.InFile) finding.place();
  }

  @Test
  void everyCodeOfAFacilityFileHasACase() {
    Set<String> seen = new TreeSet<>();
    files()
        .forEach(
            file -> findings(file).forEach(finding -> seen.add(finding.code().id())));
    Set<String> wanted = codes();
    // it takes two files; see below
    wanted.remove(DiagnosticCode.FACILITY_DUPLICATE.id());
    // it takes a question for the checksum
    wanted.remove(DiagnosticCode.OLD_CHECKSUM.id());
    wanted.removeAll(seen);
    assertEquals(Set.of(), wanted, "codes without a case in " + FOLDER);
  }

  @Test
  void everyCodeOfAFacilityFileIsDocumented() throws IOException {
    String page = Files.readString(Golden.root().resolve("docs/diagnostics.md"));
    Set<String> missing = codes();
    missing.removeIf(code -> page.contains("\n| " + code + " |"));
    assertEquals(Set.of(), missing, "codes without a row in docs/diagnostics.md");
  }

  private static Set<String> codes() {
    return Arrays.stream(DiagnosticCode.values())
        .map(DiagnosticCode::id)
        .filter(id -> GROUPS.contains(id.split("-")[1]))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aFacilityThatIsGivenTwiceIsFoundOnce() {
    byte[] bytes =
        "<facility name='shop'>\n<event name='order'/></facility>".getBytes(StandardCharsets.UTF_8);
    Findings findings = new Findings();
    Facility first = FacilityReader.read("a.xml", bytes, findings).orElseThrow();
    Facility second = FacilityReader.read("b.xml", bytes, findings).orElseThrow();
    FacilityChecks.check(List.of(first, second), LayoutRule.NATURAL, List.of(Abi.JAVA), findings);
    assertEquals(1, findings.list().size());
    assertEquals("""
        b.xml:1:11: error: [GE-FACILITY-03] the facility 'shop' is given twice
          the first is at a.xml:1:11
          fix: leave one out, or give one another name or arch""", findings.list().get(0).format());
  }
}
