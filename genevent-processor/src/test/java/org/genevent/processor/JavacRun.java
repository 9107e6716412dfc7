package org.genevent.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * One run of javac in memory, with all its warnings on.
 *
 * @param compilation what came of it
 */
record JavacRun(Compilation compilation) {

  private static final Pattern CODE = Pattern.compile("^\\[(GE-[A-Z]+-\\d+)\\]");

  /** The class path of the tests, with a folder of classes in front. */
  static List<File> classPathWith(Path folder) {
    List<File> classPath = new ArrayList<>(List.of(folder.toFile()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      classPath.add(new File(entry));
    }
    return classPath;
  }

  /** A compiler with these processors, or with none. */
  static Compiler compiler(Processor... processors) {
    Compiler compiler = Compiler.javac().withOptions("-Xlint:all");
    return processors.length == 0
        ? compiler.withOptions("-Xlint:all", "-proc:none")
        : compiler.withProcessors(Arrays.asList(processors));
  }

  static JavacRun of(Compiler compiler, JavaFileObject... sources) {
    return new JavacRun(compiler.compile(sources));
  }

  /** Sources that lie in files. */
  static JavaFileObject[] files(List<Path> sources) throws MalformedURLException {
    List<JavaFileObject> files = new ArrayList<>();
    for (Path source : sources) {
      files.add(JavaFileObjects.forResource(source.toUri().toURL()));
    }
    return files.toArray(JavaFileObject[]::new);
  }

  boolean succeeded() {
    return compilation.status() != Compilation.Status.FAILURE;
  }

  /** The findings of the processor, as {@code line:column CODE}. */
  List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (Diagnostic<?> diagnostic : compilation.diagnostics()) {
      Matcher code = CODE.matcher(diagnostic.getMessage(Locale.ROOT));
      if (code.find()) {
        findings.add(
            diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + " " + code.group(1));
      }
    }
    return findings;
  }

  /** All that javac said, as it says it. */
  String text() {
    StringBuilder text = new StringBuilder();
    compilation.diagnostics().forEach(diagnostic -> text.append(diagnostic).append('\n'));
    return text.toString();
  }

  /** The sources and resources that were made, by path below the folder of their kind. */
  Map<String, String> files() throws IOException {
    Map<String, String> made = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        made.put(path(file), new String(bytes(file), UTF_8));
      }
    }
    return made;
  }

  /** Writes the classes into a folder. */
  void writeClasses(Path folder) throws IOException {
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        Path target = folder.resolve(path(file));
        Files.createDirectories(target.getParent());
        Files.write(target, bytes(file));
      }
    }
  }

  /** The path without its first part, which is the kind of output. */
  private static String path(JavaFileObject file) {
    return file.toUri().getPath().replaceFirst("^/[A-Z_]+/", "");
  }

  private static byte[] bytes(JavaFileObject file) throws IOException {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    }
  }
}
