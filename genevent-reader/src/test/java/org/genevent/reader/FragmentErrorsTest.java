package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.decode.TracePlan;
import org.genevent.reader.metadata.MetadataParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case: the place and code of the error, and a fragment of CTF 2 that comes third, behind a stream on line 2. */
final class FragmentErrorsTest {

  private static Diagnostic onlyFinding(byte[] metadata) {
    Findings findings = new Findings();
    MetadataParser.parse("m", metadata, findings)
        .ifPresent(
            parsed -> TracePlan.compile(parsed.positions()::of, parsed.traceClass(), findings));
    assertEquals(1, findings.list().size(), findings.list().toString());
    return findings.list().get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String payload(String members) {
    return "{'type':'event-record-class','payload-field-class':{'type':'structure','member-classes':["
        + members + "]}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "3:2 GE-TRACE-02 | 5",
        "3:4 GE-TRACE-01 | { nonsense",
        "3:17 GE-TRACE-01 | {'type':'no end",
        "3:12 GE-TRACE-01 | {'a':1,'a':2}",
        "3:5 GE-TRACE-02 | {} {}",
        "3:2 GE-TRACE-02 | {}",
        "3:10 GE-TRACE-02 | {'type':'event-class'}",
        "3:10 GE-TRACE-02 | {'type':'preamble','version':2}",
        "3:35 GE-TRACE-02 | {'type':'data-stream-class','id':-1}",
        "3:2 GE-TRACE-02 | {'type':'data-stream-class'}",
        "3:2 GE-TRACE-02 | {'type':'event-record-class','data-stream-class-id':5}",
        "3:39 GE-TRACE-02 | {'type':'event-record-class','names':'x'}",
        "3:45 GE-TRACE-02 | {'type':'clock-class','id':'c','frequency':0}",
        "3:43 GE-TRACE-02 | {'type':'trace-class','environment':{'a':1.5}}",
        "3:53 GE-TRACE-02 | {'type':'event-record-class','payload-field-class':'gone'}",
        "3:53 GE-TRACE-02 | {'type':'event-record-class','payload-field-class':{'type':'null-terminated-string'}}",
        "3:61 GE-TRACE-02 | {'type':'event-record-class','payload-field-class':{'type':'struct'}}",
        "3:93 GE-TRACE-02 | {'type':'event-record-class','payload-field-class':{'type':'structure','minimum-alignment':9223372036854775808}}",
        "3:93 GE-TRACE-02 | {'type':'event-record-class','payload-field-class':{'type':'structure','minimum-alignment':3}}",
      })
  void anErrorHasItsPlace(String expected, String fragment) {
    String metadata = "\u001e{'type':'preamble','version':2}\n\u001e{'type':'data-stream-class'}\n"
        + "\u001e" + fragment + "\n";
    Diagnostic finding = onlyFinding(bytes(metadata.replace('\'', '"')));
    String place = finding.place().text().replaceFirst("^m:?", "");
    assertEquals(expected, place + " " + finding.code().id(), finding.message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "there are two members 'a' | {'name':'a','field-class':{'type':'null-terminated-string'}},{'name':'a','field-class':{'type':'null-terminated-string'}}",
        "fields of 1 to 64 bits are read, not of 65 | {'name':'a','field-class':{'type':'fixed-length-bit-array','length':65,'byte-order':'big-endian'}}",
        "a field class has no 'byte-order' | {'name':'a','field-class':{'type':'fixed-length-bit-array','length':8}}",
        "a field class has no property 'lenght': did you mean 'length'? | {'name':'a','field-class':{'type':'static-length-string','length':8,'lenght':8}}",
        "floating point numbers of 16, 32 and 64 bits are read, not of 128 | {'name':'a','field-class':{'type':'fixed-length-floating-point-number','length':128,'byte-order':'big-endian'}}",
        "the bases are 2, 8, 10 and 16, not 7 | {'name':'a','field-class':{'type':'variable-length-signed-integer','preferred-display-base':7}}",
        "a field of this structure cannot have the role 'packet-magic-number' | {'name':'a','field-class':{'type':'variable-length-unsigned-integer','roles':['packet-magic-number']}}",
        "a field of this type has no role 'metadata-stream-uuid' | {'name':'a','field-class':{'type':'variable-length-unsigned-integer','roles':['metadata-stream-uuid']}}",
        "a uuid has 16 bytes, not 15 | {'name':'a','field-class':{'type':'static-length-blob','length':15,'roles':['metadata-stream-uuid']}}",
        "the range ends before it begins | {'name':'a','field-class':{'type':'variable-length-signed-integer','mappings':{'x':[[2,1]]}}}",
        "the range has negative values, but the integer is unsigned | {'name':'a','field-class':{'type':'variable-length-unsigned-integer','mappings':{'x':[[-1,1]]}}}",
        "the bits are numbered from 0 to 7 | {'name':'a','field-class':{'type':'fixed-length-bit-map','length':8,'byte-order':'big-endian','flags':{'x':[[8,8]]}}}",
        "the variant has no option | {'name':'a','field-class':{'type':'variant','options':[],'selector-field-location':{'path':['t']}}}",
        "the path does not end at a field | {'name':'a','field-class':{'type':'dynamic-length-blob','length-field-location':{'path':['t',null]}}}",
        "the length 't' of 'a' is no integer that is read before it | {'name':'a','field-class':{'type':'dynamic-length-blob','length-field-location':{'path':['t']}}}",
        "the length 't' of 'a' is no integer that is read before it | {'name':'a','field-class':{'type':'dynamic-length-blob','length-field-location':{'path':[null,null,'t']}}}",
        "the selector 't' of 'a' is no truth value that is read before it | {'name':'t','field-class':{'type':'variable-length-unsigned-integer'}},{'name':'a','field-class':{'type':'optional','selector-field-location':{'path':['t']},'field-class':{'type':'structure'}}}",
      })
  void anErrorSaysWhatIsWrong(String expected, String members) {
    String metadata = "\u001e{'type':'preamble','version':2}\n\u001e{'type':'data-stream-class'}\n"
        + "\u001e" + payload(members) + "\n";
    Diagnostic finding = onlyFinding(bytes(metadata.replace('\'', '"')));
    assertEquals(expected, finding.message());
    assertTrue(finding.place().text().startsWith("m:3:"), finding.place().text());
  }

  @Test
  void anExtensionThatTheTraceNeedsIsRefused() {
    String metadata = "\u001e{\"type\":\"preamble\",\"version\":2,"
        + "\"extensions\":{\"my.org\":{\"piano\":{\"version\":1}}}}";
    assertEquals(
        "the trace can only be read with the extension 'piano' of 'my.org', which is not known here",
        onlyFinding(bytes(metadata)).message());
  }

  @Test
  void anotherVersionIsRefused() {
    assertEquals(
        "CTF 2 is read here, not CTF 3",
        onlyFinding(bytes("\u001e{\"type\":\"preamble\",\"version\":3}")).message());
  }

  @Test
  void theFirstFragmentIsThePreamble() {
    assertEquals(
        "the first fragment is the preamble",
        onlyFinding(bytes("\u001e{\"type\":\"data-stream-class\"}")).message());
    assertEquals("the metadata has no preamble", onlyFinding(bytes("\u001e\n")).message());
  }

  @Test
  void bytesThatAreNoTextHaveAPlace() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("\u001e{\"type\":\"preamble\",\"version\":2}\n\u001e{\"é"));
    out.write(0xFF);
    out.writeBytes(bytes("\":1}"));
    assertEquals("m:2:5", onlyFinding(out.toByteArray()).place().text());
  }

  @Test
  void deepNestingIsALimit() {
    String begin = "{\"type\":\"static-length-array\",\"length\":1,\"element-field-class\":";
    for (int depth : List.of(80, 100_000)) {
      String metadata = "\u001e{\"type\":\"preamble\",\"version\":2}\n"
          + "\u001e{\"type\":\"field-class-alias\",\"name\":\"a\",\"field-class\":"
          + begin.repeat(depth) + "\"a\"" + "}".repeat(depth + 1);
      String id = onlyFinding(bytes(metadata)).code().id();
      assertTrue(depth == 80 ? id.equals("GE-TRACE-02") : id.equals("GE-TRACE-04"), id);
    }
  }

  @Test
  void aliasesThatUnfoldWithoutEndAreALimit() {
    StringBuilder metadata = new StringBuilder("\u001e{\"type\":\"preamble\",\"version\":2}\n");
    metadata.append("\u001e{\"type\":\"field-class-alias\",\"name\":\"a0\",\"field-class\":"
        + "{\"type\":\"null-terminated-string\"}}\n");
    for (int i = 1; i < 60; i++) {
      metadata
          .append("\u001e{\"type\":\"field-class-alias\",\"name\":\"a")
          .append(i)
          .append("\",\"field-class\":{\"type\":\"structure\",\"member-classes\":[");
      for (String name : List.of("x", "y")) {
        metadata
            .append("{\"name\":\"" + name + "\",\"field-class\":\"a")
            .append(i - 1)
            .append(name.equals("x") ? "\"}," : "\"}]}}\n");
      }
    }
    assertEquals("GE-TRACE-04", onlyFinding(bytes(metadata.toString())).code().id());
  }
}
