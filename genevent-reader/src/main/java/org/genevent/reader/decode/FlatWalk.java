package org.genevent.reader.decode;

import java.nio.ByteBuffer;

/**
 * Goes over events of a packet by their plans. The innermost loop of the reader.
 *
 * <p>Where an event begins is known only when the one before it was gone over. So that a processor can begin with the next one
 * nevertheless, the two kinds of events that came last are compared with, not looked up: jumps are foreseen, loads are not.
 * Not for several threads.
 */
final class FlatWalk {

  private final TracePlan.StreamPlan stream;
  private final FlatHeader header;

  /** What tells the kind of an event, if that is one number. */
  private final FlatHeader.Bits key;

  private final int alignment;
  private final int leastBytes;

  /** The two kinds that came last: a number that no event has stands for none. */
  private long firstKey = -1;

  private FlatHeader.Form firstForm;
  private TracePlan.EventPlan firstEvent;
  private long secondKey = -1;
  private FlatHeader.Form secondForm;
  private TracePlan.EventPlan secondEvent;

  /** What was looked up last. */
  private FlatHeader.Form rareForm;

  private TracePlan.EventPlan rareEvent;

  FlatWalk(TracePlan.StreamPlan stream) {
    this.stream = stream;
    this.header = stream.flatHeader;
    this.key = header.key();
    this.alignment = header.alignmentBytes;
    this.leastBytes = header.leastBytes;
  }

  /**
   * Goes over events, as far as plans can and a batch holds.
   *
   * @param buffer holds the packet, and eight bytes more than its limit
   * @param base where in the buffer the packet begins, from which it is aligned
   * @param from where in the buffer the last event ends
   * @param limit where in the buffer what may be read ends
   * @param state the clock, and what later fields need
   * @param batch takes the events
   * @return where in the buffer the last event ends now
   */
  int walk(ByteBuffer buffer, int base, int from, int limit, State state, EventBatch batch) {
    final int capacity = batch.capacity;
    final FlatHeader.Bits tag = key;
    final boolean isFirst = tag != null && tag.isFirst();
    final boolean bigEndian = header.bigEndian;
    final StreamClock clock = stream.clock;
    final int headerLimit = limit - leastBytes;
    final int aligned = -alignment;
    final int skew = base & ~aligned;
    final int roundUp = ~aligned - skew;
    int last = from;
    int count = batch.count;
    long cycles = state.clock;
    while (count < capacity) {
      int at = (last + roundUp & aligned) + skew;
      // numbers of a header are read as eight bytes, for which there is slack behind its end
      if (at > headerLimit) {
        break;
      }
      long eight = FlatPlan.longAt(buffer, at, bigEndian);
      long found = isFirst ? tag.of(eight) : tag == null ? 0 : tag.read(buffer, at);
      FlatHeader.Form form;
      TracePlan.EventPlan event;
      if (found == firstKey) {
        form = firstForm;
        event = firstEvent;
      } else if (found == secondKey) {
        form = secondForm;
        event = secondEvent;
      } else {
        if (!lookUp(found, buffer, at, limit - at)) {
          break;
        }
        form = rareForm;
        event = rareEvent;
      }
      int body = at + form.endBytes;
      if (body > limit) {
        break;
      }
      form.keep(buffer, at, state);
      int end;
      if (event.fixedBytes >= 0) {
        end = body + event.fixedBytes;
      } else if (event.stringLead >= 0) {
        end = FlatPlan.stringEnd(buffer, body + event.stringLead, limit);
        batch.marks[count * batch.markCount] = end;
        end = end < 0 ? FlatPlan.MISFIT : end + event.stringTail;
      } else {
        end =
            event.flat.skip(buffer, base, body, limit, state, batch.marks, count * batch.markCount);
      }
      if (end <= last || end > limit) {
        break;
      }
      long before = cycles;
      cycles = form.clock(before, eight, buffer, at);
      if (cycles - before < 0) {
        if (count > 0) {
          // what is late is the first of a batch, where it is looked at
          cycles = before;
          break;
        }
        batch.late(event.wanted, before);
      }
      if (event.wanted) {
        batch.set(count++, clock.realNanos(cycles), cycles, event.index, end - last, at, body);
      }
      last = end;
    }
    state.clock = cycles;
    batch.count = count;
    return last;
  }

  /**
   * Counts events, as far as plans can go over them.
   *
   * @param buffer holds the packet, and eight bytes more than its limit
   * @param base where in the buffer the packet begins, from which it is aligned
   * @param from where in the buffer the last event ends
   * @param limit where in the buffer what may be read ends
   * @param state what later fields need; its clock stays where it is
   * @param counts takes the numbers of events, by the numbers of their classes
   * @return where in the buffer the last event ends now
   */
  int count(ByteBuffer buffer, int base, int from, int limit, State state, long[] counts) {
    final FlatHeader.Bits tag = key;
    final boolean isFirst = tag != null && tag.isFirst();
    final boolean bigEndian = header.bigEndian;
    final int headerLimit = limit - leastBytes;
    final int aligned = -alignment;
    final int skew = base & ~aligned;
    final int roundUp = ~aligned - skew;
    int last = from;
    while (true) {
      int at = (last + roundUp & aligned) + skew;
      if (at > headerLimit) {
        return last;
      }
      long found = isFirst
          ? tag.of(FlatPlan.longAt(buffer, at, bigEndian))
          : tag == null ? 0 : tag.read(buffer, at);
      FlatHeader.Form form;
      TracePlan.EventPlan event;
      if (found == firstKey) {
        form = firstForm;
        event = firstEvent;
      } else if (found == secondKey) {
        form = secondForm;
        event = secondEvent;
      } else {
        if (!lookUp(found, buffer, at, limit - at)) {
          return last;
        }
        form = rareForm;
        event = rareEvent;
      }
      int body = at + form.endBytes;
      if (body > limit) {
        return last;
      }
      form.keep(buffer, at, state);
      int end;
      if (event.fixedBytes >= 0) {
        end = body + event.fixedBytes;
      } else if (event.stringLead >= 0) {
        end = FlatPlan.stringEnd(buffer, body + event.stringLead, limit);
        end = end < 0 ? FlatPlan.MISFIT : end + event.stringTail;
      } else {
        end = event.flat.skip(buffer, base, body, limit, state, null, 0);
      }
      if (end <= last || end > limit) {
        return last;
      }
      counts[event.index] += event.wanted ? 1 : 0;
      last = end;
    }
  }

  /** Finds what an event is that is not of the two kinds that came last; false if plans cannot read it. */
  private boolean lookUp(long found, ByteBuffer buffer, int index, int leftBytes) {
    FlatHeader.Form form = header.form(buffer, index);
    if (form == null || form.endBytes > leftBytes) {
      return false;
    }
    TracePlan.EventPlan event =
        form.id == null ? stream.onlyEvent : stream.event(form.id.read(buffer, index));
    if (event == null || event.flat == null) {
      return false;
    }
    rareForm = form;
    rareEvent = event;
    if (form.id == key) {
      remember(found, form, event);
    }
    return true;
  }

  private void remember(long found, FlatHeader.Form form, TracePlan.EventPlan event) {
    secondKey = firstKey;
    secondForm = firstForm;
    secondEvent = firstEvent;
    firstKey = found;
    firstForm = form;
    firstEvent = event;
  }
}
