package org.genevent.reader.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;

/**
 * The content of a metadata file, which is plain, or cut into packets.
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
 * |  35    | u8     | major, 1 or 2                                       |
 * |  36    | u8     | minor, 8 or 0                                       |
 * |  37    | u8[]   | of version 1, the content                           |
 * |  37    | u8[3]  | of version 2, nothing                               |
 * |  40    | u32    | of version 2, the size of this header in bits       |
 * |  44    | u8[]   | of version 2, the content                           |
 * </pre>
 *
 * <p>Source: CTF 1.8.3, section 7.1; CTF2-PMETA-1.0.
 *
 * @param bytes the text
 * @param json whether it is the JSON sequence of CTF 2
 */
record MetadataContent(byte[] bytes, boolean json) {

  private static final int MAGIC = 0x75D11D57;
  private static final int FIRST_HEADER_BYTES = 37;
  private static final int SECOND_HEADER_BYTES = 44;

  /** What each document of a JSON sequence begins with. */
  private static final byte RECORD_SEPARATOR = 0x1E;

  private static final int CONTENT_SIZE_OFFSET = 24;
  private static final int PACKET_SIZE_OFFSET = 28;
  private static final int SCHEMES_OFFSET = 32;
  private static final int MAJOR_OFFSET = 35;
  private static final int HEADER_SIZE_OFFSET = 40;

  static MetadataContent of(String file, byte[] bytes) {
    if (bytes.length >= Integer.BYTES) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      if (buffer.order(ByteOrder.LITTLE_ENDIAN).getInt(0) == MAGIC
          || buffer.order(ByteOrder.BIG_ENDIAN).getInt(0) == MAGIC) {
        return packets(file, buffer);
      }
    }
    return new MetadataContent(bytes, isJson(bytes));
  }

  private static boolean isJson(byte[] bytes) {
    int at = 0;
    while (at < bytes.length
        && Character.isWhitespace(bytes[at])
        && bytes[at] != RECORD_SEPARATOR) {
      at++;
    }
    return at < bytes.length && bytes[at] == RECORD_SEPARATOR;
  }

  private static MetadataContent packets(String file, ByteBuffer buffer) {
    // bytes first, as a character may lie across two packets
    byte[] text = new byte[buffer.capacity()];
    int length = 0;
    int at = 0;
    byte major = 0;
    while (at < buffer.capacity()) {
      if (buffer.capacity() - at < FIRST_HEADER_BYTES || buffer.getInt(at) != MAGIC) {
        throw failure(file, at, "there is no packet of metadata");
      }
      byte itsMajor = buffer.get(at + MAJOR_OFFSET);
      if (at > 0 && itsMajor != major) {
        throw failure(file, at, "the packets of metadata are of different versions of CTF");
      }
      major = itsMajor;
      long headerBytes = headerBytes(file, buffer, at, major);
      long contentBytes = bytes(buffer, at + CONTENT_SIZE_OFFSET);
      long packetBytes = bytes(buffer, at + PACKET_SIZE_OFFSET);
      if (contentBytes < headerBytes
          || packetBytes < contentBytes
          || packetBytes > buffer.capacity() - at) {
        throw failure(file, at, "the packet of metadata has impossible sizes");
      }
      if (buffer.getShort(at + SCHEMES_OFFSET) != 0) {
        throw failure(file, at, "the packet of metadata is compressed or encrypted");
      }
      int textBytes = (int) (contentBytes - headerBytes);
      buffer.get(at + (int) headerBytes, text, length, textBytes);
      length += textBytes;
      at += (int) packetBytes;
    }
    return new MetadataContent(Arrays.copyOf(text, length), major == 2);
  }

  private static long headerBytes(String file, ByteBuffer buffer, int at, byte major) {
    if (major == 1) {
      return FIRST_HEADER_BYTES;
    } else if (major != 2) {
      throw failure(
          file,
          at,
          "the packet of metadata is of version " + (major & 0xFF)
              + "; CTF 1.8 and CTF 2 are read");
    } else if (buffer.capacity() - at < SECOND_HEADER_BYTES
        || bytes(buffer, at + HEADER_SIZE_OFFSET) < SECOND_HEADER_BYTES) {
      throw failure(file, at, "the packet of metadata has impossible sizes");
    }
    return bytes(buffer, at + HEADER_SIZE_OFFSET);
  }

  private static long bytes(ByteBuffer buffer, int offset) {
    return Integer.toUnsignedLong(buffer.getInt(offset)) / Byte.SIZE;
  }

  private static MetadataFailure failure(String file, int offset, String message) {
    return new MetadataFailure(Diagnostic.of(
        DiagnosticCode.TRACE_SYNTAX, new Place.InFile(file, 0, 0), message + " at byte " + offset));
  }
}
