package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.proof.ExternalTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers get from descriptors. */
class LttDescriptorsTest {

  private static final Abi LP64 = new Abi(DataModel.LP64, ByteOrder.LITTLE_ENDIAN);
  private static final Abi ILP32_BE = new Abi(DataModel.ILP32, ByteOrder.BIG_ENDIAN);

  /** Containers have two tags, what is empty has one; double quotes; one declaration; no references, no comments. */
  private static final Pattern GRAMMAR = Pattern.compile("<\\?xml version=\"1\\.0\"\\?>\n(?:\\s*(?:"
      + "<(?:facility|type|event|field|enum|array|sequence|struct|union)(?: [a-z_]+=\"[^\"<&]*\")*>"
      + "|</(?:facility|type|event|field|enum|array|sequence|struct|union)>"
      + "|<(?:label|typeref|[a-z_]+)(?: [a-z_]+=\"[^\"<&]*\")*/>"
      + "|<description>[^<&]*</description>)\\s*)*");

  @TempDir
  private Path folder;

  private static Facility read(Map<String, String> files, String name) {
    String text = files.get("eventdefs/" + name);
    assertTrue(GRAMMAR.matcher(text).matches(), text);
    return Descriptors.read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theFacilityIsTheSameWithoutWhatOnlyTracersNeed() {
    Facility facility = Descriptors.facility("shop.xml");
    Map<String, String> files = Descriptors.files(List.of(facility), "0.7", LP64);
    Facility again = read(files, "shop.xml");
    assertEquals(FacilityChecksum.of(facility), FacilityChecksum.of(again));
    assertEquals("What the \"shop\" does, in more than one line", again.description());
    assertEquals(facility.types(), again.types());
    assertEquals(2, again.events().size());
    Event event = again.events().get(1);
    assertEquals("An order was accepted", event.description());
    assertEquals(facility.events().get(1).fields().size(), event.fields().size());
    for (int i = 0; i < event.fields().size(); i++) {
      // the format would be in the checksum of older readers, and the base is an addition
      if (i > 1) {
        assertEquals(facility.events().get(1).fields().get(i), event.fields().get(i));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.7, 1A8DE486, 4", "0.8, 9ABCB4FA, 5"})
  void theCoreFacilityOf2006HasTheChecksumOfTheOriginalAndThatOf2007ItsNumbers(
      String version, String checksum, int events) {
    Map<String, String> files =
        Descriptors.files(List.of(Descriptors.facility("tight.xml")), version, LP64);
    Facility core = read(files, "core.xml");
    assertEquals(checksum, FacilityChecksum.hex(FacilityChecksum.of(core)));
    assertEquals(events, core.events().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "fs", "process", "timer", "user_generic"})
  void oldFacilitiesKeepTheirChecksum(String name) throws IOException {
    String corpus = System.getProperty("genevent.corpus");
    assumeTrue(
        corpus != null, "skipped: -Dgenevent.corpus=FOLDER names a folder of old facilities");
    Path file = Path.of(corpus, "facilities", name + ".xml");
    Facility old = Descriptors.read(file.toString(), Files.readAllBytes(file));
    Facility again = read(Descriptors.files(List.of(old), "0.7", LP64), name + ".xml");
    assertEquals(FacilityChecksum.of(old), FacilityChecksum.of(again));
    assertEquals(old.events().size(), again.events().size());
  }

  @Test
  void aFacilityLoadIsTheBytesOfTheReference() {
    Map<String, String> files =
        Descriptors.files(List.of(Descriptors.facility("tight.xml")), "0.7", LP64, ILP32_BE);
    String json = files.get("facilities.json");
    // "core", NUL, padding to 8; checksum; id; sizes of int, long, pointer, size_t; alignment
    String core = "636f726500000000" + "86e48d1a" + "00000000" + "04000000" + "08000000"
        + "08000000" + "08000000" + "08000000";
    assertEquals(1, count(json, "\"payload\": \"" + core + "\""), json);
    String coreOf32 = "636f726500000000" + "1a8de486" + "00000000" + "00000004" + "00000004"
        + "00000004" + "00000004" + "00000004";
    assertEquals(1, count(json, "\"payload\": \"" + coreOf32 + "\""), json);
    // a packed facility: alignment 0; "tight", NUL and padding are 8 bytes for both words
    assertEquals(
        1,
        count(
            json,
            "7469676874000000.{16}" + "04000000" + "08000000" + "08000000" + "08000000" + "00000000"
                + "\""),
        json);
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void anOccupiedIdGivesTheNextOne() {
    // the kernel's rule: the checksum modulo 256, and 0 is the core's
    Facility first = named("a");
    int id = FacilityChecksum.of(first) & 255;
    Facility second = null;
    for (int i = 0; second == null; i++) {
      Facility candidate = named("b" + i);
      second = (FacilityChecksum.of(candidate) & 255) == id ? candidate : null;
    }
    String header = Descriptors.files(List.of(first, second), "0.7", LP64).get("ltt-facilities.h");
    assertEquals(1, count(header, "GENEVENT_LTT_ID_core = 0,"), header);
    assertEquals(1, count(header, "GENEVENT_LTT_ID_a = " + id + ","), header);
    assertEquals(
        1,
        count(header, "GENEVENT_LTT_ID_" + second.name() + " = " + (id + 1 & 255) + ","),
        header);
  }

  private static Facility named(String name) {
    String xml = "<facility name='" + name + "'><event name='e'/></facility>";
    return Descriptors.read(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theTableInCCompilesAndSaysTheSame() throws IOException {
    Facility shop = Descriptors.facility("shop.xml");
    Map<String, String> files =
        Descriptors.files(List.of(shop, Descriptors.facility("tight.xml")), "0.7", LP64);
    Descriptors.write(folder, files);
    Files.writeString(folder.resolve("main.c"), """
        #include <stdio.h>
        #include "ltt-facilities.h"

        int main(void)
        {
        	for (size_t i = 0; i < GENEVENT_LTT_NUM_FACILITIES; i++) {
        		const struct genevent_ltt_facility *f = &genevent_ltt_facilities[i];

        		printf("%s %X %d %d %d %d %d %d %s %zu\\n", f->name, (unsigned int)f->checksum,
        		       f->int_size, f->long_size, f->pointer_size, f->size_t_size, f->alignment,
        		       f->num_events, f->events[f->num_events - 1], f->load_size);
        	}
        	return 0;
        }
        """);
    Path program = folder.resolve("program");
    ExternalTool gcc = ExternalTool.require("gcc");
    ExternalTool.Result built = gcc.run(
        "-std=c11",
        "-Wall",
        "-Wextra",
        "-Wpedantic",
        "-Wconversion",
        "-Werror",
        "-o",
        program.toString(),
        folder.resolve("main.c").toString(),
        folder.resolve("ltt-facilities.c").toString());
    assertEquals("", built.err());
    assertEquals(
        "core 1A8DE486 4 8 8 8 8 4 state_dump_facility_load 36\n"
            + "shop " + FacilityChecksum.hex(FacilityChecksum.of(shop))
            + " 4 8 8 8 8 2 order_accepted 36\n"
            + "tight "
            + FacilityChecksum.hex(FacilityChecksum.of(Descriptors.facility("tight.xml")))
            + " 4 8 8 8 0 1 first 36\n",
        new ExternalTool(program).run().outOrFail());
  }

  @Test
  void aFacilityOfAnArchitectureLiesWhereReadersLook() {
    String xml = "<facility name='kernel_arch' arch='i386'><event name='e'/></facility>";
    String other = "<facility name='board' arch='i386'><event name='e'/></facility>";
    List<Facility> facilities = List.of(
        Descriptors.read("a", xml.getBytes(StandardCharsets.UTF_8)),
        Descriptors.read("b", other.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        List.of("eventdefs/core.xml", "eventdefs/kernel_arch_i386.xml", "eventdefs/board.xml"),
        Descriptors.files(facilities, "0.7", LP64).keySet().stream().limit(3).toList());
  }
}
