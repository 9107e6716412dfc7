package org.genevent.cli;

import static org.genevent.cli.Call.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets that lie anywhere in a file become a trace again. */
class SalvageTest {

  private static final int PACKET_SIZE_OFFSET = 56;

  @TempDir
  private Path folder;

  private Path demo;
  private final List<byte[]> packets = new ArrayList<>();

  @BeforeEach
  void aTraceInPieces() throws IOException {
    demo = DemoTrace.get();
    for (Path file : DemoTrace.streams()) {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
      for (int at = 0; at < bytes.limit(); ) {
        int size = (int) (bytes.getLong(at + PACKET_SIZE_OFFSET) >>> 3);
        packets.add(Arrays.copyOfRange(bytes.array(), at, at + size));
        at += size;
      }
    }
  }

  private static List<String> events(Path trace) {
    Call call = run("read", "--format=json", trace);
    return call.out()
        .lines()
        .map(line -> line.replaceFirst("\"stream\":\"[^\"]*\",", ""))
        .toList();
  }

  private Path dump(byte[]... pieces) throws IOException {
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      dump.writeBytes(piece);
    }
    return Files.write(folder.resolve("dump"), dump.toByteArray());
  }

  @Test
  void packetsInAnyOrderAmongOtherThings() throws IOException {
    Random random = new Random(1);
    byte[] other = new byte[5 * 4096 + 8];
    random.nextBytes(other);
    // a magic number alone is no packet
    ByteBuffer.wrap(other).order(ByteOrder.nativeOrder()).putInt(8, 0xC1FC1FC1);
    List<byte[]> pieces = new ArrayList<>();
    for (byte[] packet : packets) {
      pieces.add(packet);
      pieces.add(other);
      // an older copy of the same packet: only its header was written then
      byte[] older = packet.clone();
      ByteBuffer.wrap(older).order(ByteOrder.nativeOrder()).putLong(48, 128 * 8);
      pieces.add(older);
    }
    Collections.shuffle(pieces, random);
    Path out = folder.resolve("out");
    Call call = run(
        "recover",
        "--metadata",
        demo.resolve("metadata"),
        "--out",
        out,
        dump(pieces.toArray(byte[][]::new)));
    assertEquals(0, call.status(), call.err());
    List<String> expected = events(demo);
    assertEquals(
        out + ": " + expected.size() + " events in " + packets.size()
            + " packets, 0 events lost, 0 packets cut\n",
        call.out());
    assertEquals(expected, events(out));
  }

  @Test
  void aPacketThatTheFileCutsIsSaidToBe() throws IOException {
    byte[] first =
        packets.stream().filter(packet -> packet.length >= 4096).findFirst().orElseThrow();
    Path out = folder.resolve("out");
    Call call = run(
        "recover",
        "--metadata",
        demo.resolve("metadata"),
        "--out",
        out,
        dump(Arrays.copyOf(first, first.length - 8)));
    assertEquals(1, call.status());
    assertTrue(call.out().contains("1 packets cut"), call.out());
  }

  @Test
  void aFileWithoutPacketsLeavesNothingBehind() throws IOException {
    Path out = folder.resolve("out");
    Call call = run(
        "recover", "--metadata", demo.resolve("metadata"), "--out", out, dump(new byte[1 << 16]));
    assertEquals(1, call.status());
    assertTrue(call.err().contains("there is no packet of this trace"), call.err());
    try (Stream<Path> left = Files.list(out)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void metadataThatCannotBeReadIsSaidToBe() throws IOException {
    Path metadata = Files.writeString(folder.resolve("broken"), "trace {");
    Call call = run(
        "recover", "--metadata", metadata, "--out", folder.resolve("out"), dump(packets.get(0)));
    assertEquals(1, call.status());
    assertTrue(call.err().contains("it cannot be read as metadata of a trace"), call.err());
  }
}
