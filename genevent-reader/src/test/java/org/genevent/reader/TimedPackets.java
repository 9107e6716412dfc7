package org.genevent.reader;

/** Metadata of packets that say all that packets can say of themselves, in {@value #HEADER_BYTES} bytes; events are to be added. */
public final class TimedPackets {

  /** TSDL, little endian: events begin with a number of four bytes and a time of eight. */
  public static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; } := u32;
      typealias integer { size = 64; align = 8; map = clock.m.value; } := time;
      trace { major = 1; minor = 8; byte_order = le; packet.header := struct { u32 magic; u32 stream_id; }; };
      clock { name = m; freq = 1000000000; };
      stream {
        id = 0;
        packet.context := struct {
          time timestamp_begin; time timestamp_end; u32 content_size; u32 packet_size; u32 packet_seq_num; u32 events_discarded;
        };
        event.header := struct { u32 id; time timestamp; };
      };
      """;

  /** The bytes of a packet in front of its events. */
  public static final int HEADER_BYTES = 40;

  private TimedPackets() {}
}
