package org.genevent.reader.metadata.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.reader.metadata.TypeSizes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Cuts a JSON sequence into its documents and parses each. Source: RFC 7464. */
final class JsonFragments {

  private static final byte RECORD_SEPARATOR = 0x1E;
  private static final int MAX_TEXT_CHARS = 1 << 20;

  /** A number of 64 bits has 20 digits. */
  private static final int MAX_NUMBER_CHARS = 40;

  /** Each field class is an object in an array in an object. */
  private static final int MAX_DEPTH = 4 * TypeSizes.MAX_DEPTH;

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxStringLength(MAX_TEXT_CHARS)
          .maxNameLength(MAX_TEXT_CHARS)
          .maxNumberLength(MAX_NUMBER_CHARS)
          .build())
      .build();

  private final Problems problems;
  private final byte[] bytes;
  private int line = 1;
  private int column = 1;

  JsonFragments(Problems problems, byte[] bytes) {
    this.problems = problems;
    this.bytes = bytes;
  }

  void forEach(Consumer<Json> consumer) {
    int at = 0;
    while (at < bytes.length) {
      int end = at;
      while (end < bytes.length && bytes[end] != RECORD_SEPARATOR) {
        end++;
      }
      CharBuffer text = decode(at, end);
      if (!text.toString().isBlank()) {
        consumer.accept(parse(text));
      }
      advance(text);
      // the separator, which takes a column
      column++;
      at = end + 1;
    }
  }

  private CharBuffer decode(int from, int to) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      advance(out);
      throw problems.at(
          line, column, DiagnosticCode.TRACE_SYNTAX, "the metadata is not UTF-8 here");
    }
    return out;
  }

  private void advance(CharBuffer text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
  }

  private Json parse(CharBuffer text) {
    try (JsonParser parser = FACTORY.createParser(
        ObjectReadContext.empty(), text.array(), text.arrayOffset(), text.length())) {
      parser.nextToken();
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw problems.meaning(
            located(null, parser.currentTokenLocation()),
            "there is one document behind each record separator");
      }
      return value;
    } catch (JacksonException e) {
      Json at = located(null, e.getLocation());
      boolean limit = e instanceof StreamConstraintsException;
      throw problems.at(
          at.line(),
          at.column(),
          limit ? DiagnosticCode.TRACE_LIMIT : DiagnosticCode.TRACE_SYNTAX,
          "the metadata is no JSON here: " + e.getOriginalMessage());
    }
  }

  private Json located(Object value, TokenStreamLocation location) {
    int itsLine = location == null ? 1 : Math.max(1, location.getLineNr());
    int itsColumn = location == null ? 1 : Math.max(1, location.getColumnNr());
    return new Json(value, line + itsLine - 1, itsLine == 1 ? column + itsColumn - 1 : itsColumn);
  }

  private Json value(JsonParser parser) {
    TokenStreamLocation location = parser.currentTokenLocation();
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw problems.at(line, column, DiagnosticCode.TRACE_SYNTAX, "a value is missing");
    }
    return located(
        switch (token) {
          case START_OBJECT -> members(parser);
          case START_ARRAY -> elements(parser);
          case VALUE_STRING -> parser.getString();
          case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
          case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
          case VALUE_TRUE -> Boolean.TRUE;
          case VALUE_FALSE -> Boolean.FALSE;
          default -> null;
        },
        location);
  }

  private Map<String, Json> members(JsonParser parser) {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private List<Json> elements(JsonParser parser) {
    List<Json> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return elements;
  }
}
