package org.genevent.declared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the processor's jar brings onto the processor path of a build. */
class ProcessorJarTest {

  private static final String PROCESSOR = "org.genevent.processor.GeneventProcessor";

  private static ZipFile jar() throws IOException, URISyntaxException {
    return new ZipFile(Javac.processorJar().toFile());
  }

  private static String text(ZipFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), UTF_8).strip();
    }
  }

  @Test
  void allClassesAreOursOrRelocated() throws Exception {
    try (ZipFile jar = jar()) {
      List<String> classes = jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .toList();
      assertEquals(
          List.of(),
          classes.stream().filter(name -> !name.startsWith("org/genevent/")).toList());
      assertTrue(classes.stream()
          .anyMatch(name -> name.startsWith("org/genevent/processor/shaded/javapoet/")));
      assertFalse(classes.stream().anyMatch(name -> name.contains("jackson")));
    }
  }

  @Test
  void noClassRefersToWhereRelocatedOnesWere() throws Exception {
    try (ZipFile jar = jar()) {
      for (ZipEntry entry :
          jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          String bytes = new String(in.readAllBytes(), ISO_8859_1);
          assertFalse(bytes.contains("com/palantir/javapoet"), entry.getName());
        }
      }
    }
  }

  @Test
  void compilersAndGradleFindTheProcessor() throws Exception {
    try (ZipFile jar = jar()) {
      assertEquals(PROCESSOR, text(jar, "META-INF/services/javax.annotation.processing.Processor"));
      assertEquals(
          PROCESSOR + ",isolating", text(jar, "META-INF/gradle/incremental.annotation.processors"));
    }
  }
}
