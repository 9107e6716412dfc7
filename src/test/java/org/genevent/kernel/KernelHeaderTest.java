package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.ctf.EveryClass;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.GeneratedFile;
import org.genevent.emitter.ctf.StructurePrinter;
import org.genevent.emitter.kernel.KernelEmitter;
import org.genevent.golden.Golden;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;
import org.genevent.proof.ExternalTool;
import org.genevent.proof.RandomFacility;
import org.genevent.proof.Seed;
import org.genevent.proof.Shape;
import org.genevent.xml.FacilityReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of C headers: as checked in, taken by compilers, and the same every time. */
class KernelHeaderTest {

  private static final List<String> STANDARDS = List.of("-std=c11", "-std=gnu11");
  private static final int RANDOM_FACILITIES = 30;

  /** What could end a comment, a string or a line, also after trigraphs and splices. */
  private static final List<String> TEXTS = List.of(
      "*/ int x; /*",
      "\" ); exit(1); (\"",
      "ends in a backslash \\",
      "ends in a trigraph ?" + "?/",
      "\\u000a int y; \\u002a/",
      "two\nlines\r\nand a \u2028 third",
      "%s %n \u0001 \u007f \u202e \ud83d\ude00",
      "// not a comment \\");

  @TempDir
  private Path folder;

  private static EmitRequest request(Facility facility, Abi target) {
    FacilityPlan plan = FacilityPlan.of(facility, target, LayoutRule.NATURAL);
    return new EmitRequest(List.of(plan), Map.of(), Map.of(), new StructurePrinter());
  }

  private static Facility read(String xml) {
    Findings findings = new Findings();
    return FacilityReader.read("t.xml", xml.getBytes(StandardCharsets.UTF_8), findings)
        .orElseThrow(() -> new AssertionError(findings.list().toString()));
  }

  private static List<String> findings(String... xml) {
    List<FacilityPlan> plans = Stream.of(xml)
        .map(text -> FacilityPlan.of(read(text), CTarget.LP64.abi(), LayoutRule.NATURAL))
        .toList();
    EmitRequest request = new EmitRequest(plans, Map.of(), Map.of(), new StructurePrinter());
    return new KernelEmitter()
        .check(request).stream()
            .map(Diagnostic::format)
            .map(text -> text.lines().findFirst().orElseThrow())
            .toList();
  }

  @Test
  void everyFieldClassAsHeaders() {
    EmitRequest request = request(EveryClass.facility(false), CTarget.LP64.abi());
    assertAll(new KernelEmitter()
        .emit(request).stream()
            // the contract is not generated: its only copy is its golden file
            .filter(file -> !file.path().endsWith("genevent-rt.h"))
            .map(file -> () -> Golden.check("kernel/" + file.path() + ".txt", file.text())));
  }

  private static EmitRequest withOptions(Map<String, String> options, String... xml) {
    List<FacilityPlan> plans = Stream.of(xml)
        .map(text -> FacilityPlan.of(read(text), CTarget.LP64.abi(), LayoutRule.NATURAL))
        .toList();
    return new EmitRequest(plans, options, Map.of(), new StructurePrinter());
  }

  private static final String FIRST =
      "<facility name='one'><event name='a' param='buffer'><field name='x'><uint/></field></event></facility>";
  private static final String SECOND =
      "<facility name='two'><event name='a'><field name='s'><string/></field></event></facility>";

  @Test
  void functionsBeginAsTheUserSays() {
    EmitRequest request = withOptions(Map.of("kernel.prefix", "trace_"), FIRST);
    assertEquals(List.of(), new KernelEmitter().check(request));
    String header = text(request, "genevent-facility-one.h");
    assertTrue(header.contains("void trace_one_a(unsigned int x)"), header);
    assertTrue(header.contains("__trace_one_a("), header);
    assertFalse(header.contains("genevent_one_a("), header);
  }

  @Test
  void aPrefixThatNoNameCanHaveIsRefused() {
    for (String prefix : List.of("", "9_", "a-b", "a b", "\u00e4_", "x".repeat(65))) {
      EmitRequest request = withOptions(Map.of("kernel.prefix", prefix), FIRST);
      assertEquals(1, new KernelEmitter().check(request).size(), prefix);
    }
    assertEquals(
        1,
        new KernelEmitter()
            .check(withOptions(Map.of("kernel.merged", "yes"), FIRST))
            .size());
  }

  @Test
  void oneHeaderHoldsAllFacilities() throws IOException {
    EmitRequest request = withOptions(Map.of("kernel.merged", "true"), FIRST, SECOND);
    assertEquals(List.of(), new KernelEmitter().check(request));
    List<GeneratedFile> files = new KernelEmitter().emit(request);
    assertEquals(
        List.of("genevent-facilities.h", "genevent-rt.h"),
        files.stream()
            .map(GeneratedFile::path)
            .filter(path -> path.endsWith(".h") && !path.contains("loader"))
            .sorted()
            .toList());
    GeneratedHeaders.write(folder, files);
    Path source = Files.writeString(folder.resolve("both.c"), """
        #include "genevent-facilities.h"
        #include "genevent-facilities.h"
        #include "genevent-facility-loader-one.h"
        #include "genevent-facility-loader-two.h"
        void both(void);
        void both(void)
        {
        	genevent_one_a(1);
        	genevent_two_a("text");
        	(void)genevent_loader_one;
        	(void)genevent_loader_two;
        }
        """);
    List<String> flags = new ArrayList<>(CTarget.STRICT);
    flags.add("-std=gnu11");
    ExternalTool.Result result = CTarget.LP64.compile(flags, source);
    assertEquals(0, result.exitStatus(), result::err);
  }

  @Test
  void aMergedHeaderHasNoRoomForTwoArchitectures() {
    String other = FIRST.replace("name='one'", "name='one' arch='arm'");
    EmitRequest request = withOptions(Map.of("kernel.merged", "true"), FIRST, other);
    assertEquals(1, new KernelEmitter().check(request).size());
  }

  @Test
  void aFacilityThatTheConfigurationLeavesOutLeavesNothingInTheCode() throws IOException {
    EmitRequest request = withOptions(Map.of(), FIRST);
    GeneratedHeaders.write(folder, new KernelEmitter().emit(request));
    Path source = Files.writeString(folder.resolve("off.c"), """
        #define CONFIG_GENEVENT_FACILITIES 1
        #include "genevent-facility-one.h"
        void off(void);
        void off(void)
        {
        	genevent_one_a(1);
        }
        """);
    Path object = folder.resolve("off.o");
    CTarget.LP64
        .tool()
        .run(
            "-std=gnu11",
            "-O2",
            "-c",
            "-I" + folder,
            "-I" + CTarget.harness(),
            "-o",
            object.toString(),
            source.toString())
        .outOrFail();
    String symbols =
        ExternalTool.require("nm").run("--undefined-only", object.toString()).outOrFail();
    assertEquals("", symbols.strip());
  }

  @Test
  void aHandWrittenHeaderWritesCustomSequences() throws IOException {
    EmitRequest request = withOptions(
        Map.of(),
        "<facility name='mm'><event name='fault'><field name='stack'><sequence write='custom'>"
            + "<uint_fixed size='4'/><uint_fixed size='8'/></sequence></field></event></facility>");
    GeneratedHeaders.write(folder, new KernelEmitter().emit(request));
    Files.writeString(folder.resolve("genevent-facility-custom-mm.h"), """
        struct genevent_mm_fault_stack {
        	uint64_t first;
        };

        static inline size_t genevent_mm_fault_stack_length(const struct genevent_mm_fault_stack *stack)
        {
        	return stack->first ? 2 : 0;
        }

        static inline void genevent_mm_fault_stack_put(void *to, const struct genevent_mm_fault_stack *stack, size_t length)
        {
        	uint64_t *elements = to;

        	for (size_t i = 0; i < length; i++)
        		elements[i] = stack->first + i;
        }
        """);
    Path source = Files.writeString(folder.resolve("custom.c"), """
        #include "genevent-facility-mm.h"
        void custom(void);
        void custom(void)
        {
        	struct genevent_mm_fault_stack stack = { 4711 };

        	genevent_mm_fault(&stack);
        }
        """);
    List<String> flags = new ArrayList<>(CTarget.STRICT);
    flags.add("-std=gnu11");
    ExternalTool.Result result = CTarget.LP64.compile(flags, source);
    assertEquals(0, result.exitStatus(), result::err);
  }

  private static String text(EmitRequest request, String path) {
    return new KernelEmitter()
        .emit(request).stream()
            .filter(file -> file.path().equals(path))
            .findFirst()
            .orElseThrow()
            .text();
  }

  @ParameterizedTest
  @EnumSource(CTarget.class)
  void hostileWordsStayInCommentsAndStrings(CTarget target) {
    StringBuilder xml = new StringBuilder("<facility name='hostile'>");
    for (int i = 0; i < TEXTS.size(); i++) {
      String text = TEXTS
          .get(i)
          .replace("&", "&amp;")
          .replace("<", "&lt;")
          .replaceAll("[\\x01\\x7f]", "&#x7f;");
      xml.append("<event name='e" + i + "'><description>" + text + "</description>")
          .append("<field name='f'><description>" + text + "</description><enum>")
          .append("<label name='l' value='1'/><description>" + text + "</description>")
          .append("</enum></field></event>");
    }
    for (String name : List.of("register", "NULL", "current", "errno", "true", "u8", "size_t")) {
      xml.append("<event name='" + name + "_'><field name='" + name + "_'><uint/></field>")
          .append("<field name='_" + name + "'><string/></field></event>");
    }
    compile(target, List.of(read(xml + "</facility>")));
  }

  @ParameterizedTest
  @EnumSource(CTarget.class)
  void randomFacilitiesCompileInBothStandards(CTarget target) {
    List<Facility> facilities = new ArrayList<>();
    Seed.cases(RANDOM_FACILITIES)
        .forEach(seed -> facilities.add(RandomFacility.of(seed.random(), Shape.everything())));
    compile(target, facilities);
  }

  private void compile(CTarget target, List<Facility> facilities) {
    for (int i = 0; i < facilities.size(); i++) {
      Facility facility = facilities.get(i);
      CProgram program = new CProgram(folder.resolve("f" + i), target);
      program.facility(facility, LayoutRule.NATURAL);
      Path source = program.write();
      for (String standard : STANDARDS) {
        List<String> flags = new ArrayList<>(CTarget.STRICT);
        flags.add(standard);
        ExternalTool.Result result = target.compile(flags, source);
        assertEquals("", result.err(), facility.name());
        assertEquals(0, result.exitStatus());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CTarget.class)
  void headersForAnotherCompilerDoNotCompile(CTarget target) throws IOException {
    for (DataModel model : DataModel.values()) {
      for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        Abi abi = new Abi(model, order);
        ExternalTool.Result result = compileFor(target, abi, List.of());
        String what = target + " " + abi + ": " + result.err();
        assertEquals(abi.equals(target.abi()), result.exitStatus() == 0, what);
        assertEquals(
            model != target.abi().dataModel(),
            result
                .err()
                .contains("static assertion failed: \"genevent: facility shop was generated"
                    + " for the data model " + model),
            what);
        assertEquals(
            order != target.abi().byteOrder(),
            result
                .err()
                .contains("static assertion failed: \"genevent: facility shop was generated"
                    + " for big-endian targets"),
            what);
      }
    }
  }

  /** The layout is the facility's, so the compiler's rule for 64-bit integers in structures changes nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"-malign-double", "-mno-align-double"})
  void theCompilersAlignmentOfLongIntegersChangesNothing(String flag) throws IOException {
    ExternalTool.Result result = compileFor(CTarget.ILP32, CTarget.ILP32.abi(), List.of(flag));
    assertEquals("", result.err());
    assertEquals(0, result.exitStatus());
  }

  @Test
  void enumerationsOfAnotherSizeAreNoticed() throws IOException {
    ExternalTool.Result result =
        compileFor(CTarget.LP64, CTarget.LP64.abi(), List.of("-fshort-enums"));
    assertNotEquals(0, result.exitStatus());
    assertTrue(
        result
            .err()
            .contains("static assertion failed: \"genevent: enum genevent_shop_currency has"
                + " not the planned size\""),
        result::err);
  }

  private ExternalTool.Result compileFor(CTarget target, Abi abi, List<String> flags)
      throws IOException {
    EmitRequest request = request(EveryClass.facility(false), abi);
    Path place = folder.resolve(abi.dataModel() + "-" + abi.byteOrder());
    GeneratedHeaders.write(place, new KernelEmitter().emit(request));
    Path source = Files.writeString(
        place.resolve("other.c"), "#include \"genevent-facility-shop.h\"\nextern int not_empty;\n");
    List<String> all = new ArrayList<>(flags);
    all.add("-std=gnu11");
    return target.compile(all, source);
  }

  @Test
  void theSameFacilityGivesTheSameText() {
    Facility facility = RandomFacility.of(new Seed(7).random(), Shape.everything());
    assertEquals(
        new KernelEmitter().emit(request(facility, CTarget.LP64.abi())),
        new KernelEmitter().emit(request(facility, CTarget.LP64.abi())));
  }

  @Test
  void aCustomSequenceOfElementsOfDifferentSizesIsRefused() {
    assertEquals(
        List.of(
            "t.xml:1:36: error: [GE-KERNEL-01] the elements of the custom sequence 'e.names' have different"
                + " sizes, which a hand-written function in C cannot say"),
        findings(
            "<facility name='t'><event name='e'><field name='names'>\n"
                + "       <sequence write='custom'><uint_fixed size='4'/><string/></sequence></field></event></facility>"));
  }

  @Test
  void functionsOfTwoEventsMustHaveDifferentNames() {
    List<String> found = findings("<facility name='t'><event name='q' duration='true'/>"
        + "<event name='q_begin'/></facility>");
    assertEquals(1, found.size(), found.toString());
    assertEquals("GE-KERNEL-02", found.get(0).replaceFirst(".*\\[(.*)].*", "$1"));
  }

  @Test
  void namesOfTwoFacilitiesMustNotMeet() {
    List<String> found = findings(
        "<facility name='a'><event name='b_c'/></facility>",
        "<facility name='a_b'><event name='c'/></facility>");
    assertEquals(1, found.size(), found.toString());
    assertEquals("GE-KERNEL-02", found.get(0).replaceFirst(".*\\[(.*)].*", "$1"));
  }
}
