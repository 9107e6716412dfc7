package org.genevent.benchmarks.read;

import java.nio.ByteBuffer;
import java.util.UUID;

/** How packets and events of a trace are written. */
enum TraceForm {
  /** As our own runtime writes: headers of 128 bytes, events at multiples of eight bytes, fields aligned. */
  OURS(128) {
    @Override
    String metadata() {
      return HEAD + """
          trace {
            major = 1; minor = 8; byte_order = le; uuid = "%s";
            packet.header := struct {
              u32 magic; integer { size = 8; align = 8; } uuid[16]; u32 stream_id; integer { size = 64; align = 8; } stream_instance_id;
            };
          };
          clock { name = "monotonic"; freq = 1000000000; offset_s = 1700000000; };
          stream {
            id = 0;
            packet.context := struct {
              integer { size = 64; align = 8; map = clock.monotonic.value; } timestamp_begin;
              integer { size = 64; align = 8; map = clock.monotonic.value; } timestamp_end;
              u64 content_size; u64 packet_size; u64 packet_seq_num; u64 events_discarded; u64 _thread_id;
              integer { size = 8; align = 8; encoding = UTF8; } _thread_name[40];
            };
            event.header := struct {
              integer { size = 16; align = 64; } id;
              integer { size = 48; align = 16; map = clock.monotonic.value; } timestamp;
            };
          };
          event { id = 0; stream_id = 0; name = "bench:number"; fields := struct {
            integer { size = 32; align = 32; signed = true; } _number; integer { size = 64; align = 64; signed = true; } _value; }; };
          event { id = 1; stream_id = 0; name = "bench:named"; fields := struct {
            integer { size = 32; align = 32; signed = true; } _number; integer { size = 64; align = 64; signed = true; } _value;
            string _name; }; };
          """.formatted(TRACE_UUID);
    }

    @Override
    void begin(ByteBuffer packet, long begin, long sequence, int stream) {
      uuid(packet.putInt(MAGIC)).putInt(0).putLong(stream).putLong(begin).putLong(begin);
      packet.putLong(0).putLong(8L * packet.capacity()).putLong(sequence).putLong(0);
      packet.putLong(1000 + stream).position(headerBytes());
    }

    @Override
    void end(ByteBuffer packet, long end) {
      packet.putLong(40, end).putLong(48, 8L * packet.position());
    }

    @Override
    void event(ByteBuffer packet, long before, long now, int number, long value, byte[] name) {
      packet.position(packet.position() + 7 & -8);
      packet.putLong((name == null ? 0 : 1) | now << 16);
      packet.putInt(number).putInt(0).putLong(value);
      if (name != null) {
        packet.put(name).put((byte) 0);
      }
    }
  },

  /** As LTTng writes for user space: compact event headers of 5 bits of id and 27 bits of time, fields packed. */
  LTTNG(80) {
    @Override
    String metadata() {
      return HEAD + """
          struct event_header_compact {
            enum : integer { size = 5; align = 1; } { compact = 0 ... 30, extended = 31 } id;
            variant <id> {
              struct { integer { size = 27; align = 1; map = clock.monotonic.value; } timestamp; } compact;
              struct { u32 id; integer { size = 64; align = 8; map = clock.monotonic.value; } timestamp; } extended;
            } v;
          } align(8);
          trace {
            major = 1; minor = 8; byte_order = le; uuid = "%s";
            packet.header := struct {
              u32 magic; integer { size = 8; align = 8; } uuid[16]; u32 stream_id; u64 stream_instance_id;
            };
          };
          clock { name = "monotonic"; freq = 1000000000; offset_s = 1700000000; };
          stream {
            id = 0;
            packet.context := struct {
              integer { size = 64; align = 8; map = clock.monotonic.value; } timestamp_begin;
              integer { size = 64; align = 8; map = clock.monotonic.value; } timestamp_end;
              u64 content_size; u64 packet_size; u64 packet_seq_num; u64 events_discarded; u32 cpu_id;
            };
            event.header := struct event_header_compact;
          };
          event { id = 0; stream_id = 0; name = "bench:number"; fields := struct {
            integer { size = 32; align = 8; signed = true; } _number; integer { size = 64; align = 8; signed = true; } _value; }; };
          event { id = 1; stream_id = 0; name = "bench:named"; fields := struct {
            integer { size = 32; align = 8; signed = true; } _number; integer { size = 64; align = 8; signed = true; } _value;
            string _name; }; };
          """.formatted(TRACE_UUID);
    }

    @Override
    void begin(ByteBuffer packet, long begin, long sequence, int stream) {
      uuid(packet.putInt(MAGIC)).putInt(0).putLong(stream).putLong(begin).putLong(begin);
      packet.putLong(0).putLong(8L * packet.capacity()).putLong(sequence).putLong(0);
      packet.putInt(stream);
    }

    @Override
    void end(ByteBuffer packet, long end) {
      packet.putLong(40, end).putLong(48, 8L * packet.position());
    }

    @Override
    void event(ByteBuffer packet, long before, long now, int number, long value, byte[] name) {
      int id = name == null ? 0 : 1;
      if (now - before < 1L << 27) {
        packet.putInt(id | (int) (now & (1L << 27) - 1) << 5);
      } else {
        packet.put((byte) 31).putInt(id).putLong(now);
      }
      packet.putInt(number).putLong(value);
      if (name != null) {
        packet.put(name).put((byte) 0);
      }
    }
  };

  private static final int MAGIC = 0xC1FC1FC1;
  private static final UUID TRACE_UUID = new UUID(0x0123456789abcdefL, 0x8899aabbccddeeffL);
  private static final String HEAD = """
      /* CTF 1.8 */
      typealias integer { size = 32; align = 8; } := u32;
      typealias integer { size = 64; align = 8; } := u64;
      """;

  private final int headerBytes;

  TraceForm(int headerBytes) {
    this.headerBytes = headerBytes;
  }

  /** What a packet begins with, in bytes. */
  int headerBytes() {
    return headerBytes;
  }

  private static ByteBuffer uuid(ByteBuffer packet) {
    return packet
        .putLong(Long.reverseBytes(TRACE_UUID.getMostSignificantBits()))
        .putLong(Long.reverseBytes(TRACE_UUID.getLeastSignificantBits()));
  }

  abstract String metadata();

  /** Writes the header and context of a packet, little-endian. */
  abstract void begin(ByteBuffer packet, long begin, long sequence, int stream);

  /** Writes into the header what is known at the end. */
  abstract void end(ByteBuffer packet, long end);

  /** Writes an event; the name is null for an event without one. */
  abstract void event(
      ByteBuffer packet, long before, long now, int number, long value, byte[] name);
}
