package org.genevent.cli;

import java.util.Optional;
import org.genevent.xml.Dialect;
import org.genevent.xml.ReadOptions;
import picocli.CommandLine.Option;

/** How facility files are to be read. */
final class ReadingOptions {

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      description =
          "seed, early or standard: the dialect of the files, instead of recognising it (checksum: the age whose"
              + " number is printed)")
  private Dialect dialect;

  @Option(names = "--lenient", description = "only warn of what the original accepted in silence")
  private boolean lenient;

  ReadingOptions() {}

  /** The dialect that was named. */
  Optional<Dialect> dialect() {
    return Optional.ofNullable(dialect);
  }

  boolean lenient() {
    return lenient;
  }

  ReadOptions options() {
    return ReadOptions.of(dialect(), lenient);
  }
}
