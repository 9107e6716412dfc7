package org.genevent.reader.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;

/**
 * The text of a metadata file, which is plain, or cut into packets.
 *
 * <pre>
 * | offset | type   | field of a metadata packet                          |
 * |--------|--------|-----------------------------------------------------|
 * |   0    | u32    | magic 0x75D11D57, which tells the byte order        |
 * |   4    | u8[16] | uuid                                                |
 * |  20    | u32    | checksum                                            |
 * |  24    | u32    | content size in bits, with this header              |
 * |  28    | u32    | packet size in bits                                 |
 * |  32    | u8     | compression scheme, 0 for none                      |
 * |  33    | u8     | encryption scheme, 0 for none                       |
 * |  34    | u8     | checksum scheme                                     |
 * |  35    | u8     | major, 1                                            |
 * |  36    | u8     | minor, 8                                            |
 * |  37    | u8[]   | text                                                |
 * </pre>
 *
 * <p>Source: CTF 1.8.3, section 7.1.
 */
final class MetadataText {

  private static final int MAGIC = 0x75D11D57;
  private static final int HEADER_BYTES = 37;

  /** What each document of a JSON sequence begins with. */
  private static final byte RECORD_SEPARATOR = 0x1E;

  private static final int CONTENT_SIZE_OFFSET = 24;
  private static final int PACKET_SIZE_OFFSET = 28;
  private static final int SCHEMES_OFFSET = 32;

  private MetadataText() {}

  static String of(String file, byte[] bytes) {
    if (bytes.length > 0 && bytes[0] == RECORD_SEPARATOR) {
      throw failure(file, 0, "the metadata is a JSON sequence, that of CTF 2; CTF 1.8 is read");
    }
    if (bytes.length < Integer.BYTES) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (buffer.order(ByteOrder.LITTLE_ENDIAN).getInt(0) == MAGIC
        || buffer.order(ByteOrder.BIG_ENDIAN).getInt(0) == MAGIC) {
      return packets(file, buffer);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String packets(String file, ByteBuffer buffer) {
    // bytes first, as a character may lie across two packets
    byte[] text = new byte[buffer.capacity()];
    int length = 0;
    int at = 0;
    while (at < buffer.capacity()) {
      if (buffer.capacity() - at < HEADER_BYTES || buffer.getInt(at) != MAGIC) {
        throw failure(file, at, "there is no packet of metadata");
      }
      long contentBits = Integer.toUnsignedLong(buffer.getInt(at + CONTENT_SIZE_OFFSET));
      long packetBits = Integer.toUnsignedLong(buffer.getInt(at + PACKET_SIZE_OFFSET));
      int contentBytes = (int) (contentBits / Byte.SIZE);
      int packetBytes = (int) (packetBits / Byte.SIZE);
      if (contentBytes < HEADER_BYTES
          || packetBytes < contentBytes
          || packetBytes > buffer.capacity() - at) {
        throw failure(file, at, "the packet of metadata has impossible sizes");
      }
      if (buffer.getShort(at + SCHEMES_OFFSET) != 0) {
        throw failure(file, at, "the packet of metadata is compressed or encrypted");
      }
      buffer.get(at + HEADER_BYTES, text, length, contentBytes - HEADER_BYTES);
      length += contentBytes - HEADER_BYTES;
      at += packetBytes;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  private static MetadataFailure failure(String file, int offset, String message) {
    return new MetadataFailure(Diagnostic.of(
        DiagnosticCode.TRACE_SYNTAX, new Place.InFile(file, 0, 0), message + " at byte " + offset));
  }
}
