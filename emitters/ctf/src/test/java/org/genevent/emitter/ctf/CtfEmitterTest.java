package org.genevent.emitter.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.GeneratedFile;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.plan.FacilityPlan;
import org.junit.jupiter.api.Test;

class CtfEmitterTest {

  private static final Abi LP64 = new Abi(DataModel.LP64, ByteOrder.LITTLE_ENDIAN);
  private static final Abi ILP32 = new Abi(DataModel.ILP32, ByteOrder.LITTLE_ENDIAN);
  private static final Abi BIG = new Abi(DataModel.LP64, ByteOrder.BIG_ENDIAN);

  @Test
  void thePipelineFindsTheEmitterAndThePrinter() {
    EmitterRegistry installed = EmitterRegistry.load(CtfEmitter.class.getClassLoader());
    assertInstanceOf(CtfEmitter.class, installed.named("ctf").orElseThrow());
    assertInstanceOf(StructurePrinter.class, installed.metadataPrinter());
  }

  @Test
  void severalTargetsHaveAFolderEach() {
    assertEquals(List.of("shop_arm.tsdl"), paths(LP64));
    assertEquals(List.of("lp64/shop_arm.tsdl", "ilp32/shop_arm.tsdl"), paths(LP64, ILP32));
    assertEquals(List.of("lp64_le/shop_arm.tsdl", "lp64_be/shop_arm.tsdl"), paths(LP64, BIG));
  }

  private static List<String> paths(Abi... targets) {
    return new CtfEmitter()
        .emit(request(LayoutRule.NATURAL, targets)).stream()
            .map(GeneratedFile::path)
            .toList();
  }

  @Test
  void theSameRequestGivesTheSameText() {
    assertEquals(
        new CtfEmitter().emit(request(LayoutRule.NATURAL, LP64)),
        new CtfEmitter().emit(request(LayoutRule.NATURAL, LP64)));
  }

  @Test
  void theLayoutOfTheOriginalIsRefusedWithTheWayOut() {
    assertEquals(List.of(), new CtfEmitter().check(request(LayoutRule.NATURAL, LP64)));
    List<Diagnostic> findings = new CtfEmitter().check(request(LayoutRule.LTT, LP64));
    assertEquals(1, findings.size());
    assertEquals(DiagnosticCode.TARGET_UNSUPPORTED, findings.get(0).code());
    assertTrue(findings.get(0).fix().orElseThrow().contains("natural"));

    FacilityPlan plan = FacilityPlan.of(facility(), LP64, LayoutRule.LTT);
    StructurePrinter printer = new StructurePrinter();
    assertThrows(
        IllegalArgumentException.class,
        () -> printer.structure(plan, plan.events().get(0).payload()));
  }

  @Test
  void aPayloadOfNoBytesDoesNotMoveTheEndOfTheEvent() {
    FacilityPlan plan = FacilityPlan.of(facility(), LP64, LayoutRule.NATURAL);
    String structure =
        new StructurePrinter().structure(plan, plan.events().get(1).payload());
    assertEquals("struct {\n\t\tstruct {} _none;\n\t}", structure);
  }

  private static EmitRequest request(LayoutRule rule, Abi... targets) {
    List<FacilityPlan> plans = Stream.of(targets)
        .map(target -> FacilityPlan.of(facility(), target, rule))
        .toList();
    return new EmitRequest(plans, Map.of(), Map.of(), new StructurePrinter());
  }

  private static Facility facility() {
    return new Facility(
        "shop",
        Optional.of("arm"),
        false,
        "",
        EventLevel.INFO,
        "main",
        List.of(),
        List.of(),
        List.of(
            event(
                "a", new Field("text", "", Optional.empty(), new StringFieldClass(), Origin.NONE)),
            event("b", field("none"))),
        List.of(),
        Origin.NONE);
  }

  private static Field field(String name, Field... members) {
    return new Field(
        name, "", Optional.empty(), new StructureFieldClass(List.of(members)), Origin.NONE);
  }

  private static Event event(String name, Field... fields) {
    return new Event(
        name,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(fields),
        Origin.NONE);
  }
}
