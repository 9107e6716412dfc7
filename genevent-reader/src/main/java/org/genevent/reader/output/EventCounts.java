package org.genevent.reader.output;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.TraceReader;

/** Counts events by name. */
final class EventCounts implements EventFormat {

  private final ByteOutput out;
  private final Map<EventRecordClass, long[]> counts = new IdentityHashMap<>();
  private EventRecordClass lastClass;
  private long[] lastCount;

  EventCounts(ByteOutput out) {
    this.out = out;
  }

  @Override
  public void event(TraceReader reader) {
    EventRecordClass eventClass = reader.eventClass();
    if (eventClass != lastClass) {
      lastClass = eventClass;
      lastCount = counts.computeIfAbsent(eventClass, key -> new long[1]);
    }
    lastCount[0]++;
  }

  /** Adds what others counted; returns how many that was. */
  long add(Map<EventRecordClass, Long> others) {
    others.forEach(
        (eventClass, count) -> counts.computeIfAbsent(eventClass, key -> new long[1])[0] += count);
    return others.values().stream().mapToLong(Long::longValue).sum();
  }

  void print(long discarded) {
    Map<String, Long> byName = new TreeMap<>();
    counts.forEach((eventClass, count) -> byName.merge(eventClass.name(), count[0], Long::sum));
    long total = 0;
    for (Map.Entry<String, Long> entry : byName.entrySet()) {
      line(entry.getKey(), entry.getValue());
      total += entry.getValue();
    }
    line("total", total);
    line("discarded", discarded);
  }

  private void line(String name, long count) {
    boolean plain = name.chars().allMatch(c -> c > ' ' && c < 0x7F);
    if (plain) {
      out.ascii(name);
    } else {
      out.quoted(name);
    }
    out.put(' ');
    out.unsigned(count);
    out.put('\n');
  }
}
