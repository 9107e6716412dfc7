package org.genevent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the processor behaves among other processors, in rounds, and when something fails. */
class ProcessingTest {

  private static final JavaFileObject SHOP = JavaFileObjects.forSourceLines(
      "sample.ShopEvents",
      "package sample;",
      "@org.genevent.annotation.Facility",
      "interface ShopEvents { void orderAccepted(long orderId); }");

  private static final JavaFileObject NEEDY = JavaFileObjects.forSourceLines(
      "sample.ShopEvents",
      "package sample;",
      "@org.genevent.annotation.Facility(context = Request.class)",
      "interface ShopEvents { void orderAccepted(Currency[] currencies);",
      "  @org.genevent.annotation.Facility interface Bank { void paid(long amount); } }");

  @TempDir
  private Path folder;

  private static Compiler strict(MadeSource... others) {
    List<javax.annotation.processing.Processor> processors = new ArrayList<>(List.of(others));
    processors.add(new GeneventProcessor());
    return Compiler.javac().withProcessors(processors).withOptions("-Xlint:all", "-Werror");
  }

  @Test
  void typesThatOtherProcessorsMakeAreWaitedFor() throws IOException {
    JavacRun run = JavacRun.of(
        strict(
            new MadeSource(0, "sample.Currency", "package sample; enum Currency { EUR }"),
            new MadeSource(0, "sample.Tenant", "package sample; enum Tenant { A }"),
            new MadeSource(
                1, "sample.Request", "package sample; record Request(Tenant tenant) {}")),
        NEEDY);
    assertTrue(run.succeeded(), run::text);
    assertTrue(run.files().get("sample/ShopTracer.java").contains("Currency"));
  }

  @Test
  void aTypeThatNobodyMakesIsReportedOnceAndOthersGetTheirTracers() {
    List<String> made = new ArrayList<>();
    JavacRun run = JavacRun.of(
        JavacRun.compiler(
            new MadeSource(1, "sample.Request", "package sample; record Request(int tenant) {}"),
            new BehindFiler((method, arguments, filer) -> {
              made.add(String.valueOf(arguments[0]));
              return method.invoke(filer, arguments);
            })),
        NEEDY);
    assertFalse(run.succeeded());
    assertEquals(List.of("3:54 GE-JAVA-15"), run.findings(), run::text);
    assertEquals(List.of("sample.ShopEvents_BankTracer", "CLASS_OUTPUT", "CLASS_OUTPUT"), made);
  }

  @Test
  void anInterfaceThatAnotherProcessorMakesGetsItsTracer() throws IOException {
    String made = SHOP.getCharContent(true).toString();
    JavacRun run = JavacRun.of(
        strict(new MadeSource(0, "sample.ShopEvents", made)),
        JavaFileObjects.forSourceString("sample.Other", "package sample; class Other {}"));
    assertTrue(run.succeeded(), run::text);
    assertTrue(run.files().containsKey("sample/ShopTracer.java"));
  }

  @Test
  void aTracerThatWasCompiledBeforeIsNoNameThatIsTaken() throws IOException {
    JavacRun.of(strict(), SHOP).writeClasses(folder);
    // the lint "processing" warns of every class that is made again
    JavacRun again = JavacRun.of(
        strict()
            .withClasspath(JavacRun.classPathWith(folder))
            .withOptions("-Xlint:all,-processing", "-Werror"),
        SHOP);
    assertTrue(again.succeeded(), again::text);
  }

  @Test
  void aFindingInATypeThatWasCompiledBeforeIsToldWhereTheTypeIsNamed() throws IOException {
    JavacRun.of(
            JavacRun.compiler(),
            JavaFileObjects.forSourceString(
                "sample.Order", "package sample; public record Order(int x, Object product) {}"))
        .writeClasses(folder);
    JavacRun run = JavacRun.of(
        strict().withClasspath(JavacRun.classPathWith(folder)),
        JavaFileObjects.forSourceLines(
            "sample.ShopEvents",
            "package sample;",
            "@org.genevent.annotation.Facility",
            "interface ShopEvents { void orderAccepted(Order[] orders); }"));
    assertEquals(List.of("3:51 GE-JAVA-11"), run.findings(), run::text);
    assertTrue(run.text().contains("in Order.product"), run::text);
  }

  @Test
  void aFileThatCannotBeWrittenIsOneFinding() {
    JavacRun run = JavacRun.of(
        JavacRun.compiler(new BehindFiler((method, arguments, filer) -> {
          throw new IOException("No space left on device");
        })),
        SHOP);
    assertEquals(List.of("3:1 GE-JAVA-23"), run.findings(), run::text);
    assertTrue(run.text().contains("No space left on device"), run::text);
    assertFalse(run.text().contains("  at "), run::text);
  }

  @Test
  void aDefectOfOursSaysThatItIsOurs() {
    JavacRun run = JavacRun.of(
        JavacRun.compiler(new BehindFiler((method, arguments, filer) -> {
          throw new IllegalStateException("out of order");
        })),
        SHOP);
    assertEquals(List.of("3:1 GE-JAVA-24"), run.findings(), run::text);
    String message = run.compilation().errors().get(0).getMessage(Locale.ROOT);
    assertTrue(message.contains("defect of genevent, not of your code"), message);
    assertTrue(message.contains("IllegalStateException: out of order"), message);
    assertTrue(message.contains(TracerFiles.class.getName()), message);
  }

  @Test
  void everyFileHasTheInterfaceAsItsOneOrigin() {
    List<String> origins = new ArrayList<>();
    JavacRun run = JavacRun.of(
        JavacRun.compiler(new BehindFiler((method, arguments, filer) -> {
          for (Element origin : (Element[]) arguments[arguments.length - 1]) {
            origins.add(method.getName() + " " + origin);
          }
          return method.invoke(filer, arguments);
        })),
        SHOP);
    assertTrue(run.succeeded(), run::text);
    assertEquals(
        List.of(
            "createSourceFile sample.ShopEvents",
            "createResource sample.ShopEvents",
            "createResource sample.ShopEvents"),
        origins);
  }

  @Test
  void gradleIsToldThatTheProcessorIsIsolating() throws IOException {
    String declaration = "/META-INF/gradle/incremental.annotation.processors";
    try (InputStream in = GeneventProcessor.class.getResourceAsStream(declaration)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(GeneventProcessor.class.getName() + ",isolating", text.strip());
    }
  }
}
