package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.GeneratedFile;
import org.genevent.golden.Golden;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.pipeline.GenerationPipeline;
import org.genevent.pipeline.GenerationRequest;
import org.genevent.pipeline.GenerationResult;
import org.genevent.xml.FacilityReader;

/** Runs the LTT emitter the way that everybody does: through the pipeline. */
final class Descriptors {

  private Descriptors() {}

  static Facility facility(String name) {
    try {
      byte[] bytes = Files.readAllBytes(Golden.root().resolve("src/test/resources/ltt/" + name));
      return read(name, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Facility read(String name, byte[] bytes) {
    Findings findings = new Findings();
    Facility facility = FacilityReader.read(name, bytes, findings)
        .orElseThrow(() -> new AssertionError(findings.list()));
    assertEquals(0, findings.errorCount(), () -> findings.list().toString());
    return facility;
  }

  static GenerationResult run(List<Facility> facilities, String version, Abi... targets) {
    EmitterRegistry registry = EmitterRegistry.load(Descriptors.class.getClassLoader());
    return new GenerationPipeline(registry)
        .run(new GenerationRequest(
            facilities,
            List.of("ltt"),
            List.of(targets),
            LayoutRule.NATURAL,
            Map.of("ltt.version", version),
            Map.of()));
  }

  /** The files of facilities that nothing is wrong with, by path below the emitter's folder. */
  static Map<String, String> files(List<Facility> facilities, String version, Abi... targets) {
    GenerationResult result = run(facilities, version, targets);
    assertEquals(
        List.of(), result.findings().list().stream().map(Diagnostic::format).toList());
    Map<String, String> files = new LinkedHashMap<>();
    for (GeneratedFile file : result.files()) {
      files.put(file.path().substring("ltt/".length()), file.text());
    }
    return files;
  }

  static void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
