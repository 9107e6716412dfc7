package org.genevent.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;

/** Reads the first interface of a source as a facility, without generating anything. */
final class ReadFacility extends AbstractProcessor {

  private final List<DeclaredFacility> read = new ArrayList<>();

  private ReadFacility() {}

  /** Reads a source, for which everything is imported that it may need. */
  static DeclaredFacility of(String source) {
    return of(Compiler.javac(), source);
  }

  /** Reads a source with a compiler. */
  static DeclaredFacility of(Compiler compiler, String source) {
    return of(compiler.withOptions("-proc:only"), source("Source", source));
  }

  /** Reads files with a compiler that finds other types in a folder. */
  static DeclaredFacility of(Compiler compiler, Path sourcePath, JavaFileObject... files) {
    return of(
        compiler.withOptions("-proc:only", "-implicit:none", "-sourcepath", sourcePath), files);
  }

  private static DeclaredFacility of(Compiler compiler, JavaFileObject... files) {
    ReadFacility reader = new ReadFacility();
    JavacRun run = JavacRun.of(compiler.withProcessors(reader), files);
    assertTrue(run.succeeded(), run::text);
    return reader.read.get(0);
  }

  /** A source in the package {@code sample}. */
  static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString(
        "sample." + name,
        "package sample;\n"
            + "import java.nio.*;\nimport java.util.*;\nimport org.genevent.annotation.*;\n"
            + text);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return AnnotationName.SUPPORTED;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      AnnotationUse.on(type, AnnotationName.FACILITY)
          .ifPresent(use ->
              read.add(new InterfaceReader(processingEnv.getElementUtils()).read(type, use)));
    }
    return true;
  }
}
