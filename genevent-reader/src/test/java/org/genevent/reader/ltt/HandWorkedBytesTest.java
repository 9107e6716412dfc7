package org.genevent.reader.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Byte sequences worked out by hand from the trace format reference.
 *
 * <p>Most have the facility of the layout reference's checksum example: {@code t}, with an event {@code e} that has a field
 * {@code f} of type {@code uint}; its checksum is 0xCD33C5EC.
 */
class HandWorkedBytesTest {

  static final String T =
      "<facility name=\"t\"><event name=\"e\"><field name=\"f\"><uint/></field></event></facility>";

  @TempDir
  private Path trace;

  @Test
  void version07LittleEndian32BitAlignedWithHeartbeat() throws IOException {
    LttReading.xml(trace, "t.xml", T);
    String traceHeader = """
        edb7d600          # 40: magic 0x00D6B7ED
        01000000          # i386
        00000000          # no variant
        00000000          # no floats
        04 00 07 00 01 04 # pointers of 4 bytes, version 0.7, not flight, heartbeat, aligned to 4
        e8030000          # frequency scale 1000
        40420f0000000000  # frequency 1000000: times the scale, a cycle a nanosecond
        0000000001000000  # start TSC 0x100000000
        0000000000000000  # monotonic
        0a00000000000000  # 10 s
        f401000000000000  # 500 us
        0000              # 106: padding to a multiple of 4
        """;
    LttReading.write(trace, "control/facilities_0", LttReading.hex("""
        0000000001000000 40420f0000000000  # begin: cycles 0x100000000, frequency
        6400000001000000 40420f0000000000  # end: 100 cycles later
        00000000 c0000000                  # nothing lost of 192 bytes
        """ + traceHeader + """
        05000000 00 00 2400   # 108: TSC 0x100000005, facility 0, event 0, 36 bytes
        636f726500 000000     # 116: "core", padded to the word
        86e48d1a 00000000     # 124: checksum 0x1A8DE486, id 0
        04000000 04000000 04000000 04000000 04000000 # int, long, pointer, size_t, alignment
        07000000 00 03 2000   # 152: TSC 0x100000007, facility 0, event 3 (2006: in a state dump), 32 bytes
        7400 0000             # 160: "t", padded to the word
        ecc533cd 4d000000     # 164: checksum 0xCD33C5EC, id 77
        04000000 04000000 04000000 04000000 04000000 # until 192
        """));
    LttReading.write(trace, "cpu_0", LttReading.hex("""
        0000000001000000 40420f0000000000
        6400000002000000 40420f0000000000
        08000000 8c000000     # 8 bytes lost of 140: events until 132
        """ + traceHeader + """
        0a000000 4d 00 0400 07000000 # 108: TSC 0x10000000A, facility 77, event 0, 4 bytes: 7
        05000000 4d 00 0400 ffffffff # 120: a smaller low half, so TSC 0x200000005: 2^32 - 1
        eeeeeeee eeeeeeee            # 132: lost
        """));
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    assertEquals("""
        {"timestamp_ns":10000500005,"facility":"core","event":"facility_load","stream":"control/facilities_0","fields":{"name":"core","checksum":445506694,"id":0,"int_size":4,"long_size":4,"pointer_size":4,"size_t_size":4,"has_alignment":4}}
        {"timestamp_ns":10000500007,"facility":"core","event":"state_dump_facility_load","stream":"control/facilities_0","fields":{"name":"t","checksum":3442722284,"id":77,"int_size":4,"long_size":4,"pointer_size":4,"size_t_size":4,"has_alignment":4}}
        {"timestamp_ns":10000500010,"facility":"t","event":"e","stream":"cpu_0","fields":{"f":7}}
        {"timestamp_ns":14295467301,"facility":"t","event":"e","stream":"cpu_0","fields":{"f":4294967295}}
        """, reading.output());
  }

  @Test
  void version07BigEndian64BitAlignedWithoutHeartbeat() throws IOException {
    LttReading.xml(trace, "t.xml", T);
    String traceHeader = """
        00d6b7ed          # 40: magic
        00000007          # ppc64
        00000000 00000000
        08 00 07 00 00 08 # pointers of 8 bytes, version 0.7, not flight, no heartbeat, aligned to 8
        00000001          # frequency scale 1
        000000003b9aca00  # 10^9 Hz
        0000000000000000 0000000000000000 0000000000000000 0000000000000000
        000000000000      # 106: padding to a multiple of 8
        """;
    LttReading.write(trace, "control/facilities_0", LttReading.hex("""
        0000000000000001 000000003b9aca00
        0000000000000009 000000003b9aca00
        00000000 000000dc         # 220 bytes
        """ + traceHeader + """
        0000000000000005 00 00 0024 00000000 # 112: whole TSC; 124: padding to 128
        636f726500 000000         # 128: "core", padded to the word
        1a8de486 00000000 00000004 00000008 00000008 00000008 00000008 # 136: until 164
        00000000                  # padding to 168
        0000000000000006 00 00 0024 00000000 # 168: header, padding to 184
        7400 000000000000         # 184: "t", padded to the word
        cd33c5ec 0000004d 00000004 00000008 00000008 00000008 00000008 # 192: until 220
        """));
    LttReading.write(trace, "cpu_0", LttReading.hex("""
        0000000000000001 000000003b9aca00
        0000000000000009 000000003b9aca00
        00000000 0000009c         # 156 bytes
        """ + traceHeader + """
        0000000300000001 4d 00 0004 00000000 # 112
        00000007 00000000         # 128: 7; padding to 136
        0000000300000002 4d 00 ffff 00000000 # 136: a size of 0xFFFF: the reader's own
        00000008                  # 152: 8, until 156
        """));
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    assertEquals(List.of("e {\"f\":7}", "e {\"f\":8}"), reading.fields());
    // no time of the start was written, so the TSC's own zero counts: 3 * 2^32 + 1
    assertEquals(List.of(12884901889L, 12884901890L), reading.times());
  }

  @Test
  void version08LittleEndianCompact() throws IOException {
    LttReading.xml(trace, "compact.xml", """
        <facility name="compact" align="0">
          <event name="irq" attribute="compact_data"><field name="n"><uchar/></field></event>
          <event name="mark"></event>
          <event name="two" attribute="compact_data">
            <field name="a"><uint_fixed size="1"/></field><field name="b"><uint_fixed size="2"/></field>
          </event>
        </facility>""");
    String traceHeader = """
        edb7d600 01000000 00000000 00000000
        04 00 08 00 01 00 # 56: version 0.8, heartbeat, packed
        0a 10             # 62: the lowest 10 bits left out, 16 bits of the TSC
        01000000          # 64: frequency scale 1
        00ca9a3b00000000  # 10^9 Hz
        0000000000000000 0000000000000000 0000000000000000 0000000000000000
        """;
    LttReading.write(trace, "control/facilities_0", LttReading.hex("""
        0000000000000000 00ca9a3b00000000 0000000000000000 00ca9a3b00000000
        00000000 98000000 # 152 bytes
        """ + traceHeader + """
        01000000 00 04 2400 # 108: event 4 (2007: in a state dump), 36 bytes
        636f6d7061637400    # "compact"
        37689d35 07000000 04000000 04000000 04000000 04000000 00000000 # id 7, packed
        """));
    LttReading.write(trace, "compact_0", LttReading.hex("""
        0054341200000000 00ca9a3b00000000  # begin: 0x12345400
        0000000000000000 00ca9a3b00000000
        00000000 7a000000                  # 122 bytes
        """ + traceHeader + """
        158d1400 # 108: bits 0-15 0x8D15, as the begin has in bits 10-25; 16-17 event 0 (3 events: 2 bits); from 18: 5
        01000100 # 112: 0x0001 is smaller: bit 26 is carried, 0x14000400; event 1
        02000e00 # 116: 0x0002; event 2; 3
        0201     # 120: b = 0x0102; a travelled in the header
        """));
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    assertEquals(List.of("irq {\"n\":5}", "mark {}", "two {\"a\":3,\"b\":258}"), reading.fields());
    assertEquals(List.of(0x12345400L, 0x14000400L, 0x14000800L), reading.times());
  }
}
