package org.genevent.reader;

/** How much memory the windows over stream files get, which lies outside of the heap but counts as much as the heap may. */
final class WindowMemory {

  /** For all streams of one reader: of a thousand, each gets a packet of 16 KiB with one read. */
  private static final int MOST_BYTES = 1 << 24;

  private static final int LEAST_WINDOW_BYTES = 1 << 12;
  private static final int MOST_WINDOW_BYTES = 1 << 18;

  /** The most threads that read the same streams at once, each with windows of its own, and the reader they came from. */
  private static final int READERS = 9;

  /** Of what may be used; so all readers together use a half. */
  private static final int SHARE = 2 * READERS;

  private WindowMemory() {}

  /** How much of each stream is read at a time. */
  static int windowBytes(int streams) {
    return windowBytes(streams, Runtime.getRuntime().maxMemory());
  }

  static int windowBytes(int streams, long maxMemoryBytes) {
    long all = Math.min(MOST_BYTES, maxMemoryBytes / SHARE);
    return (int)
        Math.max(LEAST_WINDOW_BYTES, Math.min(MOST_WINDOW_BYTES, all / Math.max(1, streams)));
  }

  /** Whether several threads may read that many streams at once. */
  static boolean isEnoughForThreads(int streams) {
    return isEnoughForThreads(streams, Runtime.getRuntime().maxMemory());
  }

  static boolean isEnoughForThreads(int streams, long maxMemoryBytes) {
    return (long) streams * LEAST_WINDOW_BYTES <= maxMemoryBytes / SHARE;
  }
}
