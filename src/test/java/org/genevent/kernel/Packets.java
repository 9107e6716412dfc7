package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packets of a trace of the module, by nothing but their headers; see {@code genevent-kernel/include/genevent-abi.h}.
 */
final class Packets {

  private static final int MAGIC = 0xC1FC1FC1;
  private static final int HEADER_BYTES = 128;
  private static final int PACKET_SIZE_OFFSET = 56;
  private static final int SEQUENCE_NUMBER_OFFSET = 64;

  private Packets() {}

  /** Each packet was handed out once, in order: in each stream their numbers only grow. */
  static void areHandedOutOnce(Path trace) {
    for (Path stream : streams(trace)) {
      ByteBuffer bytes = bytes(stream);
      long last = -1;
      for (long at = 0; at < bytes.limit(); ) {
        assertTrue(at + HEADER_BYTES <= bytes.limit(), stream + " ends within a header");
        assertEquals(MAGIC, bytes.getInt((int) at), stream + " at " + at);
        long number = bytes.getLong((int) at + SEQUENCE_NUMBER_OFFSET);
        assertTrue(number > last, stream + ": packet " + number + " after packet " + last);
        last = number;
        at += bytes.getLong((int) at + PACKET_SIZE_OFFSET) / 8;
      }
    }
  }

  private static List<Path> streams(Path trace) {
    try (Stream<Path> files = Files.list(trace)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.endsWith("metadata"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer bytes(Path stream) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(stream));
      boolean big = bytes.limit() >= Integer.BYTES && bytes.getInt(0) == MAGIC;
      return bytes.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
