package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.genevent.emitter.ctf.TraceFrame;
import org.genevent.emitter.ctf.TsdlPrinter;
import org.genevent.model.DisplayBase;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that try to break out of metadata are still just texts for babeltrace2. */
class CtfHostileTextTest {

  private static final List<String> TEXTS = List.of(
      "*/ integer { size = 8; } x; /*",
      "\" = 0 }; event { name = \"y",
      "back\\slash\\",
      "a\nb\r\tc\u001b[31m\u007f1",
      "\u0001\u000b1\f2\u00077\b",
      "\u00e9 \u6570\u636e \ud83d\ude00 \u202e \u2028 \u0085",
      "%s ${name} $$",
      "?" + "?/",
      "// not a comment",
      "");

  @TempDir
  private Path folder;

  @Test
  void labelsComeBackAsTheyWereAndDescriptionsDisturbNothing() throws IOException {
    UUID uuid = new UUID(1, 2);
    List<EventRecordClass> events = new ArrayList<>();
    List<WireEnumeration.Mapping> labels = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      labels.add(new WireEnumeration.Mapping(TEXTS.get(i), i, i));
    }
    WireEnumeration choice = new WireEnumeration(WireInteger.unsigned(8, 8), labels);
    for (int i = 0; i < TEXTS.size(); i++) {
      WireMember member = new WireMember("_choice", choice, TEXTS.get(i));
      events.add(new EventRecordClass(
          i,
          "t:\"\\" + i,
          TEXTS.get(i),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.of(new WireStructure(List.of(member), 64))));
    }
    TraceClass trace = TraceFrame.trace(
        uuid,
        ByteOrder.BIG_ENDIAN,
        Map.of("hostile", String.join("|", TEXTS)),
        TraceFrame.clock(Optional.of(uuid), -1, 5),
        List.of(new TraceFrame.Channel("main */ x", events)));
    write(trace, uuid);

    List<BabeltraceText.Event> read = BabeltraceText.read(folder);
    assertEquals(TEXTS.size(), read.size());
    for (int i = 0; i < TEXTS.size(); i++) {
      assertEquals("t:\"\\" + i, read.get(i).name());
      assertEquals(
          Map.of("choice", new BabeltraceText.Label(TEXTS.get(i), i)),
          read.get(i).scopes().get("event.fields"));
    }
  }

  private void write(TraceClass trace, UUID uuid) throws IOException {
    ReferenceTrace out = new ReferenceTrace(folder, uuid, trace.byteOrder());
    out.metadata(TsdlPrinter.trace(trace));
    ReferenceTrace.Packet packet = out.new Packet(0, 0);
    for (int i = 0; i < TEXTS.size(); i++) {
      packet.event(1000 + i, i, new byte[0], new byte[] {(byte) i});
    }
    packet.append("main_0");
  }

  @Test
  void extremeValuesOfLabelsAreReadBack() throws IOException {
    long[] values = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE};
    List<WireEnumeration.Mapping> labels = new ArrayList<>();
    for (long value : values) {
      labels.add(new WireEnumeration.Mapping("v" + labels.size(), value, value));
    }
    List<EventRecordClass> events = new ArrayList<>();
    for (boolean signed : new boolean[] {true, false}) {
      WireInteger container = new WireInteger(
          64,
          64,
          signed,
          Optional.of(ByteOrder.BIG_ENDIAN),
          DisplayBase.DECIMAL,
          WireEncoding.NONE,
          Optional.empty());
      events.add(new EventRecordClass(
          events.size(),
          "t:e",
          "",
          OptionalInt.empty(),
          Optional.empty(),
          Optional.of(new WireStructure(
              List.of(new WireMember("_x", new WireEnumeration(container, labels))), 64))));
    }
    UUID uuid = new UUID(3, 4);
    TraceClass trace = TraceFrame.trace(
        uuid,
        ByteOrder.LITTLE_ENDIAN,
        Map.of(),
        TraceFrame.clock(Optional.empty(), 0, 0),
        List.of(new TraceFrame.Channel("main", events)));
    ReferenceTrace out = new ReferenceTrace(folder, uuid, trace.byteOrder());
    out.metadata(TsdlPrinter.trace(trace));
    ReferenceTrace.Packet packet = out.new Packet(1, 0);
    for (int i = 0; i < 2 * values.length; i++) {
      byte[] payload = ByteBuffer.allocate(8).putLong(values[i / 2]).array();
      packet.event(i, i % 2, new byte[0], payload);
    }
    packet.append("main_1");
    List<BabeltraceText.Event> read = BabeltraceText.read(folder);
    for (int i = 0; i < 2 * values.length; i++) {
      assertEquals(
          Map.of("x", new BabeltraceText.Label("v" + i / 2, values[i / 2])),
          read.get(i).scopes().get("event.fields"));
    }
  }
}
