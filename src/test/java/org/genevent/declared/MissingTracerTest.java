package org.genevent.declared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.genevent.runtime.Genevent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose build forgot the processor runs, and is told once what is missing. */
class MissingTracerTest {

  @TempDir
  private Path classes;

  @Test
  void oneMessageSaysWhatToAddToTheBuild() throws Exception {
    Javac.compile(classes, List.of("TrialEvents.java"), "-proc:none");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    try (URLClassLoader loader = Javac.load(classes)) {
      Class<?> declared = loader.loadClass("declared.TrialEvents");
      System.setErr(new PrintStream(said, true, UTF_8));
      Object silent = Genevent.tracer(declared);
      Genevent.tracer(declared);
      declared.getMethod("nothing").invoke(silent);
      Method helper = declared.getMethod("orders", long.class, long.class);
      assertEquals(3, helper.invoke(silent, 1L, 3L));
    } finally {
      System.setErr(before);
    }
    String text = said.toString(UTF_8);
    assertEquals(0, text.indexOf("genevent: there is no class declared.TrialTracer"), text);
    assertEquals(0, text.lastIndexOf("genevent: "), text);
    for (String help : List.of(
        "\n      <annotationProcessorPaths>\n        <path>\n",
        "<artifactId>genevent-processor</artifactId>",
        "annotationProcessor(\"org.genevent:genevent-processor:",
        "-processorpath",
        "-proc:full")) {
      assertTrue(text.contains(help), text);
    }
  }

  @Test
  void helpersOfAnInterfaceThatIsNotPublicWork() throws Exception {
    Javac.compile(classes, List.of("v1/ShopEvents.java"), "-proc:none");
    PrintStream before = System.err;
    try (URLClassLoader loader = Javac.load(classes)) {
      System.setErr(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
      Class<?> declared = loader.loadClass("versions.ShopEvents");
      Object silent = Genevent.tracer(declared);
      Method helper = declared.getMethod("helped", int.class);
      helper.setAccessible(true);
      assertEquals(8, helper.invoke(silent, 7));
    } finally {
      System.setErr(before);
    }
  }
}
