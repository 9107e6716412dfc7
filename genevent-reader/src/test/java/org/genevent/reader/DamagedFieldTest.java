package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of an event that makes no sense: which field it is, and where the metadata declares it. */
final class DamagedFieldTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 8; } := u8;
      trace { major = 1; minor = 8; byte_order = le; };
      stream {
        event.header := struct { u8 id; };
        event.context := struct { u8 c; };
      };
      event {
        name = "f:e"; id = 1;
        context := struct {
          u8 _n;
          u8 _list[_n];
        };
        fields := struct {
          enum : u8 { A, B } _tag;
          struct { u8 deep; variant <_tag> { u8 A; string B; } v; } _inner;
          string _text;
        };
      };
      event { name = "empty"; id = 2; };
      """;

  @TempDir
  Path directory;

  private String finding(String metadata, String stream) {
    Path trace = Reading.write(directory, metadata, HexFormat.of().parseHex(stream));
    Reading reading = Reading.json(trace);
    assertEquals(1, reading.findings().size(), reading::toString);
    return reading.findings().get(0).message().replace(directory + "/", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01 00 05 01 | a sequence is longer than the rest of its packet (at byte 3, in the packet at byte 0);"
            + " it is the field 'list' of an event 'f:e', metadata:12:8",
        "01 00 00 07 00 | a variant's tag chooses no option (at byte 5, in the packet at byte 0);"
            + " it is the field 'inner' of an event 'f:e', metadata:16:63",
        "01 00 00 00 00 00 41 | a string does not end within its packet (at byte 6, in the packet at byte 0);"
            + " it is the field 'text' of an event 'f:e', metadata:17:12",
        "01 | an event ends behind the content of its packet (at byte 1, in the packet at byte 0);"
            + " it is the field 'c' of an event 'f:e', metadata:6:32",
        "09 00 | an event has an id that the metadata does not define (at byte 1, in the packet at byte 0); the id is 9"
      })
  void isNamedWithItsLine(String stream, String message) {
    assertEquals(message, finding(METADATA, stream.replace(" ", "")));
  }

  @Test
  void anEventOfNothingIsNamed() {
    String metadata = "/* CTF 1.8 */ trace { major = 1; minor = 8; byte_order = le; };\n"
        + "event { name = \"nothing\"; fields := struct { }; };";
    assertEquals(
        "an event takes no space (at byte 0, in the packet at byte 0); the event is a 'nothing'",
        finding(metadata, "00"));
  }

  @Test
  void inJsonTheMemberClassIsTheLine() {
    List<String> documents = List.of(
        "{\"type\": \"preamble\", \"version\": 2}",
        "{\"type\": \"trace-class\"}",
        "{\"type\": \"data-stream-class\"}",
        "{\"type\": \"event-record-class\", \"name\": \"e\", \"payload-field-class\":\n"
            + " {\"type\": \"structure\", \"member-classes\": [\n"
            + "  {\"name\": \"s\", \"field-class\": {\"type\": \"null-terminated-string\"}}]}}");
    String metadata = "\u001e" + String.join("\n\u001e", documents);
    assertEquals(
        "a string does not end within its packet (at byte 0, in the packet at byte 0);"
            + " it is the field 's' of an event 'e', metadata:6:3",
        finding(metadata, "4142"));
  }
}
