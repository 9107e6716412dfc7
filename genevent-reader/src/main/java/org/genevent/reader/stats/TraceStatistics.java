package org.genevent.reader.stats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.StreamFacts;
import org.genevent.reader.TraceReader;

/** Counts what a reader gives. Used by one thread. */
public final class TraceStatistics {

  private final List<StreamFacts> files;
  private final List<Stream> streams = new ArrayList<>();
  private final Map<EventRecordClass, Counter> counters = new IdentityHashMap<>();
  private EventRecordClass lastClass;
  private Counter last;

  /** The events of a class. */
  private static final class Counter {
    private final String name;
    private long count;
    private long sizeBits;
    private long first = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    Counter(String name) {
      this.name = name;
    }

    void add(long nanos, long bits) {
      count++;
      sizeBits += bits;
      first = Math.min(first, nanos);
      latest = Math.max(latest, nanos);
    }

    void add(Counter other) {
      count += other.count;
      sizeBits += other.sizeBits;
      first = Math.min(first, other.first);
      latest = Math.max(latest, other.latest);
    }
  }

  /** A stream file. */
  private static final class Stream {
    private final StreamLosses losses = new StreamLosses();
    private final Counter events = new Counter("");
    private OptionalLong begin = OptionalLong.empty();
    private OptionalLong end = OptionalLong.empty();
    private long sizeBytes;

    void packet(PacketFacts packet) {
      losses.packet(packet);
      sizeBytes += packet.sizeBytes();
      begin = begin.isPresent() ? begin : packet.beginNanos();
      end = packet.endNanos().isPresent() ? packet.endNanos() : end;
    }

    OptionalLong first() {
      return begin.isEmpty() && events.count > 0 ? OptionalLong.of(events.first) : begin;
    }

    OptionalLong latest() {
      return end.isEmpty() && events.count > 0 ? OptionalLong.of(events.latest) : end;
    }
  }

  /**
   * Begins to count.
   *
   * @param reader a reader that was not moved yet; its packets are watched from now on
   */
  public TraceStatistics(TraceReader reader) {
    files = reader.streams();
    files.forEach(file -> streams.add(new Stream()));
    reader.onPacket(packet -> streams.get(packet.stream()).packet(packet));
  }

  /**
   * Counts the current event.
   *
   * @param reader stands at it
   */
  public void add(TraceReader reader) {
    EventRecordClass eventClass = reader.eventClass();
    if (eventClass != lastClass) {
      lastClass = eventClass;
      last = counters.computeIfAbsent(eventClass, key -> new Counter(key.name()));
    }
    long nanos = reader.timestampNanos();
    long bits = reader.eventSizeBits();
    last.add(nanos, bits);
    streams.get(reader.streamIndex()).events.add(nanos, bits);
  }

  /**
   * The events that were counted.
   *
   * @return by their names
   */
  public List<EventStatistics> events() {
    Map<String, Counter> byName = new TreeMap<>();
    counters
        .values()
        .forEach(counter -> byName.computeIfAbsent(counter.name, Counter::new).add(counter));
    return byName.values().stream()
        .map(one -> new EventStatistics(one.name, one.count, one.sizeBits, one.first, one.latest))
        .toList();
  }

  /** Of a format without packets. */
  private static long fileSize(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      // the reader has reported it
      return 0;
    }
  }

  /**
   * The streams, as far as they were read.
   *
   * @return in the order of {@link TraceReader#streams}
   */
  public List<StreamStatistics> streams() {
    List<StreamStatistics> all = new ArrayList<>();
    for (int i = 0; i < streams.size(); i++) {
      Stream stream = streams.get(i);
      all.add(new StreamStatistics(
          files.get(i).file(),
          stream.losses.packets(),
          stream.losses.packets() > 0 ? stream.sizeBytes : fileSize(files.get(i).file()),
          stream.events.count,
          stream.first(),
          stream.latest(),
          stream.losses.lostEvents(),
          stream.losses.missingPackets(),
          stream.losses.losses(),
          stream.losses.gaps()));
    }
    return all;
  }
}
