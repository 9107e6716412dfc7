package org.genevent.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.genevent.golden.Golden;
import org.genevent.runtime.Session;

/** Compiles the way that a user's build does: the processor's jar is all there is on the processor path. */
final class Javac {

  private Javac() {}

  /** The processor's jar, which carries what it needs. */
  static Path processorJar() throws URISyntaxException {
    return place("org.genevent.processor.GeneventProcessor");
  }

  private static Path place(String className) throws URISyntaxException {
    try {
      Class<?> found = Class.forName(className, false, Javac.class.getClassLoader());
      return Path.of(found.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compiles files below {@code declared/} without a warning. */
  static void compile(Path classes, List<String> files, String... processing)
      throws IOException, URISyntaxException {
    List<String> options = new ArrayList<>(List.of(
        "--release",
        "17",
        "-Xlint:all,-processing,-try",
        "-Werror",
        "-classpath",
        place(Session.class.getName()).toString(),
        "-d",
        classes.toString(),
        "-s",
        classes.toString()));
    options.addAll(List.of(processing));
    List<Path> sources = new ArrayList<>();
    for (String file : files) {
      sources.add(Golden.root().resolve("src/test/resources/declared").resolve(file));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean succeeded = compiler
          .getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
          .call();
      assertEquals("true", succeeded + said.toString());
    }
  }

  static URLClassLoader load(Path classes) throws MalformedURLException {
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Javac.class.getClassLoader());
  }
}
