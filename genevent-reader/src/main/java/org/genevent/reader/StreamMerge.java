package org.genevent.reader;

import java.util.List;
import org.genevent.reader.stream.EventStream;

/**
 * Merges streams by the time of their events; equal times by stream.
 *
 * <p>A tree of losers: each inner node keeps the stream that lost there, so that the next event costs one comparison for each
 * level. A stream that gives several events in a row is compared with the best of the others only.
 */
final class StreamMerge {

  private final EventStream[] streams;
  private final long[] times;
  private final boolean[] ended;
  private final int[] losers;
  private int winner;

  /** Up to where the winner goes on without the tree: the best of the others, if that is known. */
  private long limitNanos = Long.MIN_VALUE;

  private int limitIndex;
  private long nanos;
  private boolean started;

  StreamMerge(List<? extends EventStream> streams) {
    this.streams = streams.toArray(new EventStream[0]);
    this.times = new long[this.streams.length];
    this.ended = new boolean[this.streams.length];
    this.losers = new int[this.streams.length];
  }

  /** The stream with the next event, moved there; null if there is none. */
  EventStream next() {
    if (!started) {
      return start();
    }
    int moved = winner;
    EventStream stream = streams[moved];
    if (stream.next()) {
      long now = stream.timestampNanos();
      nanos = now;
      if (now < limitNanos || now == limitNanos && moved < limitIndex) {
        return stream;
      }
      times[moved] = now;
    } else {
      end(moved);
    }
    limitNanos = Long.MIN_VALUE;
    limitIndex = -1;
    replay(moved);
    if (winner == moved) {
      findLimit();
    }
    nanos = times[winner];
    return ended[winner] ? null : streams[winner];
  }

  private EventStream start() {
    started = true;
    int count = streams.length;
    if (count == 0) {
      return null;
    }
    for (int i = 0; i < count; i++) {
      if (streams[i].next()) {
        times[i] = streams[i].timestampNanos();
      } else {
        end(i);
      }
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
    }
    winner = count == 1 ? 0 : winners[1];
    findLimit();
    nanos = times[winner];
    return ended[winner] ? null : streams[winner];
  }

  /** The time of the event. */
  long nanos() {
    return nanos;
  }

  private void end(int index) {
    ended[index] = true;
    times[index] = Long.MAX_VALUE;
  }

  private boolean isBefore(int one, int other) {
    long mine = times[one];
    long its = times[other];
    if (mine != its) {
      return mine < its;
    }
    return ended[one] == ended[other] ? one < other : ended[other];
  }

  /** Plays the games of a stream again, up to the root. */
  private void replay(int index) {
    int best = index;
    long bestTime = times[index];
    for (int node = streams.length + index >> 1; node > 0; node >>= 1) {
      int loser = losers[node];
      long time = times[loser];
      // which of the two is first nobody can foresee: chosen without a jump, except for equal times
      boolean first = time < bestTime;
      if (time == bestTime) {
        first = isBefore(loser, best);
      }
      losers[node] = first ? best : loser;
      best = first ? loser : best;
      bestTime = first ? time : bestTime;
    }
    winner = best;
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
