package org.genevent.reader.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.genevent.reader.FieldSink;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.PacketOrigin;

/** Reads the beginnings of packets: their headers and contexts, which say how large they are. Used by one thread. */
final class PacketReader {

  /** How much of a packet is looked at for its beginning: first this, as most are small, and at most that. */
  private static final int LOOK_BYTES = 512;

  private static final int MAX_LOOK_BYTES = 1 << 16;

  /** Members that take no bits, besides those that a packet has bits for. */
  private static final long FREE_WORK = 1_000_000;

  private static final int WORK_PER_BIT = 8;

  private final TracePlan plan;
  private final StreamWindow window;
  private final BitInput in;
  private final State state;
  private byte[] beginning = new byte[0];

  /** What the context is decoded with again, made when somebody asks for it. */
  private final BitInput contextInput = new BitInput();

  private State contextState;
  private ByteBuffer contextBytes = ByteBuffer.allocate(0);

  /** What the packet's events are. */
  TracePlan.StreamPlan stream;

  /** Where the packet begins. */
  long beginByte;

  /** Where positions in the packet are counted from: its beginning, or in large ones somewhere behind it. */
  long startBytes;

  /** How many bytes it takes from there on; 0 as long as that is not known. */
  long sizeBytes;

  long contentBits;
  long headerBits;

  /** Whether the packet says the whole time at its beginning, so that those in front of it need not be read for that. */
  boolean setsClock;

  /** Whether the file ends within the packet. */
  boolean isCut;

  PacketReader(TracePlan plan, StreamWindow window, BitInput in, State state) {
    this.plan = plan;
    this.window = window;
    this.in = in;
    this.state = state;
  }

  /**
   * Reads the beginning of a packet.
   *
   * @param newStartBytes where it begins
   * @return false if the file ends there
   * @throws DecodeFailure if it makes no sense; then {@link #sizeBytes} is 0
   */
  boolean open(long newStartBytes) throws IOException {
    beginByte = newStartBytes;
    startBytes = newStartBytes;
    sizeBytes = 0;
    isCut = false;
    if (leftBytes(1) <= 0) {
      return false;
    }
    decodeBeginning();
    boolean hasSize = state.has(Role.PACKET_SIZE) || state.has(Role.CONTENT_SIZE);
    long packetBits = state.has(Role.PACKET_SIZE)
        ? state.get(Role.PACKET_SIZE)
        : hasSize ? state.get(Role.CONTENT_SIZE) + 7 & -8 : 0;
    long fileBits = leftBytes(hasSize ? packetBits >>> 3 : Long.MAX_VALUE) << 3;
    packetBits = hasSize ? packetBits : fileBits;
    long content = state.has(Role.CONTENT_SIZE) ? state.get(Role.CONTENT_SIZE) : packetBits;
    if (packetBits < in.position()
        || content < in.position()
        || content > packetBits
        || packetBits % 8 != 0) {
      throw new DecodeFailure("a packet has impossible sizes");
    }
    isCut = packetBits > fileBits;
    sizeBytes = packetBits >>> 3;
    contentBits = Math.min(content, fileBits);
    headerBits = in.position();
    setsClock = state.isClockWhole;
    keepBeginning();
    state.workLeft = FREE_WORK + contentBits * WORK_PER_BIT;
    return true;
  }

  /** Counts positions from further behind. */
  void moveOrigin(long bytes) {
    startBytes += bytes;
    sizeBytes -= bytes;
    contentBits -= bytes << 3;
  }

  /**
   * The bytes of the file from the packet's beginning on.
   *
   * @param wanted if there were this many when the file's size was asked for last, it is not asked for again
   */
  private long leftBytes(long wanted) throws IOException {
    long end = wanted > Long.MAX_VALUE - startBytes ? Long.MAX_VALUE : startBytes + wanted;
    return window.sizeBytes(end) - startBytes;
  }

  private void decodeBeginning() throws IOException {
    for (int look = LOOK_BYTES; ; look = MAX_LOOK_BYTES) {
      int there = window.look(startBytes, (int) Math.min(leftBytes(look), look));
      in.open(window.buffer(), window.index(startBytes), (long) there << 3);
      state.rolesSeen = 0;
      state.isClockWhole = false;
      state.workLeft = FREE_WORK;
      try {
        decodeHeader();
        stream.packetContext.decodeMembers(in, state, null);
        return;
      } catch (DecodeFailure e) {
        if (!e.mayEndWithMoreBytes() || look == MAX_LOOK_BYTES) {
          throw e;
        } else if (there < look) {
          throw DecodeFailure.CUT_HEADER;
        }
      }
    }
  }

  private void decodeHeader() {
    if (plan.hasPacketHeader) {
      UuidSink uuid = plan.uuid().isPresent() ? new UuidSink() : null;
      plan.packetHeader.decodeMembers(in, state, uuid);
      if (state.has(Role.MAGIC) && (int) state.get(Role.MAGIC) != StreamCursor.MAGIC) {
        throw new DecodeFailure("there is no packet");
      }
      Optional<UUID> found = uuid == null ? Optional.empty() : uuid.value();
      if (found.isPresent() && !found.equals(plan.uuid())) {
        throw new DecodeFailure("a packet belongs to another trace");
      }
    }
    if (state.has(Role.STREAM_ID)) {
      stream = plan.streams.get(state.get(Role.STREAM_ID));
    } else {
      stream =
          plan.streams.size() == 1 ? plan.streams.values().iterator().next() : plan.streams.get(0L);
    }
    if (stream == null) {
      throw new DecodeFailure("a packet is of a stream that the metadata does not define");
    }
  }

  /** Copies the packet's header and context, for those who ask for them at an event, when the window is elsewhere. */
  private void keepBeginning() {
    int bytes = (int) (headerBits + 7 >>> 3);
    if (beginning.length < bytes) {
      beginning = new byte[bytes];
    }
    window.buffer().get(window.index(startBytes), beginning, 0, bytes);
  }

  /** Gives the packet's context. */
  void context(FieldSink sink) {
    if (contextState == null) {
      contextState = new State(plan.slotCount);
    }
    if (contextBytes.array() != beginning) {
      contextBytes = ByteBuffer.wrap(beginning);
    }
    contextInput.open(contextBytes, 0, headerBits);
    contextState.workLeft = Long.MAX_VALUE;
    if (plan.hasPacketHeader) {
      plan.packetHeader.decodeMembers(contextInput, contextState, null);
    }
    stream.packetContext.decodeMembers(contextInput, contextState, sink);
  }

  PacketFacts facts(int order) {
    return new PacketFacts(
        order,
        startBytes,
        sizeBytes,
        contentBits,
        begin(),
        end(),
        number(Role.PACKET_SEQ_NUM),
        number(Role.EVENTS_DISCARDED));
  }

  /** Which data stream the packet is of; empty before the first. */
  Optional<PacketOrigin> origin() {
    return Optional.ofNullable(stream)
        .map(one -> new PacketOrigin(one.streamClass, number(Role.STREAM_INSTANCE_ID)));
  }

  /** The time of the packet's beginning, if it says one. To be asked before its first event. */
  OptionalLong begin() {
    return state.has(Role.TIMESTAMP_BEGIN) && stream.clock != StreamClock.NONE
        ? OptionalLong.of(stream.clock.realNanos(state.clock))
        : time(Role.TIMESTAMP_BEGIN);
  }

  /** The same, if it does not depend on the packets in front of it, as that of a clock of few bits does. */
  OptionalLong ownBegin() {
    return setsClock ? begin() : OptionalLong.empty();
  }

  /** The time of the packet's end, if it says one. To be asked before its first event. */
  OptionalLong end() {
    if (state.has(Role.TIMESTAMP_END)
        && state.has(Role.TIMESTAMP_BEGIN)
        && stream.clock != StreamClock.NONE) {
      // of a clock with fewer bits than 64 the end has no more of them than the beginning
      long lengthCycles = state.get(Role.TIMESTAMP_END) - state.get(Role.TIMESTAMP_BEGIN);
      return OptionalLong.of(stream.clock.realNanos(state.clock + (lengthCycles & stream.endMask)));
    }
    return time(Role.TIMESTAMP_END);
  }

  private OptionalLong number(Role role) {
    return state.has(role) ? OptionalLong.of(state.get(role)) : OptionalLong.empty();
  }

  private OptionalLong time(Role role) {
    return state.has(role)
        ? OptionalLong.of(stream.clock.realNanos(state.get(role)))
        : OptionalLong.empty();
  }
}
