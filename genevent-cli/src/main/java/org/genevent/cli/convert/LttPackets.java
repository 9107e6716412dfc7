package org.genevent.cli.convert;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.genevent.reader.LttFacility;
import org.genevent.reader.LttTrace;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.TraceReader;

/** What the events of {@link PacketNotes} say, and the headers of the blocks that they are in. */
final class LttPackets implements SourcePackets {

  private final Set<Integer> facilities = new HashSet<>();
  private final Map<Integer, PacketFacts> blocks = new HashMap<>();
  private final Map<Integer, Long> threads = new HashMap<>();
  private final Set<Integer> shared = new HashSet<>();
  private final Set<Integer> numbered = new HashSet<>();
  private final ValueSink sink = new ValueSink();
  private Timeline timeline;
  private Taker taker;

  /** Of a trace that announces their facility. */
  LttPackets(LttTrace trace) {
    for (LttFacility facility : trace.facilities()) {
      if (PacketNotes.isAnnounced(facility)) {
        facilities.add(facility.id());
      }
    }
  }

  @Override
  public void begin(TraceReader reader, Timeline newTimeline, Taker newTaker) {
    timeline = newTimeline;
    taker = newTaker;
    reader.onPacket(facts -> blocks.put(facts.stream(), facts));
  }

  @Override
  public boolean takes(TraceReader reader) throws IOException {
    if (!facilities.contains((int) (reader.eventClass().id() >>> Byte.SIZE))) {
      return false;
    }
    sink.clear();
    reader.fields(sink);
    List<NamedValue> values = sink.members().values();
    int stream = reader.streamIndex();
    if (reader.event().equals(PacketNotes.BLOCK)) {
      long thread = number(values, "thread_id");
      numbered.add(stream);
      threads.put(stream, thread);
      PacketFacts block = blocks.get(stream);
      taker.packet(
          stream,
          new SourcePacket(
              number(values, "sequence"),
              thread,
              text(values, "thread_name"),
              OptionalLong.of(timeline.cycles(reader)),
              timeline.cycles(block.endNanos()),
              block.discardedEvents().orElse(0)));
    } else if (reader.event().equals(PacketNotes.THREAD)) {
      threads.put(stream, number(values, "thread_id"));
      shared.add(stream);
    } else if (!numbered.contains(stream)) {
      // else how many events were lost is in the facts of blocks
      taker.lost(stream, OptionalLong.of(timeline.cycles(reader)), number(values, "events"));
    }
    return true;
  }

  @Override
  public OptionalLong thread(TraceReader reader) {
    int stream = reader.streamIndex();
    return shared.contains(stream)
        ? OptionalLong.of(threads.getOrDefault(stream, 0L))
        : OptionalLong.empty();
  }

  private static long number(List<NamedValue> values, String name) {
    for (NamedValue value : values) {
      if (value.name().equals(name) && value.value() instanceof Long number) {
        return number;
      }
    }
    return 0;
  }

  private static byte[] text(List<NamedValue> values, String name) {
    for (NamedValue value : values) {
      if (value.name().equals(name) && value.value() instanceof byte[] text) {
        return text;
      }
    }
    return new byte[0];
  }
}
