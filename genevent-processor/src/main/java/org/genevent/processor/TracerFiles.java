package org.genevent.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.binding.JavaTracer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.GeneratedFile;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.pipeline.GenerationPipeline;
import org.genevent.pipeline.GenerationRequest;
import org.genevent.pipeline.GenerationResult;
import org.genevent.xml.FacilityWriter;

/** Makes the tracer class, the facility's XML and what typed replay needs, and hands them to the compiler. */
final class TracerFiles {

  /** Where the facility's XML lies; javac does not see folders in other jars that are no Java identifiers. */
  static final String XML_FOLDER = "genevent/facilities/";

  private static final String EMITTER = "java";
  private static final String METADATA_EMITTER = "ctf";

  /** The sizes of tracers; the order of bytes is fixed, so that files are the same wherever they are made. */
  private static final Abi TARGET = new Abi(DataModel.LP64, ByteOrder.LITTLE_ENDIAN);

  private final Elements elements;
  private final Filer filer;
  private final LayoutRule rule;
  private GenerationPipeline pipeline;

  TracerFiles(Elements elements, Filer filer, LayoutRule rule) {
    this.elements = elements;
    this.filer = filer;
    this.rule = rule;
  }

  /** Checks and generates; what was found is added, and nothing is written if there is an error. */
  void make(TypeElement type, Facility facility, JavaTracer tracer, Findings findings) {
    GenerationResult result = pipeline()
        .run(new GenerationRequest(
            List.of(facility),
            List.of(EMITTER),
            List.of(TARGET),
            rule,
            Map.of(),
            Map.of(facility.name(), tracer)));
    findings.addAll(result.findings().list());
    if (findings.hasErrors()) {
      return;
    }
    try {
      for (GeneratedFile file : result.files()) {
        writeSource(type, file);
      }
      for (GeneratedFile file : metadata(facility)) {
        String path = InterfaceFile.path(elements.getBinaryName(type).toString());
        String text = InterfaceFile.text(facility, tracer, contextName(type), file.text());
        writeResource(type, path, text);
      }
      String xml = FacilityWriter.write(facility.withLayout(layout(facility)));
      writeResource(type, XML_FOLDER + facility.baseName() + ".xml", xml);
    } catch (IOException | IllegalArgumentException refused) {
      findings.add(Diagnostic.of(
              DiagnosticCode.JAVA_OUTPUT,
              Spot.of(type).place(),
              "the tracer of " + type.getSimpleName() + " cannot be written: "
                  + refused.getMessage())
          .withRule("the compiler takes each file once, and only into folders that it can write"));
    }
  }

  /** The file says by which rule the tracer writes, so that headers made of it agree, also where only the option said it. */
  private Optional<String> layout(Facility facility) {
    return rule == LayoutRule.LTT
        ? Optional.of(LayoutRule.of(facility, rule).optionName())
        : facility.layout();
  }

  /** The metadata of a CTF trace, also of a tracer that writes LTT traces: it says the classes of the fields. */
  private List<GeneratedFile> metadata(Facility facility) {
    return pipeline()
        .run(new GenerationRequest(
            List.of(facility.withLayout(Optional.empty())),
            List.of(METADATA_EMITTER),
            List.of(TARGET),
            LayoutRule.NATURAL,
            Map.of(),
            Map.of()))
        .files();
  }

  private GenerationPipeline pipeline() {
    if (pipeline == null) {
      // the processor's own class loader: compilers keep the processor path apart from everything
      // else
      pipeline = new GenerationPipeline(EmitterRegistry.load(TracerFiles.class.getClassLoader()));
    }
    return pipeline;
  }

  private void writeSource(TypeElement type, GeneratedFile file) throws IOException {
    String path = file.path().substring(EMITTER.length() + 1);
    String className = path.substring(0, path.length() - ".java".length()).replace('/', '.');
    try (Writer writer = filer.createSourceFile(className, type).openWriter()) {
      writer.write(file.text());
    }
  }

  private String contextName(TypeElement type) {
    return AnnotationUse.on(type, AnnotationName.FACILITY)
        .flatMap(annotation -> ContextRecord.find(annotation, new Report()))
        .map(context -> elements.getBinaryName(context).toString())
        .orElse("");
  }

  private void writeResource(TypeElement type, String path, String text) throws IOException {
    try (OutputStream out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, type).openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
