package org.genevent.runtime;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** Writers for shared streams, so that a million threads need no more of them than write at the same moment. */
final class WriterPool {

  private static final int SLOTS = 64;

  private final AtomicReferenceArray<EventWriter> free = new AtomicReferenceArray<>(SLOTS);

  EventWriter take() {
    int start = (int) Thread.currentThread().getId();
    for (int i = 0; i < SLOTS; i++) {
      int slot = start + i & SLOTS - 1;
      if (free.getPlain(slot) != null) {
        EventWriter writer = free.getAndSet(slot, null);
        if (writer != null) {
          return writer;
        }
      }
    }
    return new EventWriter(null);
  }

  void give(EventWriter writer) {
    int start = (int) Thread.currentThread().getId();
    for (int i = 0; i < SLOTS; i++) {
      int slot = start + i & SLOTS - 1;
      if (free.getPlain(slot) == null && free.compareAndSet(slot, null, writer)) {
        return;
      }
    }
  }
}
