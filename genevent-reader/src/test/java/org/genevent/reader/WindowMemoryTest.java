package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Windows take a share of the memory, and no more threads than there is memory for get some. */
class WindowMemoryTest {

  private static final long MIB = 1 << 20;

  @Test
  void nineReadersTakeAHalf() {
    for (int streams = 1; streams < 2000; streams++) {
      for (long memory = 16 * MIB; memory <= 1024 * MIB; memory *= 4) {
        if (WindowMemory.isEnoughForThreads(streams, memory)) {
          long all = 9L * streams * WindowMemory.windowBytes(streams, memory);
          assertTrue(all <= memory / 2, streams + " streams in " + memory);
        }
      }
    }
  }

  @Test
  void withMuchMemoryEachStreamHasAllItNeeds() {
    assertEquals(1 << 18, WindowMemory.windowBytes(1, 4096 * MIB));
    assertEquals(1 << 17, WindowMemory.windowBytes(128, 4096 * MIB));
    assertEquals(1 << 14, WindowMemory.windowBytes(1024, 4096 * MIB));
    assertTrue(WindowMemory.isEnoughForThreads(1024, 4096 * MIB));
  }

  @Test
  void withLittleMemoryOneThreadReads() {
    assertEquals(1 << 12, WindowMemory.windowBytes(1024, 32 * MIB));
    assertFalse(WindowMemory.isEnoughForThreads(1024, 32 * MIB));
    assertTrue(WindowMemory.isEnoughForThreads(17, 32 * MIB));
  }
}
