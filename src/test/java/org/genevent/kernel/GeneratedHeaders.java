package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.GeneratedFile;
import org.genevent.emit.MetadataPrinter;
import org.genevent.emitter.kernel.KernelEmitter;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;
import org.genevent.plan.PayloadPlan;

/** Generates headers for facilities. */
final class GeneratedHeaders {

  private GeneratedHeaders() {}

  /** Plans facilities for targets, all of the first target first. */
  static EmitRequest request(List<Facility> facilities, List<Abi> targets, LayoutRule rule) {
    List<FacilityPlan> plans = new ArrayList<>();
    for (Abi target : targets) {
      facilities.forEach(facility -> plans.add(FacilityPlan.of(facility, target, rule)));
    }
    // the text is only carried along; what is right TSDL is the concern of other tests
    return new EmitRequest(plans, Map.of(), Map.of(), new AnyMetadata());
  }

  private static final class AnyMetadata implements MetadataPrinter {
    @Override
    public String structure(FacilityPlan facility, PayloadPlan payload) {
      return "struct {\n\t/* \"??/ */ \\ } align(64)";
    }

    @Override
    public String fieldClass(FacilityPlan facility, PayloadPlan payload) {
      throw new UnsupportedOperationException("the kernel has no CTF 2");
    }
  }

  /** Writes the headers of facilities without errors into a folder. */
  static void write(Path folder, List<Facility> facilities, Abi target, LayoutRule rule) {
    for (Facility facility : facilities) {
      Findings findings = new Findings();
      FacilityChecks.check(facility, rule, List.of(target), findings);
      assertEquals(0, findings.errorCount(), () -> findings.list().toString());
    }
    EmitRequest request = request(facilities, List.of(target), rule);
    assertEquals(List.of(), new KernelEmitter().check(request));
    write(folder, new KernelEmitter().emit(request));
  }

  static void write(Path folder, List<GeneratedFile> files) {
    try {
      for (GeneratedFile file : files) {
        Path path = folder.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
