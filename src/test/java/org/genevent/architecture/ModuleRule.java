package org.genevent.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the classes of one module may use beside their own packages and {@code java.base}.
 *
 * @param folder the module's folder
 * @param jdkModules modules of the JDK
 * @param packages packages of others; {@code x.*} is x and all below it
 */
record ModuleRule(String folder, Set<String> jdkModules, List<String> packages) {
  /** The layers of genevent-model: each may use those before it. */
  static final List<String> MODEL_LAYERS = List.of(
      "org.genevent.diagnostic",
      "org.genevent.abi",
      "org.genevent.model",
      "org.genevent.model.trace",
      "org.genevent.contract",
      "org.genevent.binding",
      "org.genevent.layout",
      "org.genevent.plan",
      "org.genevent.contract.declared",
      "org.genevent.check",
      "org.genevent.emit",
      "org.genevent.pipeline");

  /** What describes traces and facilities, without the writers' arithmetic. */
  private static final List<String> VOCABULARY = MODEL_LAYERS.subList(0, 5);

  private static final Set<String> JAVA_BASE = Set.of();
  private static final List<String> NOTHING = List.of();

  /** The directions between modules: who is not named under another may not be used there. */
  static final List<ModuleRule> ALL = List.of(
      new ModuleRule("genevent-model", JAVA_BASE, NOTHING),
      new ModuleRule("genevent-runtime", JAVA_BASE, NOTHING),
      new ModuleRule(
          "genevent-xml",
          Set.of("java.xml"),
          with(
              MODEL_LAYERS,
              "tools.jackson.core.*",
              "tools.jackson.dataformat.xml.*",
              "org.codehaus.stax2.*",
              "com.ctc.wstx.*")),
      new ModuleRule(
          "emitters/java", Set.of("java.compiler"), with(MODEL_LAYERS, "com.palantir.javapoet")),
      new ModuleRule("emitters/kernel", JAVA_BASE, MODEL_LAYERS),
      new ModuleRule("emitters/ctf", JAVA_BASE, MODEL_LAYERS),
      new ModuleRule("emitters/ltt", JAVA_BASE, MODEL_LAYERS),
      new ModuleRule(
          "genevent-processor",
          Set.of("java.compiler"),
          with(MODEL_LAYERS, "org.genevent.xml", "com.google.auto.service")),
      // A reader that used the writers' arithmetic would prove nothing about it.
      new ModuleRule(
          "genevent-reader",
          JAVA_BASE,
          with(VOCABULARY, "org.genevent.xml", "tools.jackson.core.*")),
      new ModuleRule(
          "genevent-cli",
          JAVA_BASE,
          with(
              MODEL_LAYERS,
              "org.genevent.xml",
              "org.genevent.annotation",
              "org.genevent.runtime",
              "org.genevent.reader.*",
              "org.genevent.emitter.*",
              "picocli",
              "tools.jackson.core.*",
              "com.github.difflib.*")),
      new ModuleRule(
          "genevent-testing",
          JAVA_BASE,
          with(
              MODEL_LAYERS,
              "org.genevent.xml",
              "org.genevent.runtime",
              "org.genevent.reader.*",
              "org.junit.jupiter.api.*",
              "org.junit.platform.commons.*",
              "org.opentest4j",
              "com.github.difflib.*")),
      new ModuleRule(
          "benchmarks",
          Set.of("jdk.jfr", "java.management"),
          List.of(
              "org.genevent.annotation",
              "org.genevent.diagnostic",
              "org.genevent.runtime",
              "org.genevent.reader.*",
              "org.openjdk.jmh.*")));

  Path classes() {
    return Tree.ROOT.resolve(folder).resolve("target/classes");
  }

  boolean allows(Jdeps.Use use) {
    if (use.isOfJdk()) {
      return use.origin().equals("java.base") || jdkModules.contains(use.origin());
    }
    return packages.stream().anyMatch(allowed -> covers(allowed, use.to()));
  }

  private static boolean covers(String allowed, String name) {
    if (!allowed.endsWith(".*")) {
      return allowed.equals(name);
    }
    String root = allowed.substring(0, allowed.length() - 2);
    return name.equals(root) || name.startsWith(root + ".");
  }

  private static List<String> with(List<String> packages, String... others) {
    return Stream.concat(packages.stream(), Stream.of(others)).toList();
  }
}
