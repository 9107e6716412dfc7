package org.genevent.reader.decode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the packet with which reading from a time on has to begin: by LTTng's index where there is one that is right, else by an
 * index of our own, for which the beginning of each packet is read. Used by one thread.
 */
final class PacketFinder implements AutoCloseable {

  /** How much is read at a time for the beginnings of packets. */
  private static final int WINDOW_BYTES = 1 << 12;

  private final TracePlan plan;
  private final Path path;
  private final StreamWindow window;
  private final State state;
  private final PacketReader reader;

  /** LTTng's index, once it was needed; empty if there is none or it is not right. */
  private Optional<LttngIndex> lttng;

  /** Our own index, once it was needed. */
  private Optional<PacketIndex> index;

  PacketFinder(TracePlan plan, Path path, StreamWindow file) {
    this.plan = plan;
    this.path = path;
    this.window = new StreamWindow(file, WINDOW_BYTES);
    this.state = new State(plan.slotCount);
    this.reader = new PacketReader(plan, window, new BitInput(), state);
  }

  /**
   * What is passed over when reading begins at a time.
   *
   * @param startByte the first packet that may hold an event of the time or a later one
   * @param packets how many packets are in front of it
   * @param losses what these say of losses
   */
  record Passed(long startByte, long packets, PacketLosses losses) {}

  /**
   * Makes an index of the packets of the file.
   *
   * @return the index, or empty if a packet makes no sense
   */
  static Optional<PacketIndex> index(TracePlan plan, StreamWindow file, int mostEntries) {
    StreamWindow small = new StreamWindow(file, WINDOW_BYTES);
    State own = new State(plan.slotCount);
    PacketReader reader = new PacketReader(plan, small, new BitInput(), own);
    PacketIndex index = new PacketIndex(mostEntries);
    try {
      long at = 0;
      while (reader.open(at)) {
        index.add(reader, own);
        at += reader.sizeBytes;
      }
      return Optional.of(index);
    } catch (DecodeFailure | IOException e) {
      return Optional.empty();
    }
  }

  /** Where the first packet begins that may hold an event of a time or a later one. */
  long startFor(long nanos) {
    Optional<Passed> passed = passed(nanos);
    if (passed.isPresent()) {
      return passed.get().startByte;
    }
    return own().filter(PacketIndex::isTimed).map(all -> all.startFor(nanos)).orElse(0L);
  }

  /**
   * When the last packet begins, by its own word.
   *
   * @return {@link Long#MIN_VALUE} if there is no packet; empty if packets do not say it, or make no sense
   */
  OptionalLong lastBeginNanos() {
    try {
      Optional<LttngIndex> found = lttng();
      if (found.isPresent()
          && found.get().count() > 0
          && isRight(found.get(), found.get().count() - 1)) {
        return reader.begin();
      }
    } catch (DecodeFailure | IOException e) {
      wrong();
    }
    return own()
        .filter(PacketIndex::isTimed)
        .map(all -> OptionalLong.of(
            all.entries() == 0 ? Long.MIN_VALUE : all.beginNanos(all.entries() - 1)))
        .orElse(OptionalLong.empty());
  }

  private Optional<PacketIndex> own() {
    if (index == null) {
      index = index(plan, window, PacketIndex.MAX_ENTRIES);
    }
    return index;
  }

  /**
   * What LTTng's index tells may be passed over. The packet in front of the one that is found, and that one, were looked at: the
   * first ends before the time, the second does not, both by what they say themselves.
   *
   * @return empty if there is no such index, or it is not right
   */
  Optional<Passed> passed(long nanos) {
    try {
      Optional<LttngIndex> found = lttng();
      return found.isPresent() ? passed(found.get(), nanos) : Optional.empty();
    } catch (DecodeFailure | IOException e) {
      return wrong();
    }
  }

  private Optional<LttngIndex> lttng() throws IOException {
    window.forget();
    if (lttng == null) {
      lttng = LttngIndex.open(path, window.sizeBytes());
    }
    return lttng;
  }

  private Optional<Passed> passed(LttngIndex found, long nanos) throws IOException {
    long low = 0;
    long high = found.count();
    while (low < high) {
      long middle = low + high >>> 1;
      if (!isRight(found, middle)) {
        return wrong();
      }
      if (reader.end().orElse(Long.MAX_VALUE) < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    PacketLosses losses = new PacketLosses();
    if (low > 0) {
      if (!isRight(found, 0)) {
        return wrong();
      }
      losses.count(state);
      if (!isRight(found, low - 1) || !losses.countBehind(state, low - 1)) {
        return wrong();
      }
    }
    long start = low < found.count() ? found.entry(low).startBytes() : window.sizeBytes();
    return Optional.of(new Passed(start, low, losses));
  }

  private Optional<Passed> wrong() {
    close();
    lttng = Optional.empty();
    return Optional.empty();
  }

  /** Whether the packet that an entry tells of is there; then its beginning was decoded. */
  private boolean isRight(LttngIndex found, long packet) throws IOException {
    LttngIndex.Entry entry = found.entry(packet);
    return reader.open(entry.startBytes()) && found.agrees(entry, reader, state);
  }

  @Override
  public void close() {
    if (lttng != null) {
      lttng.ifPresent(LttngIndex::close);
    }
  }
}
