package org.genevent.cli.kernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The trace directory that is written: metadata and a file for each stream that has anything. */
public final class TraceFolder {

  private final Path folder;

  private TraceFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the directory; one that holds something is nobody's to write into.
   *
   * @param folder a new or empty folder
   * @return the directory
   * @throws IOException if it holds something or cannot be made; the message is for users
   */
  public static TraceFolder create(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var entries = Files.newDirectoryStream(folder)) {
      if (entries.iterator().hasNext()) {
        throw new IOException(folder + ": the folder is not empty; name a new one");
      }
    }
    return new TraceFolder(folder);
  }

  FileChannel stream(StreamSource source) throws IOException {
    return FileChannel.open(
        folder.resolve(source.streamName()),
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE);
  }

  /** Writes the metadata as it is now; last of all, since facilities may come while a trace is recorded. */
  void metadata(Path trace) throws IOException {
    Files.write(folder.resolve("metadata"), Files.readAllBytes(trace.resolve("metadata")));
  }
}
