package org.genevent.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.GeneratedFile;
import org.genevent.emitter.ctf.CtfEmitter;
import org.genevent.emitter.ctf.StructurePrinter;
import org.genevent.emitter.ctf.TraceTemplate;
import org.genevent.golden.Golden;
import org.genevent.layout.LayoutRule;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;
import org.junit.jupiter.api.Test;

/** The CTF emitter's text, as it is checked in. */
class CtfGoldenTest {

  @Test
  void everyFieldClassAsTsdl() {
    FacilityPlan plan = FacilityPlan.of(
        EveryClass.facility(false),
        new Abi(DataModel.LP64, ByteOrder.LITTLE_ENDIAN),
        LayoutRule.NATURAL);
    Golden.check("ctf/shop.tsdl", metadata(plan));
  }

  @Test
  void everyFieldClassPackedForABigEndian32BitMachine() {
    FacilityPlan plan = FacilityPlan.of(
        EveryClass.facility(true),
        new Abi(DataModel.ILP32, ByteOrder.BIG_ENDIAN),
        LayoutRule.NATURAL);
    Golden.check("ctf/shop_packed_ilp32_be.tsdl", metadata(plan));
  }

  @Test
  void everyFieldClassAsFragments() {
    FacilityPlan plan = FacilityPlan.of(
        EveryClass.facility(false),
        new Abi(DataModel.LP64, ByteOrder.LITTLE_ENDIAN),
        LayoutRule.NATURAL);
    List<GeneratedFile> files = new CtfEmitter()
        .emit(new EmitRequest(
            List.of(plan), Map.of("ctf.version", "2"), Map.of(), new StructurePrinter()));
    assertEquals("shop.json-seq", files.get(0).path());
    Golden.check("ctf/shop.json-seq", files.get(0).text());
  }

  @Test
  void theRuntimesFrameIsWhatThePrinterPrints() {
    Golden.checkTracked(
        "genevent-runtime/src/main/resources/org/genevent/runtime/trace.tsdl",
        TraceTemplate.text());
  }

  @Test
  void theRuntimesFrameOfCtf2IsWhatThePrinterPrints() {
    Golden.checkTracked(
        "genevent-runtime/src/main/resources/org/genevent/runtime/trace.json-seq",
        TraceTemplate.fragments());
  }

  @Test
  void theTextThatProgramsCarryIsTheEmittersWithoutDescriptions() {
    FacilityPlan plan = FacilityPlan.of(
        EveryClass.facility(false),
        new Abi(DataModel.LP64, ByteOrder.LITTLE_ENDIAN),
        LayoutRule.NATURAL);
    String metadata = metadata(plan).replaceAll("(?m)^\t\t/\\*.*\n", "");
    StructurePrinter printer = new StructurePrinter();
    for (EventPlan event : plan.events()) {
      String fields = printer.structure(plan, event.payload());
      if (event.payload().fields().isEmpty()) {
        assertEquals("", fields);
      } else {
        assertTrue(metadata.contains("\tfields := " + fields + ";\n"), fields);
      }
    }
    String context = printer.structure(plan, plan.context().orElseThrow());
    assertTrue(metadata.contains("\tcontext := " + context + ";\n"), context);
  }

  private static String metadata(FacilityPlan plan) {
    List<GeneratedFile> files = new CtfEmitter()
        .emit(new EmitRequest(List.of(plan), Map.of(), Map.of(), new StructurePrinter()));
    return files.get(0).text();
  }
}
