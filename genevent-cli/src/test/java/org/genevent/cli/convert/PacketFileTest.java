package org.genevent.cli.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets that are smaller and larger than the buffer hold what was put into them, wherever it was put later. */
class PacketFileTest {

  @TempDir
  private Path folder;

  private final Random random = new Random(3);

  @Test
  void whatIsPutLaterIsWhereItBelongs() throws IOException {
    for (int bufferBytes : new int[] {8, 64, 1000, 1 << 20}) {
      for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
        Path path = folder.resolve(order + "-" + bufferBytes);
        ByteBuffer expected = ByteBuffer.allocate(1 << 20).order(order);
        try (PacketFile file = new PacketFile(path, order, bufferBytes)) {
          for (int packet = 0; packet < 20; packet++) {
            packet(file, expected);
          }
        }
        byte[] bytes = new byte[expected.position()];
        expected.get(0, bytes);
        assertArrayEquals(bytes, Files.readAllBytes(path), path::toString);
      }
    }
  }

  private void packet(PacketFile file, ByteBuffer expected) throws IOException {
    int start = expected.position();
    file.putInt(start);
    expected.putInt(start);
    file.align();
    expected.putInt(0);
    long first = random.nextLong();
    file.putLong(0);
    expected.putLong(first);
    for (int i = random.nextInt(30); i > 0; i--) {
      byte[] part = new byte[random.nextInt(200)];
      random.nextBytes(part);
      file.put(part);
      file.align();
      expected.put(part);
      expected.position(start + (expected.position() - start + 7) / 8 * 8);
    }
    long last = random.nextLong();
    long lastAt = file.sizeBytes();
    file.putLong(0);
    expected.putLong(last);
    assertEquals(expected.position() - start, file.sizeBytes());
    file.replaceLong(8, first);
    file.replaceLong(lastAt, last);
    file.end();
    assertEquals(0, file.sizeBytes());
  }

  @Test
  void noFileIsWrittenOver() throws IOException {
    Path path = Files.writeString(folder.resolve("there"), "something");
    assertThrows(
        FileAlreadyExistsException.class, () -> new PacketFile(path, ByteOrder.BIG_ENDIAN, 64));
    assertEquals("something", Files.readString(path));
  }
}
