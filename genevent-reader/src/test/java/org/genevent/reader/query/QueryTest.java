package org.genevent.reader.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShapes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions mean, and what is said of wrong ones. */
final class QueryTest {

  @TempDir
  private static Path directory;

  private static Path trace;

  @BeforeAll
  static void write() {
    trace = new QueryTrace()
        .order(-1, -5, "Ada", true, 0, 1.5, 1, -2)
        .order(5, 5, "Bob \"the\" *", false, 5, Double.NaN, 2, 3)
        .refund(-1, "too late", -1, 2, "4711", null)
        .refund(7, "Ada", 12, 0, null, "sorry")
        .write(directory.resolve("trace"));
  }

  private static List<Integer> matching(String text) {
    Findings findings = new Findings();
    List<Integer> found = QueryTrace.matching(trace, text, findings);
    assertEquals(List.of(), findings.list(), text);
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        // integers, with their sign
        "big == 18446744073709551615;        0",
        "big == -1;                          2",
        "big == 0xffffffffffffffff;          0",
        "big > 9223372036854775807;          0",
        "big < 0;                            2",
        "big >= 5;                           0 1 3",
        "small == -5;                        0",
        "small == - 5;                       0",
        "5 == small;                         1",
        "-5 < small;                         1",
        "big == small;                       1",
        "big != small;                       0",
        "small == 0b101;                     1",
        "big == 1_8446744073709551615;       0",
        // floating point numbers
        "price == 1.5;                       0",
        "price > 1;                          0",
        "price < 2;                          0",
        "price != 7;                         0 1",
        "price == price;                     0",
        "big > 6.5;                          0 3",
        "big == 5.0;                         1",
        "small > -5.5 and small < -4.5;      0",
        "price == .15e1;                     0",
        // texts
        "name == \"Ada\";                    0",
        "name == 'Ada';                      0",
        "name < 'B';                         0",
        "name =~ '*the*';                    1",
        "name =~ 'A?a';                      0",
        "name !~ 'A*';                       1",
        "name =~ '*\\*';                     1",
        "reason =~ 'too*';                   2",
        "name == \"Bob \\\"the\\\" *\";      1",
        "name == '\\x41\\u0064a';            0",
        // enumerations
        "level == 'MIDDLE';                  0",
        "level == 'TOP';                     1",
        "level == 'HIGH';                    1",
        "level != 'LOW';                     0 1 3",
        "level >= 'MIDDLE';                  0 1 3",
        "level > 'MIDDLE';                   1 3",
        "level < 'MIDDLE';                   2",
        "'MIDDLE' >= level;                  0 2",
        "level == 12;                        3",
        "level =~ 'M*';                      0",
        "level !~ 'M*';                      1 2 3",
        // truth values
        "paid;                               0",
        "not paid;                           1",
        "paid == true;                       0",
        "paid != true;                       1",
        "paid == 1;                          0",
        // structures, lists, variants, optionals
        "place.inner.y == 3;                 1",
        "place.x < 2;                        0",
        "marks[2] == 4;                      1",
        "items[1].price == 2;                0",
        "few[0] == 0;                        2",
        "few[1] >= 0;                        2",
        "few[2] >= 0;                        ",
        "by.card == '4711';                  2",
        "by.cash == 42;                      3",
        "exists(by.cash);                    3",
        "note =~ '*';                        3",
        "exists(note);                       3",
        "not exists(note);                   0 1 2",
        "exists(place);                      0 1",
        "exists(few);                        2 3",
        // contexts
        "$ctx.request == -1;                 2 3",
        "request > 0;                        0 1",
        "$common.tid == 7;                   0 1",
        "tid == 8;                           2 3",
        "$packet.cpu_id == 3;                0 1 2 3",
        "$fields.name == 'Ada';              0",
        // facts
        "$event == 'shop:order';             0 1",
        "event =~ '*:refund';                2 3",
        "$facility == 'shop' && stream =~ 'stream_?'; 0 1 2 3",
        "timestamp == 1700000000000000001;   0",
        "timestamp <= '2023-11-14T22:13:20.000000002Z'; 0 1",
        "$timestamp > '2023-11-14 22:13:20.000000003'; 3",
        // logic, with what is unknown of events without a field
        "name == 'Ada' or reason == 'Ada';   0 3",
        "not name == 'Ada';                  1",
        "not (name == 'Ada' and big == 3);   0 1 2 3",
        "not (name == 'Ada' and big != 3);   1",
        "name != 'Ada' or big == -1;         1 2",
        "not (name == 'Ada' or big == -1);   1",
        "name == 'Ada' || reason == 'Ada' && level == 12; 0 3",
        "(name == 'Ada' || reason == 'Ada') && level == 12; 3",
        "!paid && !(name == 'x');            1",
        "not not paid;                       0",
        "`name` == 'Ada';                    0",
      })
  void anExpressionMeans(String text, String expected) {
    List<Integer> numbers = expected == null || expected.isBlank()
        ? List.of()
        : Arrays.stream(expected.strip().split(" ")).map(Integer::valueOf).toList();
    assertEquals(numbers, matching(text.strip()), text);
  }

  private static Diagnostic finding(String text) {
    Findings findings = new Findings();
    QueryTrace.matching(trace, text, findings);
    assertEquals(1, findings.list().size(), () -> text + ": " + findings.list());
    return findings.list().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "; GE-QUERY-01; 1; empty",
        "big = 5; GE-QUERY-01; 5; ==",
        "big ==; GE-QUERY-01; 7; the end",
        "big == 5 name; GE-QUERY-01; 10; join conditions",
        "big == 5); GE-QUERY-01; 9; no '('",
        "(big == 5; GE-QUERY-01; 10; for the '(' at column 1",
        "name == 'Ada; GE-QUERY-01; 9; does not end",
        "name == 'a\\q'; GE-QUERY-01; 11; no escape",
        "1 < big < 3; GE-QUERY-01; 9; chained",
        "big == 99999999999999999999; GE-QUERY-01; 8; 64 bits",
        "big == -9223372036854775809; GE-QUERY-01; 8; 64 bits",
        "price == 1e999; GE-QUERY-01; 10; too large",
        "big == 12abc; GE-QUERY-01; 8; is no number",
        "big == 0x; GE-QUERY-01; 8; is no number",
        "name =~ Ada; GE-QUERY-01; 9; in quotes",
        "name like 'Ada'; GE-QUERY-01; 6; =~",
        "5; GE-QUERY-01; 2; a comparison",
        "big & 5; GE-QUERY-01; 5; &&",
        "and == 5; GE-QUERY-01; 1; `and`",
        "marks.1 == 5; GE-QUERY-01; 7; items[0]",
        "marks[-1] == 5; GE-QUERY-01; 7; number of an element",
        "$foo == 5; GE-QUERY-01; 1; $timestamp",
        "$ == 5; GE-QUERY-01; 1; a name is missing",
        "exists(5); GE-QUERY-01; 8; a field",
        "name == #; GE-QUERY-01; 9; means nothing",
        "nme == 'Ada'; GE-QUERY-02; 1; did you mean 'name'?",
        "big > 3 and plce.x == 1; GE-QUERY-02; 13; did you mean 'place.x'?",
        "place.z == 1; GE-QUERY-02; 1; did you mean 'place.x'?",
        "$ctx.name == 1; GE-QUERY-02; 1; there are $ctx.request",
        "qwertyuiop == 1; GE-QUERY-02; 1; there are big",
        "marks.x == 1; GE-QUERY-02; 1; no event has a field 'marks.x'",
        "name == 5; GE-QUERY-03; 6; in quotes",
        "big == 'five'; GE-QUERY-03; 5; is an integer",
        "place == 5; GE-QUERY-03; 7; is a structure",
        "big; GE-QUERY-03; 1; neither true nor false",
        "big =~ '5*'; GE-QUERY-03; 1; only texts",
        "level == 'MIDLE'; GE-QUERY-03; 10; did you mean 'MIDDLE'?",
        "level < 'X'; GE-QUERY-03; 9; there are LOW",
        "name == reason; GE-QUERY-03; 6; no event has both",
        "timestamp > 'yesterday'; GE-QUERY-03; 13; is no time",
        "1 == 'a'; GE-QUERY-03; 3; cannot be compared",
      })
  void aWrongExpressionIsNamedWithItsColumn(String text, String code, int column, String message) {
    Diagnostic finding = finding(text == null ? "" : text.strip());
    String shown = finding.format();
    assertTrue(shown.contains("--where:1:" + column + ": error: [" + code.strip() + "]"), shown);
    assertTrue(shown.contains(message.strip()), shown);
  }

  @Test
  void allWrongNamesComeInOneRun() {
    Findings findings = new Findings();
    QueryTrace.matching(trace, "a1 == 1 or b2 == 2 and not c3 =~ 'x'", findings);
    assertEquals(3, findings.errorCount(), findings.list().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "not ", "!", "((!"})
  void deepNestingIsRefused(String part) {
    String shown = finding(part.repeat(10_000) + "paid").format();
    assertTrue(shown.contains("deeper than 200 levels"), shown);
  }

  @Test
  void aLongExpressionIsReadAndAVeryLongOneRefused() {
    assertEquals(List.of(1), matching("big == 3 or ".repeat(5000) + "big == 5"));
    String shown = finding("big == 3 or ".repeat(6000) + "big == 5").format();
    assertTrue(shown.contains("limit is 65536"), shown);
    String digits = finding("big == " + "9".repeat(60_000)).format();
    assertTrue(digits.contains("64 bits") && digits.length() < 1000, digits);
  }

  @Test
  void whateverIsWrittenIsAnExpressionOrAFinding() {
    List<String> words = List.of(
        "big", "name", "place", ".", "[", "]", "0", "-", "1.5", "0x", "\"a\"", "'", "`", "==", "=",
        "!~", "(", ")", "and", "or", "not", "exists", "$ctx", "$event", "$", "true", "&", "\\", " ",
        "\ud83d", "é", "\n");
    long seed = Long.getLong("genevent.seed", new Random().nextLong());
    Random random = new Random(seed);
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      EventShapes shapes = EventShapes.of(reader, event -> true);
      reader.next();
      for (int i = 0; i < 20_000; i++) {
        StringBuilder text = new StringBuilder();
        for (int word = random.nextInt(12); word >= 0; word--) {
          text.append(words.get(random.nextInt(words.size())));
        }
        Findings findings = new Findings();
        boolean compiled = Query.compile(
                "--where", text.toString(), shapes, ZoneOffset.UTC, findings)
            .map(query -> query.matches(reader) || true)
            .orElse(false);
        assertTrue(compiled != findings.hasErrors(), () -> "-Dgenevent.seed=" + seed + " " + text);
        for (Diagnostic finding : findings.list()) {
          int column = ((Place.InFile) finding.place()).column();
          assertTrue(
              column >= 1 && column <= text.length() + 1,
              () -> "-Dgenevent.seed=" + seed + " " + text + " " + finding);
        }
      }
    }
  }
}
