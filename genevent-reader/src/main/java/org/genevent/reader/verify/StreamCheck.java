package org.genevent.reader.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.TraceReader;
import org.genevent.reader.stats.Gap;
import org.genevent.reader.stats.Loss;
import org.genevent.reader.stats.StreamLosses;

/** Follows one stream and collects why it is not complete. */
final class StreamCheck {

  private static final int MOST_REASONS = 5;

  private final Path file;
  private final StreamLosses losses = new StreamLosses();
  private final List<String> reasons = new ArrayList<>();
  private long moreReasons;
  private long events;
  private long lastEvent;
  private long firstEvent;
  private OptionalLong begin = OptionalLong.empty();
  private OptionalLong lastEnd = OptionalLong.empty();

  /** The packet that events come from; null in formats whose blocks tell nothing of themselves. */
  private PacketFacts packet;

  /** What was said of the current packet already: a mistake in its times would be said of each of its events. */
  private boolean toldTime;

  StreamCheck(Path file) {
    this.file = file;
  }

  void problem(String reason) {
    if (reasons.size() < MOST_REASONS) {
      reasons.add(reason);
    } else {
      moreReasons++;
    }
  }

  void packet(PacketFacts next) {
    packet = next;
    toldTime = false;
    losses.packet(next);
    begin = begin.isPresent() ? begin : next.beginNanos();
    String where = " (packet at byte " + next.startBytes() + ")";
    if (next.beginNanos().isPresent()
        && lastEnd.isPresent()
        && next.beginNanos().getAsLong() < lastEnd.getAsLong()) {
      problem("a packet begins before the one in front of it ends" + where);
    }
    if (next.beginNanos().isPresent()
        && next.endNanos().isPresent()
        && next.endNanos().getAsLong() < next.beginNanos().getAsLong()) {
      problem("a packet ends before it begins" + where);
    }
    lastEnd = next.endNanos().isPresent() ? next.endNanos() : lastEnd;
  }

  void event(TraceReader reader) {
    long nanos = reader.timestampNanos();
    if (events > 0 && nanos < lastEvent) {
      time("time goes back by " + (lastEvent - nanos) + " ns");
    } else if (packet != null) {
      compareWithPacket(nanos);
    }
    firstEvent = events == 0 ? nanos : firstEvent;
    lastEvent = nanos;
    events++;
  }

  private void compareWithPacket(long nanos) {
    if (packet.beginNanos().isPresent() && nanos < packet.beginNanos().getAsLong()) {
      time("an event is earlier than its packet");
    } else if (packet.endNanos().isPresent() && nanos > packet.endNanos().getAsLong()) {
      time("an event is later than its packet");
    }
  }

  private void time(String reason) {
    if (!toldTime) {
      toldTime = true;
      problem(reason + (packet == null ? "" : " (packet at byte " + packet.startBytes() + ")"));
    }
  }

  /** The verdict at the end of the stream. */
  StreamVerdict verdict() {
    for (Gap gap : losses.gaps()) {
      problem(missing(gap));
    }
    boolean whole = reasons.isEmpty() && losses.allNumbered() && losses.allCounting();
    for (Loss loss : losses.losses()) {
      problem(counted(loss.events(), "event") + " lost " + between(loss));
    }
    if (losses.backwardCounts() > 0) {
      problem("numbers of packets or of lost events go back in "
          + counted(losses.backwardCounts(), "packet"));
    }
    Trust trust = reasons.isEmpty() ? Trust.COMPLETE : Trust.INCOMPLETE;
    if (losses.packets() == 0) {
      problem(
          events == 0
              ? "there is no packet, so nothing would tell of losses"
              : "this format neither numbers packets nor counts lost events");
      trust = trust.and(Trust.UNKNOWN);
    } else if (!losses.allNumbered()) {
      problem("packets have no numbers, so missing ones would not show");
      trust = trust.and(Trust.UNKNOWN);
    }
    if (!losses.allCounting()) {
      problem("packets do not count lost events");
      trust = trust.and(Trust.UNKNOWN);
    }
    boolean some = events > 0;
    return new StreamVerdict(
        file,
        trust,
        losses.packets(),
        events,
        losses.lostEvents(),
        losses.missingPackets(),
        whole && losses.packets() > 0
            ? OptionalLong.of(events + losses.lostEvents())
            : OptionalLong.empty(),
        begin.isEmpty() && some ? OptionalLong.of(firstEvent) : begin,
        lastEnd.isEmpty() && some ? OptionalLong.of(lastEvent) : lastEnd,
        reasons,
        moreReasons);
  }

  private static String missing(Gap gap) {
    String which = gap.packets() == 1
        ? "packet " + gap.firstSequence() + " is"
        : "packets " + gap.firstSequence() + " to " + gap.lastSequence() + " are";
    return which + " missing in front of byte " + gap.beforeByte();
  }

  private static String between(Loss loss) {
    String from = loss.fromNanos().isPresent() ? Times.text(loss.fromNanos().getAsLong()) : "";
    String to = loss.toNanos().isPresent() ? Times.text(loss.toNanos().getAsLong()) : "";
    if (from.isEmpty() || to.isEmpty()) {
      return to.isEmpty() ? "somewhere" : "before " + to;
    }
    return "between " + from + " and " + to;
  }

  static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
