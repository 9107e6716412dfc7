package org.genevent.reader.metadata;

import java.util.Optional;
import org.genevent.diagnostic.Findings;

/** Parses the metadata of traces, whichever version of CTF it is of. */
public final class MetadataParser {

  private MetadataParser() {}

  /**
   * Parses a metadata file.
   *
   * @param file its name for messages
   * @param bytes its content: plain text, or packets of either byte order
   * @param findings takes what is wrong
   * @return what it says, or empty if there was an error
   */
  public static Optional<ParsedMetadata> parse(String file, byte[] bytes, Findings findings) {
    try {
      return Optional.of(TsdlParser.parse(file, MetadataText.of(file, bytes)));
    } catch (MetadataFailure e) {
      findings.add(e.finding());
      return Optional.empty();
    }
  }
}
