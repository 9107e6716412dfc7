package org.genevent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks, byte by byte: what is expected was worked out by hand from the description of the format. */
class LttBlocksTest {

  private static final int SUB_BUFFER_BYTES = 4096;
  private static final int BLOCK_BYTES = 8192;

  /** 1,000,000,000 as eight bytes. */
  private static final String FREQUENCY = "00ca9a3b00000000";

  /** Clock at the start 0x10000, which was 5 s and 7 µs of the epoch. */
  private static LttTrace trace(TraceFormat format, boolean heartbeat, boolean overwrite) {
    return new LttTrace(format, heartbeat, overwrite, 0x10000, 5_000_007);
  }

  @BeforeEach
  void theMachineIsThatOfTheBytes() {
    assumeTrue(
        ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
            && System.getProperty("os.arch").equals("amd64"),
        "skipped: the bytes are those of x86_64");
  }

  /** A packet as a sub-buffer has it: class, begin, end, number, losses, thread, name. */
  private static ByteBuffer packet(
      boolean shared, long begin, long end, long discarded, long thread, String name) {
    ByteBuffer packet = ByteBuffer.allocate(SUB_BUFFER_BYTES).order(ByteOrder.nativeOrder());
    packet.putInt(20, shared ? 1 : 0).putLong(32, begin).putLong(40, end);
    packet.putLong(64, 3).putLong(72, discarded).putLong(80, thread);
    packet.put(88, name.getBytes(StandardCharsets.UTF_8));
    return packet.position(128);
  }

  private static void record(ByteBuffer packet, int id, long nanos, long thread, byte... payload) {
    packet.position(packet.position() + 7 & -8);
    packet.putLong(nanos << 16 | id);
    if ((packet.getInt(20) & 1) != 0) {
      packet.putLong(thread);
    }
    packet.putLong(payload.length).put(payload);
  }

  private static List<LttBlock> blocks(LttTrace trace, ByteBuffer packet, long discarded) {
    return LttPacket.blocks(trace, BLOCK_BYTES, packet.array(), packet.position(), discarded);
  }

  private static String content(LttBlock block) {
    return HexFormat.of().formatHex(block.bytes(), 0, block.contentEnd());
  }

  @Test
  void aBlockOf07With64BitsOfTheTime() {
    ByteBuffer packet = packet(false, 0x20000, 0x20020, 9, 17, "main");
    record(packet, 0x4201, 0x20010, 0, (byte) 1, (byte) 2, (byte) 3);
    record(packet, 0x4202, 0x20020, 0);
    List<LttBlock> blocks = blocks(trace(TraceFormat.LTT_0_7, false, false), packet, 9);
    assertEquals(1, blocks.size());
    assertEquals(BLOCK_BYTES, blocks.get(0).bytes().length);
    // 112 + 16 + 32, + 16 + 3 (+ 5), + 16 + 0, + 16 + 8: content ends at 224, so 7968 = 0x1f20 are
    // lost
    assertEquals(
        "1000020000000000" + FREQUENCY // begin
            + "2000020000000000" + FREQUENCY // end
            + "201f0000" + "00200000" // lost, length 8192
            + "edb7d600" + "08000000" + "00000000" + "d2040000" // magic, x86_64, variant, 1234
            + "08" + "00" + "07" + "00" + "00" + "08" // pointer, 0.7, no flight, no heartbeat, word
            + "01000000" + FREQUENCY + "0000010000000000" + "0000010000000000"
            + "0500000000000000" + "0700000000000000"
            + "000000000000" // 106 to 112
            + "1000020000000000" + "ce" + "00" + "2000" + "00000000" // genevent.block, 32 bytes
            + "0300000000000000" + "1100000000000000" + "00000000" + "6d61696e00" + "00000000000000"
            + "1000020000000000" + "42" + "01" + "0300" + "00000000" // the first event
            + "010203" + "0000000000"
            + "2000020000000000" + "42" + "02" + "0000" + "00000000" // the second, no payload
            + "2000020000000000" + "ce" + "02" + "0800" + "00000000" // genevent.discarded
            + "0900000000000000",
        content(blocks.get(0)));
    byte[] bytes = blocks.get(0).bytes();
    for (int i = blocks.get(0).contentEnd(); i < bytes.length; i++) {
      assertEquals(0, bytes[i]);
    }
  }

  @Test
  void aBlockOf08WithHeartbeatOfAFlightRecorder() {
    ByteBuffer packet = packet(true, 0x20000, 0x20020, 0, 0, "");
    record(packet, 0x4201, 0x20010, 17, (byte) 1, (byte) 2, (byte) 3);
    record(packet, 0x4202, 0x20020, 17);
    List<LttBlock> blocks = blocks(trace(TraceFormat.LTT_0_8, true, true), packet, 0);
    assertEquals(1, blocks.size());
    // 112 + 8 + 24, + 8 + 8, + 8 + 3 (+ 5), + 8: 184, so 8008 = 0x1f48 are lost
    assertEquals(
        "1000020000000000" + FREQUENCY
            + "2000020000000000" + FREQUENCY
            + "481f0000" + "00200000"
            + "edb7d600" + "08000000" + "00000000" + "d2040000"
            + "08" + "00" + "08" + "01" + "01" + "08" + "00" + "00" // 0.8, flight, heartbeat
            + "01000000" + FREQUENCY + "0000010000000000" + "0000010000000000"
            + "0500000000000000" + "0700000000000000"
            + "00000000" // 108 to 112
            + "10000200" + "ce" + "00" + "1800" // genevent.block, 24 bytes: no name
            + "0300000000000000" + "1100000000000000" + "00000000" + "00000000"
            + "10000200" + "ce" + "01" + "0800" + "1100000000000000" // genevent.thread
            + "10000200" + "42" + "01" + "0300" + "010203" + "0000000000"
            + "20000200" + "42" + "02" + "0000",
        content(blocks.get(0)));
  }

  @Test
  void heartbeatsStandBetweenEventsThatLieMoreThanAWrapApart() {
    ByteBuffer packet = packet(false, 0x10, 0x10, 0, 0, "");
    record(packet, 0x4201, 0x10, 0);
    record(
        packet, 0x4201, 0x1_0000_000FL, 0); // one less than a wrap later: the low half is smaller
    record(packet, 0x4201, 0x3_0000_0010L, 0); // two wraps and one more
    LttBlock block = blocks(trace(TraceFormat.LTT_0_7, true, false), packet, 0).get(0);
    String events = content(block).substring(2 * (112 + 8 + 24));
    assertEquals(
        "10000000" + "4201" + "0000"
            + "0f000000" + "4201" + "0000"
            + "0e000000" + "0002" + "0000" // 0x2_0000_000E, core.time_heartbeat
            + "0d000000" + "0002" + "0000" // 0x3_0000_000D
            + "10000000" + "4201" + "0000",
        events);
  }

  @Test
  void anEventThatLiesManyWrapsLaterGetsABlockOfItsOwn() {
    ByteBuffer packet = packet(false, 0x10, 0x10, 0, 0, "");
    record(packet, 0x4201, 0x10, 0);
    record(packet, 0x4201, 0x7F_0000_0010L, 0);
    List<LttBlock> blocks = blocks(trace(TraceFormat.LTT_0_7, true, false), packet, 0);
    assertEquals(2, blocks.size());
    assertTrue(content(blocks.get(1)).startsWith("100000007f000000" + FREQUENCY));
    // the same packet, part 1
    assertTrue(content(blocks.get(1))
        .endsWith("0300000000000000" + "0000000000000000" + "01000000" + "00000000" + "10000000"
            + "4201" + "0000"));
  }

  @Test
  void whatDoesNotFitABlockGoesToTheNext() {
    // a thread event in front of each event: 24 + 16 bytes for the 24 that the record has in memory
    ByteBuffer packet = packet(true, 0x10, 0x10, 0, 0, "");
    int events = 0;
    while (packet.position() + 24 <= SUB_BUFFER_BYTES) {
      record(packet, 0x4201, 0x10, 100 + events++ % 2);
    }
    List<LttBlock> blocks = blocks(trace(TraceFormat.LTT_0_7, false, false), packet, 0);
    int found = 0;
    for (LttBlock block : blocks) {
      assertTrue(block.contentEnd() <= BLOCK_BYTES);
      found += content(block).split("42010000", -1).length - 1;
    }
    assertEquals(events, found);
  }

  @Test
  void theLargestEventOfASubBufferFitsABlock() {
    ByteBuffer packet = packet(false, 0x10, 0x10, 0, 17, "n".repeat(39));
    byte[] payload = new byte[SUB_BUFFER_BYTES - 128 - 16];
    payload[payload.length - 1] = 7;
    record(packet, 0x4201, 0x10, 0, payload);
    List<LttBlock> blocks = blocks(trace(TraceFormat.LTT_0_8, false, false), packet, 0);
    assertEquals(1, blocks.size());
    assertTrue(content(blocks.get(0)).endsWith("07"));
  }

  @Test
  void aSizeOf65535OrMoreIsSaidAs65535() {
    LttBlock block = new LttBlock(trace(TraceFormat.LTT_0_7, true, false), 1 << 17, 0);
    block.add(0x42, 1, 5, new byte[70_000], 0, 70_000);
    assertEquals("05000000" + "42" + "01" + "ffff", content(block).substring(224, 240));
    assertEquals(112 + 8 + 70_000, block.contentEnd());
  }

  @Test
  void facilitiesAreAnnouncedTheCoreFirst() {
    LttFacilities facilities = new LttFacilities(trace(TraceFormat.LTT_0_7, false, false));
    assertEquals(0xCE, facilities.bind("genevent", LttPacket.CHECKSUM, 8, 0x10000));
    assertEquals(0xCF, facilities.bind("tight", 0x123456CE, 0, 0x10007));
    assertEquals(1, facilities.bind("zero", 0x12345600, 8, 0x10008));
    List<LttBlock> blocks = facilities.blocks();
    assertEquals(1, blocks.size());
    assertEquals(4096, blocks.get(0).bytes().length);
    String sizes = "04000000" + "08000000" + "08000000" + "08000000";
    assertEquals(
        "0000010000000000" + "00" + "00" + "2400" + "00000000"
            + "636f726500000000" + "86e48d1a" + "00000000" + sizes + "08000000" + "00000000"
            + "0000010000000000" + "00" + "00" + "2c00" + "00000000"
            + "67656e6576656e74" + "0000000000000000" + "cedf7d3d" + "ce000000" + sizes + "08000000"
            + "00000000"
            + "0700010000000000" + "00" + "00" + "2400" + "00000000"
            + "7469676874000000" + "ce563412" + "cf000000" + sizes + "00000000" + "00000000"
            + "0800010000000000" + "00" + "00" + "2400" + "00000000"
            + "7a65726f00000000" + "00563412" + "01000000" + sizes + "08000000",
        content(blocks.get(0)).substring(224));
  }

  @Test
  void allIdsCanBeBound() {
    LttFacilities facilities = new LttFacilities(trace(TraceFormat.LTT_0_7, false, false));
    for (int i = 0; i < 255; i++) {
      assertTrue(!facilities.isFull());
      facilities.bind("f" + i, 7, 8, 0);
    }
    assertTrue(facilities.isFull());
    assertTrue(facilities.blocks().size() > 1);
  }
}
