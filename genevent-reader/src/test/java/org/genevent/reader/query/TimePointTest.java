package org.genevent.reader.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people write them, and globs. */
final class TimePointTest {

  /** 2023-11-14T22:13:20.000000001Z, in Berlin an hour before midnight. */
  private static final long FIRST = 1_700_000_000_000_000_001L;

  private static final long LAST = FIRST + 60_000_000_000L;

  private static long nanos(String text, String zone) {
    return TimePoint.parse(text, ZoneId.of(zone)).orElseThrow().nanos(() -> FIRST, () -> LAST);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-11-14T22:13:20.000000001Z,UTC,1700000000000000001",
    "2023-11-14T23:13:20.000000001+01:00,UTC,1700000000000000001",
    "2023-11-14T23:13:20+01,UTC,1700000000000000000",
    "2023-11-14T22:13:20,UTC,1700000000000000000",
    "2023-11-14T23:13:20,Europe/Berlin,1700000000000000000",
    "2023-11-14 22:13:20.5,UTC,1700000000500000000",
    "2023-11-14T22:13,UTC,1699999980000000000",
    "2023-11-14,UTC,1699920000000000000",
    "2023-11-14,Europe/Berlin,1699916400000000000",
    "1700000000,UTC,1700000000000000000",
    "1700000000.000000001,UTC,1700000000000000001",
    "1700000000000000001ns,UTC,1700000000000000001",
    "1700000000000ms,UTC,1700000000000000000",
    "22:13:20.000000001,UTC,1700000000000000001",
    "23:13:20,Europe/Berlin,1700000000000000000",
    "00:00,UTC,1699920000000000000",
    "+1.5s,UTC,1700000001500000001",
    "+1.5,UTC,1700000001500000001",
    "+.5ms,UTC,1700000000000500001",
    "+1min,UTC,1700000060000000001",
    "-10s,UTC,1700000050000000001",
    "-1h,UTC,1699996460000000001",
    "-0,UTC,1700000060000000001",
    "+9223372036s,UTC,9223372036854775807"
  })
  void aTimeIs(String text, String zone, long expected) {
    assertEquals(expected, nanos(text, zone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "-",
        "now",
        "1700000000123456789",
        "99999999999999999999ns",
        "2023-13-01",
        "2023-11-14T25:00",
        "24:61",
        "1e9",
        "+1.5 s",
        "+1.5d",
        "++1",
        "9999-12-31T00:00Z"
      })
  void otherTextsAreNoTime(String text) {
    assertTrue(TimePoint.parse(text, ZoneId.of("UTC")).isEmpty(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "shop:order, shop:order, true",
    "shop, shop:order, true",
    "sh*, shop:order, true",
    "shop:*, shop:order, true",
    "*:order, shop:order, true",
    "order, shop:order, false",
    "shop:o?der, shop:order, true",
    "shop:order, shop:orders, false",
    "!shop, shop:order, false",
    "!shop, jvm:gc, true",
    "shop !shop:order, shop:order, false",
    "shop !shop:order, shop:paid, true",
    "!shop shop:order, shop:order, true",
    "sched_*, sched_switch, true",
    "sched_*, irq, false",
    "lttng:a:b, lttng:a:b, true",
    "'', shop:order, true"
  })
  void globsTake(String globs, String event, boolean taken) {
    List<String> texts = globs.isEmpty() ? List.of() : List.of(globs.split(" "));
    assertEquals(taken, new EventGlobs(texts).take(event));
  }

  @Test
  void aHostilePatternTakesNoLongerThanTheProductOfTheLengths() {
    assertTrue(!new Glob("*a".repeat(2000) + "b").matches("a".repeat(20_000)));
  }
}
