package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ids of a trace's facilities, and the file that announces them: {@code control/facilities_0}.
 *
 * <p>An id is the checksum modulo 256, or the next that is free; 0 is that of the core facility, which announces itself
 * first. Facilities are announced by {@code facility_load}, whose number all versions of the core facility agree on. Source:
 * the trace format reference, section 5.
 */
final class LttFacilities {

  static final int CORE_ID = 0;
  static final int FACILITY_LOAD = 0;
  static final int HEARTBEAT = 2;
  static final int CORE_CHECKSUM_0_7 = 0x1A8DE486;
  static final int CORE_CHECKSUM_0_8 = 0x9ABCB4FA;

  private static final int IDS = 256;
  private static final int BLOCK_BYTES = 4096;
  private static final int INT_BYTES = 4;

  private final LttTrace trace;
  private final Set<Integer> taken = new HashSet<>();
  private final List<Load> loads = new ArrayList<>();

  /** That a facility has an id from some time on. */
  private record Load(String name, int checksum, int id, int alignmentBytes, long nanos) {

    byte[] payload() {
      byte[] text = LttBlocks.padded(name);
      ByteBuffer bytes =
          ByteBuffer.allocate(text.length + 7 * Integer.BYTES).order(ByteOrder.nativeOrder());
      bytes.put(text).putInt(checksum).putInt(id);
      bytes.putInt(INT_BYTES).putInt(Long.BYTES).putInt(Long.BYTES).putInt(Long.BYTES);
      return bytes.putInt(alignmentBytes).array();
    }
  }

  LttFacilities(LttTrace trace) {
    this.trace = trace;
    boolean is08 = trace.format() == TraceFormat.LTT_0_8;
    taken.add(CORE_ID);
    int checksum = is08 ? CORE_CHECKSUM_0_8 : CORE_CHECKSUM_0_7;
    loads.add(new Load("core", checksum, CORE_ID, LttLayout.WORD_BYTES, trace.startNanos()));
  }

  boolean isFull() {
    return taken.size() == IDS;
  }

  /** The id that a facility has if it is the first one. */
  static int firstId(int checksum) {
    int id = checksum & IDS - 1;
    return id == CORE_ID ? id + 1 : id;
  }

  /** Binds a facility to an id; there is one left. */
  int bind(String name, int checksum, int alignmentBytes, long nanos) {
    int id = firstId(checksum);
    while (!taken.add(id)) {
      id = id + 1 & IDS - 1;
    }
    loads.add(new Load(name, checksum, id, alignmentBytes, nanos));
    return id;
  }

  /** The content of the file: blocks. */
  List<LttBlock> blocks() {
    LttBlocks file = new LttBlocks(trace, BLOCK_BYTES) {
      @Override
      void begin(LttBlock block, int part, long nanos) {
        // nothing but facility_load may stand in this file
      }
    };
    for (Load load : loads) {
      file.add(CORE_ID, FACILITY_LOAD, load.nanos(), load.payload());
    }
    return file.blocks();
  }
}
