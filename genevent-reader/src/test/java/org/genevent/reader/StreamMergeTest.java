package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.genevent.reader.stream.EventStream;
import org.junit.jupiter.api.Test;

/** Merging streams of any times, held against a look at all of them for each event. */
class StreamMergeTest {

  private static final long EDGE = 1L << 50;

  /** A stream of times; what comes next is known as often as batches would have it. */
  private static final class Times {
    final long[] times;
    final int knownAhead;
    int at = -1;

    Times(long[] times, int knownAhead) {
      this.times = times;
      this.knownAhead = knownAhead;
    }

    EventStream stream() {
      return (EventStream) Proxy.newProxyInstance(
          Times.class.getClassLoader(),
          new Class<?>[] {EventStream.class},
          (proxy, method, arguments) -> switch (method.getName()) {
            case "next" -> ++at < times.length;
            case "advance" -> {
              at++;
              yield null;
            }
            case "upcomingNanos" -> upcoming();
            case "timestampNanos" -> times[at];
            default -> throw new AssertionError(method);
          });
    }

    long upcoming() {
      int next = at + 1;
      return next >= times.length || next % knownAhead == 0
          ? EventStream.UNKNOWN_NANOS
          : times[next];
    }
  }

  private static List<String> expected(List<Times> streams) {
    int[] at = new int[streams.size()];
    List<String> events = new ArrayList<>();
    while (true) {
      int first = -1;
      for (int i = 0; i < at.length; i++) {
        if (at[i] < streams.get(i).times.length
            && (first < 0 || streams.get(i).times[at[i]] < streams.get(first).times[at[first]])) {
          first = i;
        }
      }
      if (first < 0) {
        return events;
      }
      events.add(first + " " + streams.get(first).times[at[first]++]);
    }
  }

  private static List<String> merged(List<Times> all, Random random) {
    List<EventStream> streams = all.stream().map(Times::stream).toList();
    StreamMerge merge = new StreamMerge(streams);
    assertNull(merge.current());
    List<String> events = new ArrayList<>();
    EventStream next;
    while ((next = merge.next()) != null) {
      int index = identity(streams, next);
      assertSame(next, merge.current());
      Times stream = all.get(index);
      assertEquals(stream.times[stream.at], merge.nanos());
      events.add(index + " " + merge.nanos());
      // as readers do: what comes before the others needs no merge
      while (random.nextInt(4) > 0
          && stream.upcoming() != EventStream.UNKNOWN_NANOS
          && stream.upcoming() < merge.limitNanos()) {
        stream.at++;
        events.add(index + " " + stream.times[stream.at]);
      }
    }
    assertNull(merge.next());
    assertNull(merge.current());
    return events;
  }

  private static int identity(List<EventStream> streams, EventStream one) {
    for (int i = 0; i < streams.size(); i++) {
      if (streams.get(i) == one) {
        return i;
      }
    }
    throw new AssertionError("a stream of somebody else");
  }

  private static void check(
      Random random, int streams, int most, boolean sorted, LongSupplier times) {
    List<Times> all = new ArrayList<>();
    for (int i = 0; i < streams; i++) {
      long[] some = LongStream.generate(times).limit(random.nextInt(most + 1)).toArray();
      if (sorted) {
        Arrays.sort(some);
      }
      all.add(new Times(some, 1 + random.nextInt(5)));
    }
    List<String> expected = expected(all);
    assertEquals(expected, merged(all, random));
  }

  @Test
  void eventsComeByTimeAndThenByStream() {
    Random random = new Random(1);
    for (int round = 0; round < 400; round++) {
      int streams = random.nextInt(40);
      long begin = random.nextLong();
      check(random, streams, 30, round % 4 > 0, () -> begin + random.nextInt(50));
    }
  }

  @Test
  void hundredsOfStreamsAreMergedAlike() {
    Random random = new Random(3);
    for (int streams : new int[] {63, 64, 65, 255, 256, 257, 700}) {
      check(random, streams, 12, true, () -> random.nextInt(1000));
    }
  }

  @Test
  void timesMayLieAsFarFromEachOtherAsTheyWant() {
    Random random = new Random(2);
    long[] ends = {Long.MIN_VALUE, -EDGE, 0, EDGE, Long.MAX_VALUE};
    for (int round = 0; round < 400; round++) {
      check(random, random.nextInt(20), 30, round % 4 > 0, random::nextLong);
      check(
          random,
          random.nextInt(20),
          30,
          round % 4 > 0,
          () -> ends[random.nextInt(ends.length)] + random.nextInt(5) - 2);
      check(random, 1024, 3, true, () -> random.nextInt(9) * (EDGE - 1));
    }
  }

  @Test
  void wildTimesCostNoMoreThanTheirOrder() {
    Random random = new Random(3);
    check(random, 1000, 20, false, random::nextLong);
    check(random, 3, 5000, false, random::nextLong);
  }
}
