package org.genevent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.reader.RepeatedPackets;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code genevent read} makes of its options, on the trace of the demonstration. */
class ReadCommandTest {

  @TempDir
  private static Path folder;

  private static Path trace;

  @BeforeAll
  static void demonstrate() throws IOException {
    trace = folder.resolve("shop");
    assertEquals(0, Call.run("demo", trace).status());
    // two of the streams are enough
    try (Stream<Path> files = Files.list(trace)) {
      List<Path> streams = files
          .filter(file -> file.getFileName().toString().startsWith("main_"))
          .sorted()
          .toList();
      for (Path stream : streams.subList(2, streams.size())) {
        Files.delete(stream);
      }
    }
  }

  private static Call read(Object... options) {
    return Call.run(Stream.concat(Stream.of("read", trace), Stream.of(options)).toArray());
  }

  private static long count(String event, Object... options) {
    return read(
            Stream.concat(Stream.of("--format", "count"), Stream.of(options)).toArray())
        .lines()
        .stream()
        .filter(line -> line.startsWith(event + " "))
        .mapToLong(line -> Long.parseLong(line.substring(event.length() + 1)))
        .sum();
  }

  private static List<String> json(Object... options) {
    return read(Stream.concat(Stream.of("--format", "json"), Stream.of(options)).toArray())
        .lines();
  }

  private static long nanos(String line) {
    return Long.parseLong(line.replaceAll(".*\"timestamp_ns\":(-?[0-9]+),.*", "$1"));
  }

  @Test
  void globsChooseEvents() {
    long accepted = count("shop:order_accepted");
    assertEquals(accepted, count("total", "--event", "shop:order_acc*"));
    assertEquals(
        count("total") - accepted,
        count("total", "--event", "shop", "--event", "!shop:order_accepted"));
    assertEquals(count("total") - accepted, count("total", "--event", "!*:order_accepted"));
  }

  @Test
  void aGlobThatNothingHasIsSaidAndIsNoError() {
    Call call = read("--format", "count", "--event", "shpo");
    assertEquals(0, call.status());
    assertTrue(call.err().contains("no event 'shpo'; did you mean 'shop'?"), call.err());
    assertTrue(call.out().startsWith("total 0\n"), call.out());
  }

  @Test
  void anExpressionChoosesEvents() {
    String first = json("--event", "*:order_accepted", "--limit", "1").get(0);
    String order = first.replaceAll(".*\"order_id\":([0-9]+),.*", "$1");
    assertEquals(List.of(first), json("--where", "order_id == " + order + " and exists(currency)"));
    long all = count("shop:order_accepted");
    long euro = count("total", "--where", "currency == 'EUR'");
    assertTrue(euro > 0 && euro < all);
    assertEquals(all - euro, count("total", "--where", "not currency == \"EUR\""));
    assertEquals(
        count("total", "--where", "$ctx.cashier =~ 'A*'"),
        count("total", "--where", "cashier == 'Ada'"));
  }

  @Test
  void anExpressionWithMistakesIsShownWithAMark() {
    Call call = read("--where", "currency == 'EUR' and ordr_id > 5");
    assertEquals(2, call.status());
    assertEquals("", call.out());
    assertTrue(call.err().endsWith("""
                --where:1:23: error: [GE-QUERY-02] no event has a field 'ordr_id'
                  fix: did you mean 'order_id'?
                  currency == 'EUR' and ordr_id > 5
                                        ^
                """), call.err());
  }

  @Test
  void timesChooseEvents() {
    List<String> all = json();
    long first = nanos(all.get(0));
    long last = nanos(all.get(all.size() - 1));
    long middle = nanos(all.get(all.size() / 2));
    long until = all.stream().filter(line -> nanos(line) <= middle).count();
    long from = all.stream().filter(line -> nanos(line) >= middle).count();
    assertEquals(until, count("total", "--end", middle + "ns"));
    assertEquals(from, count("total", "--begin", middle + "ns"));
    assertEquals(until, count("total", "--end", "+" + (middle - first) + "ns"));
    assertEquals(from, count("total", "--begin", "-" + (last - middle) + "ns"));
    String date = read("--limit", "1", "--begin", middle + "ns").out().split(" ")[0];
    assertEquals(from, count("total", "--begin", date));
    // a time without a date is one of the day on which the trace begins, which may end in the
    // middle of it
    if (read("--limit", "1").out().startsWith(date.substring(0, 10))) {
      assertEquals(from, count("total", "--begin", date.substring(11, date.length() - 1)));
    }
    assertEquals(until, count("total", "--end", date.replace("Z", ""), "--time-zone", "UTC"));
  }

  @Test
  void clockFormsTellTheSameTime() {
    long nanos = nanos(json("--limit", "1").get(0));
    String seconds = nanos / 1_000_000_000 + "." + Long.toString(nanos).substring(10);
    assertTrue(read("--limit", "1", "--clock", "ns").out().startsWith(nanos + " "));
    assertTrue(read("--limit", "1", "--clock", "seconds").out().startsWith(seconds + " "));
    String zoned = read("--limit", "1", "--time-zone", "+05:30").out().split(" ")[0];
    assertTrue(zoned.endsWith("+05:30"), zoned);
    assertEquals(1, json("--limit", "1", "--begin", zoned, "--end", zoned).size());
    String both = json("--limit", "1", "--clock", "seconds").get(0);
    assertTrue(both.startsWith("{\"timestamp_ns\":" + nanos + ",\"timestamp\":\"" + seconds), both);
  }

  @Test
  void onlyChosenFieldsAreShown() {
    String line = json(
            "--fields",
            "order_id,lines[1].pieces,$ctx.cashier",
            "--event",
            "shop:order_lines",
            "--where",
            "lines[1].pieces > 0",
            "--limit",
            "1")
        .get(0);
    assertTrue(
        line.matches(".*\"context\":\\{\"cashier\":\"[^\"]+\"},\"fields\":"
            + "\\{\"order_id\":[0-9]+,\"lines\":\\[\\{\"pieces\":[0-9]+}]}}"),
        line);
    Call wrong = read("--fields", "order_id,curency");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("did you mean 'currency'?"), wrong.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--begin,yesterday,is no time",
    "--begin,1700000000123456789,1700000000123456789ns",
    "--time-zone,Atlantis,is no time zone",
    "--limit,-1,not negative",
    "--clock,minutes,CYCLES"
  })
  void wrongValuesAreNamed(String option, String value, String message) {
    Call call = read(option, value);
    assertEquals(2, call.status());
    assertEquals("", call.out());
    assertTrue(call.err().contains(message), call.err());
    assertTrue(call.err().lines().count() <= 4, call.err());
  }

  @Test
  void anEndInFrontOfTheBeginningIsWrongUsage() {
    Call call = read("--begin", "+2s", "--end", "+1s");
    assertEquals(2, call.status());
    assertTrue(call.err().contains("'+1s' is before --begin '+2s'"), call.err());
  }

  @Test
  void strictEndsAtTheFirstDamage() throws IOException {
    Path damaged = folder.resolve("damaged");
    Files.createDirectories(damaged);
    try (Stream<Path> files = Files.list(trace)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (file.getFileName().toString().startsWith("main_")) {
          bytes[0] ^= 1;
        }
        Files.write(damaged.resolve(file.getFileName()), bytes);
      }
    }
    Call past = Call.run("read", "--format", "count", damaged);
    Call strict = Call.run("read", "--format", "count", "--strict", damaged);
    assertEquals(1, past.status());
    assertEquals(1, strict.status());
    assertTrue(past.err().lines().count() > 2, past.err());
    assertEquals(2, strict.err().lines().count(), strict.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "count", "babeltrace"})
  void packetsThatAreThereAgainAreSaidOnceAStream(String format) throws IOException {
    Path demo = DemoTrace.get();
    assertEquals("", Call.run("read", "--format", format, demo).err());
    Path copy = Files.createDirectories(folder.resolve("again-" + format));
    Path stream = DemoTrace.streams().get(0).getFileName();
    byte[] bytes = Files.readAllBytes(demo.resolve(stream));
    Files.copy(demo.resolve("metadata"), copy.resolve("metadata"));
    Files.write(copy.resolve(stream), bytes);
    long packets = repeatedPackets(copy);
    assertEquals(0, packets);
    Files.write(copy.resolve(stream), bytes, StandardOpenOption.APPEND);
    assertTrue(repeatedPackets(copy) > 0);
    Call call = Call.run("read", "--format", format, copy);
    assertEquals(0, call.status(), call.err());
    assertTrue(
        call.err()
            .matches(
                "genevent: .*" + stream + ": not in order, or there again: [0-9]+ packets?\\R"),
        call.err());
  }

  private static long repeatedPackets(Path trace) {
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      while (reader.next()) {
        // to the end
      }
      return RepeatedPackets.of(reader).stream()
          .mapToLong(RepeatedPackets::packets)
          .sum();
    }
  }

  @Test
  void everyFormatOfLinesShowsChosenFieldsOnly() {
    for (String format : List.of("text", "json", "babeltrace", "lttv")) {
      List<String> lines = read(
              "--format",
              format,
              "--event",
              "*:order_accepted",
              "--fields",
              "order_id",
              "--limit",
              "2")
          .lines();
      assertEquals(2, lines.size(), lines.toString());
      assertTrue(lines.get(1).contains("order_id"), lines.get(1));
      assertTrue(
          !lines.get(1).contains("currency") && !lines.get(1).contains("cashier"), lines.get(1));
    }
  }

  @Test
  void aTableIsOfOneKindOfEvent() {
    List<String> rows = read(
            "--format", "csv", "--event", "*:order_accepted", "--fields", "order_id,currency")
        .lines();
    assertEquals(count("shop:order_accepted") + 1, rows.size());
    assertEquals("order_id,currency", rows.get(0));
    assertTrue(rows.get(1).matches("[0-9]+,[A-Z]{3}"), rows.get(1));
    Call several = read("--format", "csv", "--event", "*:order_*");
    assertEquals(2, several.status());
    assertEquals("", several.out());
    assertTrue(several.err().contains("here are 3: shop:order_accepted"), several.err());
    assertTrue(several.err().contains("--out DIR"), several.err());
  }

  @Test
  void tablesOfAllKindsGoIntoFiles() throws IOException {
    Path out = folder.resolve("tables");
    Call call = read("--format", "csv", "--out", out, "--clock", "ns");
    assertEquals(0, call.status(), call.err());
    long rows = 0;
    for (String line : call.lines()) {
      String[] words = line.split(" ");
      Path file = Path.of(words[0]);
      assertEquals(out, file.getParent());
      long own = Files.readString(file).split("\r\n").length - 1;
      assertEquals(Long.parseLong(words[1]), own, line);
      rows += own;
    }
    assertEquals(count("total"), rows);
    Path idle = out.resolve("shop.idle.csv");
    String before = Files.readString(idle);
    Files.delete(out.resolve("shop.order_paid.csv"));
    Call again = read("--format", "csv", "--out", out);
    assertEquals(1, again.status());
    assertTrue(again.err().contains("a file is in the way"), again.err());
    assertEquals("", again.out());
    assertEquals(before, Files.readString(idle));
    assertTrue(Files.notExists(out.resolve("shop.order_paid.csv")), "nothing half is left");
  }

  @Test
  void statisticsAgreeWithCounts() {
    List<String> counted = read("--format", "count").lines();
    String text = String.join("\n", read("--stats").lines());
    String json = read("--stats", "--format", "json").lines().get(0);
    for (String line : counted) {
      String[] words = line.split(" ");
      if (words[0].startsWith("shop:")) {
        assertTrue(
            text.lines().anyMatch(row -> row.matches(words[0] + " +" + words[1] + " .*")), text);
        assertTrue(
            json.contains("{\"name\":\"" + words[0] + "\",\"count\":" + words[1] + ","), json);
      }
    }
    assertTrue(json.contains("\"lost_events\":0,\"missing_packets\":0"), json);
  }

  @ParameterizedTest
  @CsvSource({
    "--format count --fields order_id",
    "--format count --clock ns",
    "--stats --fields order_id",
    "--stats --format csv",
    "--stats --format count",
    "--format json --out x",
    "--clock ns --time-zone UTC",
    "--format lttv --clock seconds",
    "--format lttv --time-zone UTC",
    "--format count --time-zone UTC"
  })
  void optionsThatWouldDoNothingAreWrongUsage(String line) {
    Call call = read((Object[]) line.split(" "));
    assertEquals(2, call.status(), call.toString());
    assertEquals("", call.out());
  }
}
