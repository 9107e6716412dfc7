package org.genevent.reader.metadata.json;

import java.nio.charset.StandardCharsets;
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

  /**
   * Parses one value, as attributes have it.
   *
   * @param text its JSON
   * @return a {@link java.util.Map}, {@link java.util.List}, {@link String}, {@link Number}, {@link Boolean}, or null
   * @throws org.genevent.reader.metadata.MetadataFailure if it is no JSON
   */
  public static Object value(String text) {
    Object[] value = new Object[1];
    new JsonFragments(new Problems("attribute"), text.getBytes(StandardCharsets.UTF_8))
        .forEach(json -> value[0] = json.plain());
    return value[0];
  }
}
