package org.genevent.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;

/**
 * Turns the bytes of a file into characters: by the byte order mark, else by the encoding that the XML declaration
 * names, else as UTF-8. Source: XML 1.0, appendix F.
 *
 * <p>The parser gets characters, not bytes, so that its positions and ours count the same things.
 */
final class SourceDecoder {

  private static final Pattern ENCODING = Pattern.compile(
      "^<\\?xml[ \\t\\r\\n][^>]{0,200}?\\bencoding[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:\"([^\"<>]*)\"|'([^'<>]*)')");

  /** How far into a file its declaration is looked for. */
  private static final int DECLARATION_BYTES = 512;

  private static final Map<String, Charset> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("UTF-8", StandardCharsets.UTF_8);
    KNOWN.put("UTF-16", StandardCharsets.UTF_16);
    KNOWN.put("UTF-16LE", StandardCharsets.UTF_16LE);
    KNOWN.put("UTF-16BE", StandardCharsets.UTF_16BE);
    KNOWN.put("ISO-8859-1", StandardCharsets.ISO_8859_1);
    KNOWN.put("US-ASCII", StandardCharsets.US_ASCII);
  }

  private SourceDecoder() {}

  /** Decodes a file; {@code lenient} takes bytes that are no UTF-8 for ISO-8859-1, as the original never looked at them. */
  static Optional<SourceText> decode(
      String file, byte[] bytes, boolean lenient, Findings findings) {
    Findings strict = new Findings();
    Optional<SourceText> source = decode(file, bytes, strict);
    if (source.isPresent() || !lenient || hasZeroByte(bytes)) {
      findings.addAll(strict.list());
      return source;
    }
    strict.list().forEach(finding -> findings.add(finding.asWarning()));
    return Optional.of(new SourceText(file, new String(bytes, StandardCharsets.ISO_8859_1)));
  }

  /** Text in one byte a character has none; text in two has many. */
  private static boolean hasZeroByte(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  static Optional<SourceText> decode(String file, byte[] bytes, Findings findings) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(file, bytes, 3, StandardCharsets.UTF_8, findings);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(file, bytes, 2, StandardCharsets.UTF_16LE, findings);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(file, bytes, 2, StandardCharsets.UTF_16BE, findings);
    }
    if (startsWith(bytes, '<', 0, '?', 0) || startsWith(bytes, '<', 0, 'f', 0)) {
      return decode(file, bytes, 0, StandardCharsets.UTF_16LE, findings);
    }
    if (startsWith(bytes, 0, '<', 0, '?') || startsWith(bytes, 0, '<', 0, 'f')) {
      return decode(file, bytes, 0, StandardCharsets.UTF_16BE, findings);
    }
    return decodeAsDeclared(file, bytes, findings);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Decodes a file whose declaration can be read as ASCII, as all encodings that get here have it. */
  private static Optional<SourceText> decodeAsDeclared(
      String file, byte[] bytes, Findings findings) {
    int length = Math.min(bytes.length, DECLARATION_BYTES);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(start);
    if (!declared.find()) {
      return decode(file, bytes, 0, StandardCharsets.UTF_8, findings);
    }
    int group = declared.group(1) != null ? 1 : 2;
    String name = declared.group(group);
    Charset charset = KNOWN.get(name.toUpperCase(Locale.ROOT));
    boolean contradicts = charset != null && charset.name().startsWith("UTF-16");
    if (charset != null && !contradicts) {
      return decode(file, bytes, 0, charset, findings);
    }
    String message = contradicts
        ? "the declaration says " + name + ", but its characters have one byte each"
        : "the encoding '" + name + "' is not one that facility files have";
    findings.add(Diagnostic.of(
            DiagnosticCode.XML_ENCODING,
            new SourceText(file, start).place(declared.start(group)),
            message)
        .withRule("encodings: " + String.join(", ", KNOWN.keySet()))
        .withFix("save the file as UTF-8, and write encoding=\"UTF-8\" or none"));
    return Optional.empty();
  }

  private static Optional<SourceText> decode(
      String file, byte[] bytes, int from, Charset charset, Findings findings) {
    CharsetDecoder decoder = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    CoderResult result = decoder.decode(in, out, true);
    SourceText source = new SourceText(file, out.flip().toString());
    if (!result.isError()) {
      return Optional.of(source);
    }
    StringBuilder wrong = new StringBuilder();
    for (int i = 0; i < result.length(); i++) {
      wrong.append(String.format(Locale.ROOT, " 0x%02X", in.get(in.position() + i) & 0xFF));
    }
    String fix = charset.equals(StandardCharsets.UTF_8)
        ? "save the file as UTF-8, or declare what it is: <?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
        : "save the file as UTF-8";
    findings.add(Diagnostic.of(
            DiagnosticCode.XML_ENCODING,
            source.place(source.text().length()),
            (result.length() == 1 ? "the byte" + wrong + " is" : "the bytes" + wrong + " are")
                + " no character of " + charset.name())
        .withFix(fix));
    return Optional.empty();
  }
}
