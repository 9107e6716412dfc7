package org.genevent.reader.ltt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes trace files byte by byte from the tables of the trace format reference. It knows nothing of the reader: no class of
 * the reader is used here.
 *
 * @param minor the version behind 0.; 0 for the draft of August 2005
 * @param order the order of bytes
 * @param word the size of a pointer
 * @param aligned whether headers and payloads are aligned
 * @param heartbeat whether headers have half of the TSC
 * @param tsc false for microseconds in place of cycles, before 0.7
 */
record LttWriter(
    int minor, ByteOrder order, int word, boolean aligned, boolean heartbeat, boolean tsc) {

  static final long HERTZ = 1_000_000_000L;
  static final long START_SECONDS = 1_000_000_000L;
  static final int TRUNCATED_BITS = 10;
  static final int TSC_BITS = 16;

  LttWriter(int minor, ByteOrder order, int word, boolean aligned, boolean heartbeat) {
    this(minor, order, word, aligned, heartbeat, true);
  }

  /** Bytes that grow, with positions that count from their first. */
  static final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    Bytes(ByteOrder order) {
      this.order = order;
    }

    Bytes number(int size, long value) {
      for (int i = 0; i < size; i++) {
        int significance = order == ByteOrder.LITTLE_ENDIAN ? i : size - 1 - i;
        out.write((int) (value >>> 8 * significance));
      }
      return this;
    }

    Bytes text(String text) {
      out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      out.write(0);
      return this;
    }

    Bytes bytes(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    Bytes pad(int multiple) {
      while (out.size() % multiple != 0) {
        out.write(0);
      }
      return this;
    }

    int size() {
      return out.size();
    }

    byte[] array() {
      return out.toByteArray();
    }
  }

  Bytes bytes() {
    return new Bytes(order);
  }

  /** What everything is padded to where the word is asked for. */
  int pad() {
    return aligned ? word : 1;
  }

  /** What an item of a size is padded to. */
  int pad(int size) {
    return aligned ? Math.min(word, size) : 1;
  }

  /** A block that is being filled. */
  final class Block {
    private final Bytes out = bytes();
    private final long beginTsc;
    private long lastTsc;

    Block(long beginTsc) {
      this.beginTsc = beginTsc;
      this.lastTsc = beginTsc;
      header(0, 0);
    }

    private void moment(long cycles) {
      long nanos = START_SECONDS * HERTZ + cycles;
      if (minor <= 4) {
        out.number(word, nanos / HERTZ).number(word, nanos % HERTZ / 1000);
      } else if (minor <= 6) {
        out.number(8, nanos / HERTZ).number(8, nanos % HERTZ / 1000);
      }
      out.number(8, cycles);
      if (minor >= 4) {
        out.number(8, HERTZ);
      }
    }

    private void header(long lost, long size) {
      moment(beginTsc);
      moment(lastTsc);
      out.number(4, lost).number(4, size);
      out.number(4, 0x00D6B7ED).number(4, 8).number(4, 0);
      if (minor > 0) {
        out.number(4, order == ByteOrder.LITTLE_ENDIAN ? 1234 : 4321);
      }
      out.number(1, word).number(1, 0).number(1, minor == 0 ? 2 : minor).number(1, 0);
      out.number(1, heartbeat ? 1 : 0).number(1, aligned ? word : 0);
      if (minor <= 6) {
        out.number(1, tsc ? 1 : 0);
      }
      if (minor == 8) {
        out.number(1, TRUNCATED_BITS).number(1, TSC_BITS);
      }
      if (minor >= 7) {
        out.number(4, 1);
      }
      if (minor >= 4) {
        int time = minor == 4 ? word : 8;
        out.number(8, HERTZ).number(8, 0).number(8, 0);
        out.number(time, START_SECONDS).number(time, 0);
      }
    }

    Block event(long cycles, int facility, int event, byte[] payload) {
      return event(cycles, facility, event, payload.length, payload);
    }

    Block event(long cycles, int facility, int event, int size, byte[] payload) {
      lastTsc = cycles;
      out.pad(pad());
      if (!tsc) {
        out.number(4, (cycles - beginTsc) / 1000);
      } else {
        out.number(heartbeat ? 4 : 8, cycles);
      }
      out.number(1, facility).number(1, event).number(2, size);
      out.pad(pad()).bytes(payload);
      return this;
    }

    Block compact(long cycles, int eventBits, int event, int value, byte[] payload) {
      lastTsc = cycles;
      out.pad(aligned ? 4 : 1);
      long stamp = cycles >>> TRUNCATED_BITS & (1 << TSC_BITS) - 1;
      out.number(4, stamp | event << TSC_BITS | (long) value << TSC_BITS + eventBits);
      out.bytes(payload);
      return this;
    }

    Block raw(byte[] bytes) {
      out.bytes(bytes);
      return this;
    }

    /** The whole block; a size of 0 gives it as many bytes as it has. */
    byte[] finish(int size) {
      return finish(size, -1);
    }

    byte[] finish(int size, long lostBytes) {
      int bytes = size == 0 ? out.size() : size;
      if (out.size() > bytes) {
        throw new IllegalArgumentException("the block is full: " + out.size());
      }
      byte[] content = out.array();
      Block again = new Block(beginTsc);
      int headerBytes = again.out.size();
      again.lastTsc = lastTsc;
      again.header(lostBytes < 0 ? bytes - content.length : lostBytes, bytes);
      ByteBuffer all = ByteBuffer.allocate(bytes);
      all.put(content).put(0, again.out.array(), headerBytes, headerBytes);
      return all.array();
    }
  }

  /** The payload of a facility load; sizes are int, long, pointer, size_t, alignment. */
  byte[] load(String name, int checksum, int id, int... sizes) {
    Bytes out = bytes().text(name).pad(pad()).number(4, checksum).number(4, id);
    for (int i = minor <= 4 ? 1 : 0; i < (minor == 0 ? 4 : 5); i++) {
      out.number(4, sizes[i]);
    }
    return out.array();
  }

  /** The payload of a facility load with the sizes of the traced machine. */
  byte[] load(String name, int checksum, int id) {
    return load(name, checksum, id, 4, word, word, word, aligned ? word : 0);
  }

  /** The number of the event that announces a facility in a state dump. */
  int dumpedLoad() {
    return minor == 8 ? 4 : 3;
  }

  /** A facilities file of one block that announces facilities, the core first. */
  void facilities(Path trace, byte[]... loads) throws IOException {
    Block block = new Block(0).event(1, 0, 0, load("core", 0x1A8DE486, 0));
    for (byte[] load : loads) {
      block.event(2, 0, dumpedLoad(), load);
    }
    LttReading.write(trace, "control/facilities_0", block.finish(4096));
  }
}
