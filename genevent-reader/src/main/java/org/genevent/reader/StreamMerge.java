package org.genevent.reader;

import java.util.Arrays;
import java.util.List;
import org.genevent.reader.stream.EventStream;

/**
 * Merges streams by the time of their events; equal times by stream.
 *
 * <p>A tree of games of four: each node keeps who won among the four below. When a stream goes on, only the games above it are
 * played again, each against the best of three others, who are known before its own result is; so what has to wait for the game
 * below is one comparison, and there are half as many games as with two in each. A stream that gives several events in a row is
 * compared with the best of the others only.
 *
 * <p>A node is one number, so that comparing two is subtracting them: the time, counted from a base, in its upper bits, and the
 * stream in its lower ones. Times that are too far from the base for that play as if they were at the edge; when one of those wins,
 * the base moves there, and all games are played again; if that happens too often, {@link WideMerge} goes on.
 *
 * <p>With many streams most of what one is asked for lies far away in memory. So the time of the event behind the current one is
 * asked for as soon as that is given: when its turn comes, it is here.
 */
final class StreamMerge {

  /** The bits of a node, less than those of a number so that differences of two fit in one. */
  private static final int NODE_BITS = 60;

  /** With which an ended stream plays: behind every time. */
  private static final long ENDED = 1L << NODE_BITS + 1;

  /** With which a leaf without a stream plays: behind all. */
  private static final long NOBODY = ENDED | ENDED >> 1;

  /** How often the base moves: each time costs as much as there are streams. */
  private static final int MOST_MOVES = 1000;

  /** The limit of a stream that has to ask the others each time: no time comes before it. */
  static final long NO_LIMIT = Long.MIN_VALUE;

  private final EventStream[] streams;

  /** How many bits of a node say the stream, and all of them set. */
  private final int streamBits;

  private final int streamMask;

  /** The distance from the base that times do not reach which a node can say. */
  private final long edgeNanos;

  /** The times of the events behind the current ones, where they are known. */
  private final long[] upcoming;

  /** Who won at each node. The root has the number 1, the four that play for a node its number times four, and the next ones. */
  private final long[] nodes;

  /** How many leaves there are, a power of four, which is also the number of the first. */
  private final int leaves;

  private final boolean[] ended;
  private int winner;

  /** What times are counted from, and what lies at the edges or beyond. */
  private long baseNanos;

  private long lowNanos;
  private long highNanos;

  /** Up to where the winner goes on without the tree: the best of the others, if that is known. */
  private long limit = Long.MIN_VALUE;

  private long limitNanos = NO_LIMIT;
  private long nanos;

  /** False before the first event, and once others merge. */
  private boolean playing;

  private int moves;
  private WideMerge others;

  StreamMerge(List<? extends EventStream> streams) {
    this.streams = streams.toArray(new EventStream[0]);
    int count = this.streams.length;
    this.streamBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, count - 1));
    this.streamMask = (1 << streamBits) - 1;
    this.edgeNanos = 1L << NODE_BITS - streamBits;
    this.upcoming = new long[count];
    this.leaves = leaves(count);
    this.nodes = new long[2 * leaves];
    this.ended = new boolean[count];
  }

  /**
   * The stream with the next event, moved there; null if there is none.
   *
   * <p>It is one method on purpose: what compilers of virtual machines take for too large (HotSpot 325 bytes) they leave where it is.
   * Else all of reading files ends up in the machine code of {@link TraceReader#next}, which is too large then to become part of
   * the loops of those who read.
   */
  EventStream next() {
    if (!playing) {
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
      ended[moved] = true;
      upcoming[moved] = EventStream.UNKNOWN_NANOS;
    }
    long best = now > lowNanos && now < highNanos && !ended[moved]
        ? now - baseNanos << streamBits | moved
        : node(moved, now);
    if (best < limit) {
      nanos = baseNanos + (best >> streamBits);
      return stream;
    }
    limit = Long.MIN_VALUE;
    limitNanos = NO_LIMIT;
    // its games are played again, up to the root
    for (int node = leaves + moved; node > 1; node >>= 2) {
      nodes[node] = best;
      best = first(best, bestBeside(node));
    }
    winner = (int) best & streamMask;
    long delta = best >> streamBits;
    if (delta >= edgeNanos || delta <= -edgeNanos) {
      return farther();
    }
    if (winner == moved) {
      findLimit();
    }
    nanos = baseNanos + delta;
    return streams[winner];
  }

  /** The best of the three that a node plays against. */
  private long bestBeside(int node) {
    return first(first(nodes[node ^ 1], nodes[node ^ 2]), nodes[node ^ 3]);
  }

  /** Which of two is first nobody can foresee, so it is chosen by a mask instead of a jump. */
  private static long first(long one, long other) {
    long difference = one - other;
    return other + (difference & difference >> Long.SIZE - 1);
  }

  /** The least power of four that is not below a number. */
  private static int leaves(int count) {
    int leaves = 1;
    while (leaves < count) {
      leaves <<= 2;
    }
    return leaves;
  }

  private EventStream start() {
    if (others != null) {
      return nextOfOthers();
    } else if (streams.length == 0) {
      return null;
    }
    playing = true;
    for (int i = 0; i < streams.length; i++) {
      ended[i] = !streams[i].next();
      upcoming[i] = ended[i] ? EventStream.UNKNOWN_NANOS : streams[i].upcomingNanos();
    }
    return playAll();
  }

  /** With what a stream plays. */
  private long node(int index, long time) {
    if (ended[index]) {
      return ENDED | index;
    }
    if (time > lowNanos && time < highNanos || time == baseNanos) {
      return time - baseNanos << streamBits | index;
    }
    limit = Long.MIN_VALUE;
    return (time < baseNanos ? -edgeNanos : edgeNanos) << streamBits | index;
  }

  /** Goes on if a time won that a node cannot say, or the end. */
  private EventStream farther() {
    if (ended[winner]) {
      return null;
    } else if (++moves <= MOST_MOVES) {
      return playAll();
    }
    playing = false;
    others = new WideMerge(streams, ended);
    return nextOfOthers();
  }

  private EventStream nextOfOthers() {
    EventStream next = others.next();
    nanos = next == null ? Long.MAX_VALUE : others.nanos();
    return next;
  }

  /** Plays all games, counted from the earliest time. */
  private EventStream playAll() {
    int count = streams.length;
    baseNanos = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      if (!ended[i]) {
        baseNanos = Math.min(baseNanos, streams[i].timestampNanos());
      }
    }
    lowNanos = baseNanos < Long.MIN_VALUE + edgeNanos ? Long.MIN_VALUE : baseNanos - edgeNanos;
    highNanos = baseNanos > Long.MAX_VALUE - edgeNanos ? Long.MAX_VALUE : baseNanos + edgeNanos;
    Arrays.fill(nodes, NOBODY);
    for (int i = 0; i < count; i++) {
      nodes[leaves + i] = node(i, ended[i] ? 0 : streams[i].timestampNanos());
    }
    for (int level = leaves; level > 1; level >>= 2) {
      for (int node = level; node < 2 * level; node++) {
        nodes[node >> 2] = Math.min(nodes[node >> 2], nodes[node]);
      }
    }
    winner = (int) nodes[1] & streamMask;
    findLimit();
    if (ended[winner]) {
      return null;
    }
    nanos = baseNanos;
    return streams[winner];
  }

  /** Up to where, without it, the stream of the current event may be moved on by others, or {@link #NO_LIMIT}. */
  long limitNanos() {
    return limitNanos;
  }

  /** The stream of the current event, or null. */
  EventStream current() {
    if (others != null) {
      return others.current();
    }
    return !playing || streams.length == 0 || ended[winner] ? null : streams[winner];
  }

  /** The time of the event. */
  long nanos() {
    return nanos;
  }

  /** The best of the others lost to the winner. */
  private void findLimit() {
    long best = ENDED;
    for (int node = leaves + winner; node > 1; node >>= 2) {
      best = first(best, bestBeside(node));
    }
    long edge = edgeNanos << streamBits;
    limit = Math.min(best, edge);
    limitNanos = best >= ENDED
        ? Long.MAX_VALUE
        : best >= edge ? highNanos : baseNanos + (best >> streamBits);
  }
}
