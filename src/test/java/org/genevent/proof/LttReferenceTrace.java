package org.genevent.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.xml.FacilityWriter;

/**
 * Writes an LTT trace of random values byte by byte as the trace format reference says: every event in each of two blocks of a
 * file for each of two processors.
 *
 * @param minor 7 or 8
 * @param dataModel the sizes of the C types
 * @param byteOrder the order of bytes
 * @param aligned whether headers are aligned
 * @param heartbeat whether headers have half of the TSC
 */
record LttReferenceTrace(
    int minor, DataModel dataModel, ByteOrder byteOrder, boolean aligned, boolean heartbeat) {

  static final long START_SECONDS = 1_500_000_000L;
  private static final int ID = 200;
  private static final int BLOCK_BYTES = 1 << 13;
  private static final int FILES = 2;

  /** An event that was written. */
  record Written(long cycles, Event event, Map<String, Object> values) {}

  static LttReferenceTrace of(Random random) {
    DataModel[] models = {DataModel.ILP32, DataModel.LP64, DataModel.LLP64};
    return new LttReferenceTrace(
        7 + random.nextInt(2),
        models[random.nextInt(models.length)],
        random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN,
        random.nextBoolean(),
        random.nextBoolean());
  }

  /** Writes the trace; gives the events in the order of their time. */
  List<Written> write(Path folder, Facility facility, Random random) throws IOException {
    Files.createDirectories(folder.resolve("eventdefs"));
    Files.createDirectories(folder.resolve("control"));
    Files.writeString(
        folder.resolve("eventdefs/" + facility.name() + ".xml"), FacilityWriter.write(facility));
    Files.write(folder.resolve("control/facilities_0"), facilities(facility));
    ReferenceSerializer serializer = new ReferenceSerializer(
        dataModel, byteOrder, LayoutRule.LTT, facility.packed() || !aligned);
    RandomValues values = new RandomValues(random, serializer);
    List<Written> written = new ArrayList<>();
    long cycles = 0;
    for (int file = 0; file < FILES; file++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int number = 0; number < 2; number++) {
        Block block = new Block(cycles);
        for (int i = 0; i < facility.events().size(); i++) {
          Event event = facility.events().get(i);
          cycles += 1 + random.nextInt(1_000_000_000);
          Map<String, Object> fields = values.of(event.payloadFields());
          byte[] payload = serializer.payload(event.payloadFields(), fields);
          if (block.hasRoom(payload)) {
            block.event(cycles, ID, event.id().orElse(i), payload);
            written.add(new Written(cycles, event, fields));
          }
        }
        bytes.writeBytes(block.finish(cycles));
      }
      Files.write(folder.resolve("cpu_" + file), bytes.toByteArray());
    }
    return written;
  }

  private int word() {
    return dataModel.sizeBytes(CType.POINTER);
  }

  private byte[] facilities(Facility facility) {
    Block block = new Block(0);
    int load = minor == 8 ? 4 : 3;
    block.event(0, 0, load, load("core", 0x1A8DE486, 0, aligned ? word() : 0));
    int alignment = facility.packed() || !aligned ? 0 : word();
    block.event(0, 0, load, load(facility.name(), FacilityChecksum.of(facility), ID, alignment));
    return block.finish(0);
  }

  private byte[] load(String name, int checksum, int id, int alignment) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    int padded = text.length + 1;
    while (aligned && padded % word() != 0) {
      padded++;
    }
    return ByteBuffer.allocate(padded + 28)
        .order(byteOrder)
        .put(text)
        .position(padded)
        .putInt(checksum)
        .putInt(id)
        .putInt(dataModel.sizeBytes(CType.INT))
        .putInt(dataModel.sizeBytes(CType.LONG))
        .putInt(word())
        .putInt(dataModel.sizeBytes(CType.SIZE_T))
        .putInt(alignment)
        .array();
  }

  /** A block that is being filled: sections 2 to 4 of the reference. */
  private final class Block {
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK_BYTES).order(byteOrder);

    Block(long begin) {
      bytes.putLong(begin).putLong(1_000_000);
      // the end, what is lost and the length
      bytes.putLong(0).putLong(1_000_000).putInt(0).putInt(BLOCK_BYTES);
      bytes.putInt(0x00D6B7ED).putInt(8).putInt(0).putInt(0);
      bytes.put((byte) word()).put((byte) 0).put((byte) minor).put((byte) 0);
      bytes.put((byte) (heartbeat ? 1 : 0)).put((byte) (aligned ? word() : 0));
      if (minor == 8) {
        bytes.put((byte) 0).put((byte) 0);
      }
      bytes.putInt(1000).putLong(1_000_000).putLong(0).putLong(0);
      bytes.putLong(START_SECONDS).putLong(0);
    }

    private void pad() {
      while (aligned && bytes.position() % word() != 0) {
        bytes.put((byte) 0);
      }
    }

    boolean hasRoom(byte[] payload) {
      return payload.length < 0xFFFF && bytes.remaining() > payload.length + 40;
    }

    void event(long cycles, int facility, int event, byte[] payload) {
      pad();
      if (heartbeat) {
        bytes.putInt((int) cycles);
      } else {
        bytes.putLong(cycles);
      }
      bytes.put((byte) facility).put((byte) event).putShort((short) payload.length);
      pad();
      bytes.put(payload);
    }

    byte[] finish(long end) {
      return bytes.putLong(16, end).putInt(32, bytes.remaining()).array();
    }
  }
}
