package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case: the member classes of a payload in CTF 2, the bytes of a stream with one event, its fields as JSON. */
final class FragmentsTest {

  private static final String U8 =
      "{'type':'fixed-length-unsigned-integer','length':8,'byte-order':'little-endian','alignment':8}";
  private static final String I8 =
      "{'type':'fixed-length-signed-integer','length':8,'byte-order':'little-endian','alignment':8}";
  private static final String FLAG =
      "{'type':'fixed-length-boolean','length':8,'byte-order':'little-endian','alignment':8}";

  @TempDir
  Path directory;

  private static String fragment(String json) {
    return "\u001e" + json.replace('\'', '"') + "\n";
  }

  private static String alias(String name, String fieldClass) {
    return fragment(
        "{'type':'field-class-alias','name':'" + name + "','field-class':" + fieldClass + "}");
  }

  /** Members are written as name:class, with ready classes {@code u8}, {@code i8} and {@code flag}. */
  private static String metadata(String members) {
    StringBuilder classes = new StringBuilder();
    for (String member : members.split(" ; ")) {
      int colon = member.indexOf(':');
      classes
          .append(classes.length() == 0 ? "" : ",")
          .append("{'name':'")
          .append(member, 0, colon)
          .append("','field-class':")
          .append(member.substring(colon + 1))
          .append('}');
    }
    return fragment("{'type':'preamble','version':2}")
        + alias("u8", U8)
        + alias("i8", I8)
        + alias("flag", FLAG)
        + fragment("{'type':'data-stream-class'}")
        + fragment("{'type':'event-record-class','name':'e','payload-field-class':"
            + "{'type':'structure','member-classes':[" + classes + "]}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // bits and numbers
        "a:'u8' | ff | {\"a\":255}",
        "a:'i8' | ff | {\"a\":-1}",
        "a:{'type':'fixed-length-unsigned-integer','length':16,'byte-order':'big-endian','preferred-display-base':16} | 0102 | {\"a\":258}",
        "a:{'type':'fixed-length-bit-array','length':3,'byte-order':'little-endian'} ; b:{'type':'fixed-length-bit-array','length':5,'byte-order':'little-endian'} | 2b | {\"a\":3,\"b\":5}",
        "a:{'type':'fixed-length-unsigned-integer','length':3,'byte-order':'little-endian','bit-order':'last-to-first'} ; b:{'type':'fixed-length-bit-array','length':5,'byte-order':'little-endian'} | 29 | {\"a\":4,\"b\":5}",
        "a:{'type':'fixed-length-signed-integer','length':3,'byte-order':'big-endian','bit-order':'first-to-last'} ; b:{'type':'fixed-length-bit-array','length':5,'byte-order':'big-endian'} | 25 | {\"a\":-4,\"b\":5}",
        "a:{'type':'fixed-length-bit-map','length':8,'byte-order':'little-endian','flags':{'r':[[0,0]],'w':[[1,1],[4,5]],'x':[[7,7]]}} | 21 | {\"a\":{\"value\":33,\"flags\":[\"r\",\"w\"]}}",
        "a:'flag' ; b:'flag' ; c:'flag' | 000180 | {\"a\":false,\"b\":true,\"c\":true}",
        "a:{'type':'fixed-length-floating-point-number','length':16,'byte-order':'big-endian'} | 3e00 | {\"a\":1.5}",
        "a:{'type':'fixed-length-floating-point-number','length':32,'byte-order':'little-endian'} | 0000c03f | {\"a\":1.5}",
        "a:{'type':'fixed-length-floating-point-number','length':64,'byte-order':'big-endian'} | bff8000000000000 | {\"a\":-1.5}",
        // numbers of variable length
        "a:{'type':'variable-length-unsigned-integer'} ; b:'u8' | e58e2607 | {\"a\":624485,\"b\":7}",
        "a:{'type':'variable-length-signed-integer'} ; b:'u8' | c0bb7807 | {\"a\":-123456,\"b\":7}",
        "a:{'type':'variable-length-unsigned-integer'} | ffffffffffffffffff01 | {\"a\":18446744073709551615}",
        "a:{'type':'variable-length-signed-integer'} | 8080808080808080807f | {\"a\":-9223372036854775808}",
        "a:{'type':'variable-length-unsigned-integer'} | 80808000 | {\"a\":0}",
        "a:{'type':'variable-length-unsigned-integer','mappings':{'few':[[0,9]],'many':[[10,300]]}} | ac02 | {\"a\":\"many\"}",
        // mappings
        "a:{'type':'fixed-length-signed-integer','length':8,'byte-order':'little-endian','mappings':{'n':[[-3,-1],[5,5]],'z':[[0,0]]}} | fe | {\"a\":\"n\"}",
        "a:{'type':'fixed-length-unsigned-integer','length':64,'byte-order':'little-endian','mappings':{'most':[[18446744073709551615,18446744073709551615]]}} | ffffffffffffffff | {\"a\":\"most\"}",
        // texts and bytes
        "a:{'type':'null-terminated-string'} ; b:'u8' | c3a90007 | {\"a\":\"é\",\"b\":7}",
        "a:{'type':'null-terminated-string','encoding':'utf-16le'} ; b:'u8' | 4100e9003dd800de000007 | {\"a\":\"Aé😀\",\"b\":7}",
        "a:{'type':'null-terminated-string','encoding':'utf-16be'} | 00410000 | {\"a\":\"A\"}",
        "a:{'type':'null-terminated-string','encoding':'utf-32le'} | 00f6010000000000 | {\"a\":\"😀\"}",
        "a:{'type':'static-length-string','length':8,'encoding':'utf-32be'} ; b:'u8' | 000000410000000007 | {\"a\":\"A\",\"b\":7}",
        "a:{'type':'static-length-string','length':4} ; b:'u8' | 4142004307 | {\"a\":\"AB\",\"b\":7}",
        "a:{'type':'static-length-string','length':4,'encoding':'utf-16le'} | 00d84100 | {\"a\":\"\uFFFDA\"}",
        "n:'u8' ; a:{'type':'dynamic-length-string','length-field-location':{'path':['n']}} ; b:'u8' | 02414207 | {\"n\":2,\"a\":\"AB\",\"b\":7}",
        "a:{'type':'static-length-blob','length':3} ; b:'u8' | 00ff1007 | {\"a\":\"00ff10\",\"b\":7}",
        "n:'u8' ; a:{'type':'dynamic-length-blob','media-type':'image/png','length-field-location':{'path':['n']}} | 02abcd | {\"n\":2,\"a\":\"abcd\"}",
        // what holds others
        "a:{'type':'structure'} ; b:'u8' | 07 | {\"a\":{},\"b\":7}",
        "b:'u8' ; a:{'type':'structure','minimum-alignment':32,'member-classes':[{'name':'x','field-class':'u8'}]} | 07eeeeee08 | {\"b\":7,\"a\":{\"x\":8}}",
        "a:{'type':'static-length-array','length':2,'element-field-class':'u8'} | 0102 | {\"a\":[1,2]}",
        "b:'u8' ; a:{'type':'static-length-array','length':0,'minimum-alignment':16,'element-field-class':'u8'} ; c:'u8' | 01ee02 | {\"b\":1,\"a\":[],\"c\":2}",
        "n:'u8' ; a:{'type':'dynamic-length-array','element-field-class':'u8','length-field-location':{'path':['n']}} | 020102 | {\"n\":2,\"a\":[1,2]}",
        "n:{'type':'variable-length-unsigned-integer'} ; a:{'type':'dynamic-length-array','element-field-class':'u8','length-field-location':{'origin':'event-record-payload','path':['n']}} | 020102 | {\"n\":2,\"a\":[1,2]}",
        "f:'flag' ; a:{'type':'optional','field-class':'u8','selector-field-location':{'path':['f']}} | 00 | {\"f\":false,\"a\":null}",
        "f:'flag' ; a:{'type':'optional','field-class':'u8','selector-field-location':{'path':['f']}} | ff09 | {\"f\":true,\"a\":9}",
        "f:'u8' ; a:{'type':'optional','field-class':'u8','selector-field-ranges':[[2,3],[9,9]],'selector-field-location':{'path':['f']}} | 0909 | {\"f\":9,\"a\":9}",
        "f:'i8' ; a:{'type':'optional','field-class':'u8','selector-field-ranges':[[-2,-1]],'selector-field-location':{'path':['f']}} | ff09 | {\"f\":-1,\"a\":9}",
        "f:'u8' ; a:{'type':'optional','field-class':'u8','selector-field-ranges':[[-2,-1]],'selector-field-location':{'path':['f']}} | ff | {\"f\":255,\"a\":null}",
        "t:'u8' ; a:{'type':'variant','selector-field-location':{'path':['t']},'options':[{'name':'x','selector-field-ranges':[[0,1]],'field-class':'u8'},{'selector-field-ranges':[[2,2]],'field-class':{'type':'null-terminated-string'}}]} | 0109 | {\"t\":1,\"a\":{\"x\":9}}",
        "t:'u8' ; a:{'type':'variant','selector-field-location':{'path':['t']},'options':[{'name':'x','selector-field-ranges':[[0,1]],'field-class':'u8'},{'selector-field-ranges':[[2,2]],'field-class':{'type':'null-terminated-string'}}]} | 024100 | {\"t\":2,\"a\":\"A\"}",
        // locations: up, down, through elements, options and optionals
        "n:'u8' ; s:{'type':'structure','member-classes':[{'name':'i','field-class':{'type':'structure','member-classes':[{'name':'a','field-class':{'type':'dynamic-length-array','element-field-class':'u8','length-field-location':{'path':[null,null,'n']}}}]}}]} | 0107 | {\"n\":1,\"s\":{\"i\":{\"a\":[7]}}}",
        "s:{'type':'structure','member-classes':[{'name':'n','field-class':'u8'}]} ; a:{'type':'dynamic-length-array','element-field-class':'u8','length-field-location':{'path':['x',null,'s','n']}} | 0107 | {\"s\":{\"n\":1},\"a\":[7]}",
        "a:{'type':'static-length-array','length':2,'element-field-class':{'type':'structure','member-classes':[{'name':'n','field-class':'u8'},{'name':'b','field-class':{'type':'dynamic-length-array','element-field-class':'u8','length-field-location':{'origin':'event-record-payload','path':['a','n']}}}]}} | 0107020809 | {\"a\":[{\"n\":1,\"b\":[7]},{\"n\":2,\"b\":[8,9]}]}",
        "t:'u8' ; v:{'type':'variant','selector-field-location':{'path':['t']},'options':[{'selector-field-ranges':[[0,0]],'field-class':{'type':'structure','member-classes':[{'name':'n','field-class':'u8'}]}},{'selector-field-ranges':[[1,1]],'field-class':{'type':'structure','member-classes':[{'name':'x','field-class':'u8'},{'name':'n','field-class':'u8'}]}}]} ; a:{'type':'dynamic-length-array','element-field-class':'u8','length-field-location':{'path':['v','n']}} | 01050107 | {\"t\":1,\"v\":{\"x\":5,\"n\":1},\"a\":[7]}",
        "f:'flag' ; o:{'type':'optional','selector-field-location':{'path':['f']},'field-class':{'type':'structure','member-classes':[{'name':'n','field-class':'u8'}]}} ; a:{'type':'dynamic-length-array','element-field-class':'u8','length-field-location':{'path':['o','n']}} | 010107 | {\"f\":true,\"o\":{\"n\":1},\"a\":[7]}",
        // what only tells a length is not shown
        "__a_length:'u8' ; a:{'type':'dynamic-length-array','element-field-class':'u8','length-field-location':{'path':['__a_length']}} ; _b:'u8' | 010703 | {\"a\":[7],\"_b\":3}",
      })
  void aFieldIsReadAsItsClassSays(String members, String hex, String expected) {
    Path trace = Reading.write(directory, metadata(members), HexFormat.of().parseHex(hex));
    assertEquals(expected, Reading.json(trace).onlyFields());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a:{'type':'variable-length-unsigned-integer'} | ffffffffffffffffff02 | a number has more than 64 bits",
        "a:{'type':'variable-length-signed-integer'} | ffffffffffffffffff01 | a number has more than 64 bits",
        "a:{'type':'variable-length-unsigned-integer'} | ff | an event ends behind the content of its packet",
        "a:{'type':'null-terminated-string','encoding':'utf-16le'} | 410000 | a string does not end within its packet",
        "n:'i8' ; a:{'type':'dynamic-length-blob','length-field-location':{'path':['n']}} | ff00 | a sequence is longer than the rest of its packet",
        "a:{'type':'static-length-blob','length':9223372036854775807} | 00 | a sequence is longer than the rest of its packet",
        "f:'flag' ; o:{'type':'optional','selector-field-location':{'path':['f']},'field-class':{'type':'structure','member-classes':[{'name':'n','field-class':'u8'}]}} ; a:{'type':'dynamic-length-array','element-field-class':'u8','length-field-location':{'path':['o','n']}} | 000107 | a length or tag lies in an option that is not there",
        "t:'u8' ; a:{'type':'variant','selector-field-location':{'path':['t']},'options':[{'name':'x','selector-field-ranges':[[0,1]],'field-class':'u8'}]} | 0209 | a variant's tag chooses no option",
      })
  void bytesThatMakeNoSenseAreReported(String members, String hex, String message) {
    Path trace = Reading.write(directory, metadata(members), HexFormat.of().parseHex(hex));
    Reading reading = Reading.json(trace);
    assertEquals(0, reading.lines().size());
    assertEquals(message, reading.findings().get(0).message().replaceFirst(" \\(at byte .*", ""));
  }
}
