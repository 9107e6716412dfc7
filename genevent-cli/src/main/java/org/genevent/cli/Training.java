package org.genevent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A bit of what people do most, in one process: the launcher keeps the class data of such a run, so that later starts are fast.
 *
 * <p>Not a command: {@code java -cp genevent-cli.jar org.genevent.cli.Training FOLDER FACILITY}.
 */
public final class Training {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 64; align = 8; map = clock.m.value; } := time;
      trace { major = 1; minor = 8; byte_order = le; packet.header := struct { integer { size = 32; } magic; }; };
      clock { name = m; freq = 1000000000; };
      stream {
        packet.context := struct {
          time timestamp_begin; time timestamp_end; integer { size = 64; align = 8; } content_size; integer { size = 64; align = 8; } packet_size;
        };
        event.header := struct { integer { size = 16; } id; integer { size = 48; align = 8; map = clock.m.value; } timestamp; };
      };
      event { name = "a:number"; id = 0; fields := struct { integer { size = 32; signed = true; } _n; enum : integer { size = 8; } { A = 0 } _e; }; };
      event { name = "a:text"; id = 1; fields := struct { string _s; }; };
      """;

  /** Enough for several threads to have something to do. */
  private static final int PACKETS = 6;

  private static final int PACKET_BYTES = 1 << 20;

  private Training() {}

  /**
   * Runs commands and throws away what they print.
   *
   * @param args a folder to write into, and a facility file
   * @throws IOException if the folder cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    run("generate", "--dry-run", "--emit", "java,kernel,ctf", "--out", args[0], args[1]);
    Path trace = write(Files.createDirectories(folder.resolve("trace")));
    for (String format : List.of("text", "json", "count")) {
      run("read", "--format", format, trace.toString());
    }
  }

  private static void run(String... args) {
    Main.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), args);
  }

  private static Path write(Path trace) throws IOException {
    Files.writeString(trace.resolve("metadata"), METADATA);
    ByteBuffer file = ByteBuffer.allocate(PACKETS * PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    long now = 1;
    for (int i = 0; i < PACKETS; i++) {
      int end = (i + 1) * PACKET_BYTES;
      file.position(i * PACKET_BYTES).putInt(0xC1FC1FC1);
      file.putLong(now).putLong(now + PACKET_BYTES);
      file.putLong(8L * PACKET_BYTES).putLong(8L * PACKET_BYTES);
      while (end - file.position() >= 32) {
        file.putLong(now++ << 16).putInt(i).put((byte) 0);
      }
      file.putLong(now++ << 16 | 1);
      while (end - file.position() > 1) {
        file.put((byte) 'x');
      }
    }
    Files.write(trace.resolve("stream"), file.array());
    return trace;
  }
}
