package org.genevent.emitter.ltt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.genevent.abi.Abi;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;

/**
 * The payload of {@code core.facility_load} in an aligned trace: how a facility is bound to an id.
 *
 * <pre>
 * | type   | field                                            |
 * |--------|--------------------------------------------------|
 * | string | name, padded with zeros to the word              |
 * | u32    | checksum                                         |
 * | u32    | id                                               |
 * | u32    | bytes of an int, a long, a pointer and a size_t  |
 * | u32    | alignment: the word, or 0 if packed              |
 * </pre>
 *
 * <p>Numbers have the byte order of the target. The core facility says 4 bytes of an int whatever the target has, since
 * its own numbers always have 4. Source: the trace format reference, section 5.
 *
 * @param entry the facility
 * @param target the target that its events are written for
 */
record LoadRecord(FacilityTable.Entry entry, Abi target) {

  private static final int CORE_INT_BYTES = 4;

  int intBytes() {
    return entry.isCore() ? CORE_INT_BYTES : model().sizeBytes(CType.INT);
  }

  int longBytes() {
    return model().sizeBytes(CType.LONG);
  }

  int pointerBytes() {
    return model().sizeBytes(CType.POINTER);
  }

  int sizeTBytes() {
    return model().sizeBytes(CType.SIZE_T);
  }

  /** The word, or 0 if the facility is packed. */
  int alignmentBytes() {
    return entry.facility().packed() ? 0 : model().wordBytes();
  }

  private DataModel model() {
    return target.dataModel();
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(entry.facility().name().getBytes(StandardCharsets.US_ASCII));
    do {
      out.write(0);
    } while (out.size() % model().wordBytes() != 0);
    int[] numbers = {
      entry.checksum(),
      entry.id(),
      intBytes(),
      longBytes(),
      pointerBytes(),
      sizeTBytes(),
      alignmentBytes()
    };
    ByteBuffer words =
        ByteBuffer.allocate(numbers.length * Integer.BYTES).order(target.byteOrder());
    for (int number : numbers) {
      words.putInt(number);
    }
    out.writeBytes(words.array());
    return out.toByteArray();
  }

  /** The bytes as hexadecimal digits. */
  String hex() {
    StringBuilder hex = new StringBuilder();
    for (byte one : bytes()) {
      hex.append(String.format(Locale.ROOT, "%02x", one));
    }
    return hex.toString();
  }
}
