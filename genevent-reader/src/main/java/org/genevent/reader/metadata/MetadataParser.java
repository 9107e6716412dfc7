package org.genevent.reader.metadata;

import java.util.Optional;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.metadata.json.JsonMetadata;

/** Parses the metadata of traces, whichever version of CTF it is of. */
public final class MetadataParser {

  private MetadataParser() {}

  /**
   * Parses a metadata file.
   *
   * @param file its name for messages
   * @param bytes its content: TSDL or a JSON sequence, plain or in packets of either byte order. In strings and comments of
   *     TSDL, bytes that are no UTF-8 become U+FFFD, of which there is a warning for strings; in JSON they are an error
   * @param findings takes what is wrong
   * @return what it says, or empty if there was an error
   */
  public static Optional<ParsedMetadata> parse(String file, byte[] bytes, Findings findings) {
    try {
      MetadataContent content = MetadataContent.of(file, bytes);
      return Optional.of(
          content.json()
              ? JsonMetadata.parse(file, content.bytes())
              : TsdlParser.parse(file, MetadataText.of(content.bytes()), findings));
    } catch (MetadataFailure e) {
      findings.add(e.finding());
      return Optional.empty();
    }
  }
}
