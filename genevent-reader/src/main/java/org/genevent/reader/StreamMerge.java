package org.genevent.reader;

import java.util.List;
import org.genevent.reader.stream.EventStream;

/**
 * Merges streams by the time of their events; equal times by stream.
 *
 * <p>A tree of losers: each inner node keeps the stream that lost there, so that the next event costs one comparison for each
 * level. A stream that gives several events in a row is compared with the best of the others only.
 *
 * <p>With many streams most of what one is asked for lies far away in memory. So the time of the event behind the current one is
 * asked for as soon as that is given: when its turn comes, it is here.
 */
final class StreamMerge {

  /** Times beyond this, of either sign, are equal to it for the games, so that differences fit in a long. */
  private static final long FAR_NANOS = 1L << 61;

  /** What an ended stream plays with: behind every time. */
  private static final long ENDED = 1L << 62;

  /** The limit of a stream that has to ask the others each time: no time comes before it. */
  static final long NO_LIMIT = Long.MIN_VALUE;

  private final EventStream[] streams;
  private final long[] times;
  private final boolean[] ended;

  /** The times of the events behind the current ones, where they are known. */
  private final long[] upcoming;

  /** Of each inner node, who lost there, and with what. */
  private final int[] losers;

  private final long[] keys;
  private int winner;

  /** Up to where the winner goes on without the tree: the best of the others, if that is known. */
  private long limitNanos = NO_LIMIT;

  private int limitIndex;
  private long nanos;
  private boolean started;

  StreamMerge(List<? extends EventStream> streams) {
    this.streams = streams.toArray(new EventStream[0]);
    int count = this.streams.length;
    this.times = new long[count];
    this.ended = new boolean[count];
    this.upcoming = new long[count];
    this.losers = new int[count];
    this.keys = new long[count];
  }

  /**
   * The stream with the next event, moved there; null if there is none.
   *
   * <p>It is one method on purpose: what compilers of virtual machines take for too large (HotSpot 325 bytes) they leave where it is.
   * Else all of reading files ends up in the machine code of {@link TraceReader#next}, which is too large then to become part of
   * the loops of those who read.
   */
  EventStream next() {
    if (!started) {
      return start();
    }
    int moved = winner;
    EventStream stream = streams[moved];
    // with a limit it may have gone on by itself
    long now = limitNanos == NO_LIMIT ? upcoming[moved] : stream.upcomingNanos();
    if (now != EventStream.UNKNOWN_NANOS) {
      stream.advance();
      upcoming[moved] = stream.upcomingNanos();
    } else if (stream.next()) {
      now = stream.timestampNanos();
      upcoming[moved] = stream.upcomingNanos();
    } else {
      now = Long.MAX_VALUE;
      ended[moved] = true;
      upcoming[moved] = EventStream.UNKNOWN_NANOS;
    }
    if (now < limitNanos || now == limitNanos && moved < limitIndex && !ended[moved]) {
      nanos = now;
      return stream;
    }
    times[moved] = now;
    limitNanos = NO_LIMIT;
    // its games are played again, up to the root; which of two is first nobody can foresee, so
    // winner and loser change places
    // by masks instead of jumps
    int best = moved;
    long bestKey = key(moved);
    for (int node = streams.length + moved >> 1; node > 0; node >>= 1) {
      int loser = losers[node];
      long difference = keys[node] - bestKey;
      long swap = difference >> Long.SIZE - 1;
      if (difference == 0) {
        swap = isBefore(loser, best) ? -1 : 0;
      }
      int change = (best ^ loser) & (int) swap;
      losers[node] = loser ^ change;
      best ^= change;
      long other = difference & swap;
      keys[node] -= other;
      bestKey += other;
    }
    winner = best;
    if (best == moved) {
      findLimit();
    }
    nanos = times[best];
    return ended[best] ? null : streams[best];
  }

  private EventStream start() {
    started = true;
    int count = streams.length;
    if (count == 0) {
      return null;
    }
    for (int i = 0; i < count; i++) {
      step(i);
    }
    // the winners of each game, from the leaves to the root
    int[] winners = new int[2 * count];
    for (int i = 0; i < count; i++) {
      winners[count + i] = i;
    }
    for (int node = count - 1; node > 0; node--) {
      int left = winners[2 * node];
      int right = winners[2 * node + 1];
      boolean first = isBefore(left, right);
      winners[node] = first ? left : right;
      losers[node] = first ? right : left;
      keys[node] = key(losers[node]);
    }
    winner = count == 1 ? 0 : winners[1];
    findLimit();
    nanos = times[winner];
    return ended[winner] ? null : streams[winner];
  }

  /** Moves a stream for which nobody knows what comes next. */
  private void step(int index) {
    EventStream stream = streams[index];
    if (stream.next()) {
      times[index] = stream.timestampNanos();
      upcoming[index] = stream.upcomingNanos();
    } else {
      ended[index] = true;
      times[index] = Long.MAX_VALUE;
      upcoming[index] = EventStream.UNKNOWN_NANOS;
    }
  }

  /** Up to where, without it, the stream of the current event may be moved on by others, or {@link #NO_LIMIT}. */
  long limitNanos() {
    return limitNanos;
  }

  /** The time of the event. */
  long nanos() {
    return nanos;
  }

  private boolean isBefore(int one, int other) {
    long mine = times[one];
    long its = times[other];
    if (mine != its) {
      return mine < its;
    }
    return ended[one] == ended[other] ? one < other : ended[other];
  }

  private long key(int index) {
    return ended[index] ? ENDED : Math.max(-FAR_NANOS, Math.min(FAR_NANOS, times[index]));
  }

  /** The best of the others lost to the winner. */
  private void findLimit() {
    int best = -1;
    for (int node = streams.length + winner >> 1; node > 0; node >>= 1) {
      if (best < 0 || isBefore(losers[node], best)) {
        best = losers[node];
      }
    }
    boolean alone = best < 0 || ended[best];
    limitNanos = alone ? Long.MAX_VALUE : times[best];
    limitIndex = alone ? Integer.MAX_VALUE : best;
  }
}
