package org.genevent.reader.metadata.json;

import org.genevent.reader.metadata.ParsedMetadata;
import org.genevent.reader.metadata.Positions;

/** Parses the metadata of CTF 2 into a trace class. */
public final class JsonMetadata {

  private JsonMetadata() {}

  /**
   * Parses a JSON sequence.
   *
   * @param file its name for messages
   * @param bytes its content, without packets
   * @return what it says
   * @throws org.genevent.reader.metadata.MetadataFailure at the first error
   */
  public static ParsedMetadata parse(String file, byte[] bytes) {
    Positions positions = new Positions(file);
    Problems problems = new Problems(file);
    TraceBuilder builder = new TraceBuilder(problems, positions);
    new JsonFragments(problems, bytes).forEach(builder::add);
    return new ParsedMetadata(builder.build(), positions);
  }
}
