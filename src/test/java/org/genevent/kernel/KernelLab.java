package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.EmitRequest;
import org.genevent.emitter.ctf.StructurePrinter;
import org.genevent.emitter.kernel.KernelEmitter;
import org.genevent.golden.Golden;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;
import org.genevent.proof.ExternalTool;
import org.genevent.xml.FacilityReader;

/**
 * A virtual machine with a distribution's kernel and our modules in it; see {@code genevent-kernel/lab}.
 *
 * <p>Kernels are fetched once into the folder that the property {@code genevent.lab} names; without it, below
 * {@code target}.
 */
final class KernelLab {

  private static final Path SCRIPTS = Golden.root().resolve("genevent-kernel/lab");

  private static final Map<KernelTarget, KernelLab> BUILT = new HashMap<>();

  private final KernelTarget target;
  private final Path kernel;
  private final Path work;

  private KernelLab(KernelTarget target) {
    this.target = target;
    Path lab = Path.of(System.getProperty(
            "genevent.lab", Golden.root().resolve("target/lab").toString()))
        .toAbsolutePath();
    this.kernel = lab.resolve(target.arch());
    this.work = Golden.root().resolve("genevent-tests/target/lab").resolve(target.arch());
  }

  /** The lab for a target, its modules built; ends the test if a program is missing. */
  static synchronized KernelLab of(KernelTarget target) {
    target.requireTools();
    KernelLab lab = BUILT.get(target);
    if (lab == null) {
      lab = new KernelLab(target);
      lab.build();
      BUILT.put(target, lab);
    }
    return lab;
  }

  private void build() {
    delete(work);
    Path headers = work("headers");
    generate(headers);
    script("fetch", target.arch(), kernel.toString());
    script(
        "build",
        target.arch(),
        kernel.toString(),
        headers.toString(),
        work("build").toString(),
        "C=2",
        "CF=-Wsparse-error");
    compile("reader");
    compile("netlink");
  }

  /** Where a test can put what it makes; empty at first. */
  Path work(String name) {
    return work.resolve(name);
  }

  KernelTarget target() {
    return target;
  }

  /** The runtime's folder, as users have it, built. */
  Path runtime() {
    return work("build/runtime");
  }

  /** The modules of the runtime, the facility {@code lab} and its writers. */
  Path modules() {
    return work("build/modules");
  }

  /** The code that writers run through. */
  Disassembly disassembly() {
    return Disassembly.of(
        ExternalTool.require(target.cross() + "objdump"),
        modules().resolve("genevent.ko"),
        modules().resolve("genevent-lab-writers.ko"));
  }

  /** What the kernel is built against. */
  Path kernelHeaders() {
    try {
      String version = Files.readString(kernel.resolve("version")).strip();
      return kernel.resolve("usr/src/linux-headers-" + version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The kernel's own reader of Kconfig files. */
  ExternalTool configurator() {
    try (Stream<Path> folders = Files.list(kernel.resolve("usr/lib"))) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("linux-kbuild-"))
          .map(folder -> new ExternalTool(folder.resolve("scripts/kconfig/conf")))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no linux-kbuild below " + kernel));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs make for the kernel's architecture, with more warnings. */
  ExternalTool.Result make(String... arguments) {
    List<String> all = new ArrayList<>(List.of("W=1"));
    if (!target.cross().isEmpty()) {
      all.add("CROSS_COMPILE=" + target.cross());
    }
    all.addAll(List.of(arguments));
    return ExternalTool.require("make").run(all.toArray(String[]::new));
  }

  /** Builds the runtime again, broken in one of the ways of {@code mutants/}, or with {@code none} the right one. */
  void mutate(String mutant) {
    script("mutant", mutant, target.arch(), kernel.toString(), work("build").toString());
  }

  private void generate(Path folder) {
    Path xml = SCRIPTS.resolve("module/lab.xml");
    Findings findings = new Findings();
    try {
      Facility facility = FacilityReader.read("lab.xml", Files.readAllBytes(xml), findings)
          .orElseThrow(() -> new AssertionError(findings.list().toString()));
      Abi abi = target.abi();
      EmitRequest request = new EmitRequest(
          List.of(FacilityPlan.of(facility, abi, LayoutRule.NATURAL)),
          Map.of(),
          Map.of(),
          new StructurePrinter());
      assertEquals(List.of(), new KernelEmitter().check(request));
      GeneratedHeaders.write(folder, new KernelEmitter().emit(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path compile(String program) {
    Path out = work.resolve(program);
    ExternalTool.Result result = ExternalTool.require(target.userCompiler())
        .run(
            "-O1",
            "-static",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-I" + SCRIPTS.resolve("../include"),
            "-o",
            out.toString(),
            SCRIPTS.resolve("user").resolve(program + ".c").toString());
    result.outOrFail();
    return out;
  }

  private static void script(String name, String... arguments) {
    new ExternalTool(SCRIPTS.resolve(name)).run(arguments).outOrFail();
  }

  /**
   * Boots a machine with the lab's modules and runs scenarios in it, one after the other.
   *
   * @param scenarios their names
   * @return the folder of what they left
   */
  Path run(String... scenarios) {
    return run(modules(), String.join("-", scenarios), scenarios);
  }

  /**
   * Boots a machine with other modules.
   *
   * @param modules a folder of modules
   * @param name the run's name
   * @param scenarios their names
   * @return the folder of what they left
   */
  Path run(Path modules, String name, String... scenarios) {
    boot(modules, name, scenarios).outOrFail();
    return work("run-" + name).resolve("results");
  }

  /** Boots a machine that may fail. */
  ExternalTool.Result boot(Path modules, String name, String... scenarios) {
    Path initramfs = image(modules, name);
    return new ExternalTool(SCRIPTS.resolve("boot"))
        .run(
            target.arch(),
            kernel.toString(),
            initramfs.toString(),
            work("run-" + name).toString(),
            String.join(",", scenarios));
  }

  /**
   * Boots a machine that has a JVM and the command's jars, too.
   *
   * @param scenario the scenario
   * @param jars the jars
   * @return the folder of what it left
   */
  Path runWithJava(String scenario, List<Path> jars) {
    List<String> words =
        new ArrayList<>(List.of(System.getProperty("java.home"), work("jre").toString()));
    jars.forEach(jar -> words.add(jar.toString()));
    script("jre", words.toArray(String[]::new));
    Path initramfs = image(modules(), scenario, work("jre"));
    new ExternalTool(SCRIPTS.resolve("boot"))
        .run(
            Map.of("MEMORY", "1024"),
            target.arch(),
            kernel.toString(),
            initramfs.toString(),
            work("run-" + scenario).toString(),
            scenario)
        .outOrFail();
    return work("run-" + scenario).resolve("results");
  }

  /**
   * Boots a machine whose memory is a file, which outlives it.
   *
   * @param scenario the scenario, in which the machine may die when it has sent its results
   * @param memory the file
   * @return the folder of what it left
   */
  Path runWithMemoryIn(Path memory, String scenario) {
    Path initramfs = image(modules(), scenario);
    String size = "256";
    new ExternalTool(SCRIPTS.resolve("boot"))
        .run(
            Map.of(
                "MEMORY",
                size,
                "QEMU_MORE",
                "-object memory-backend-file,id=ram,share=on,size=" + size + "M,mem-path=" + memory
                    + " -machine memory-backend=ram"),
            target.arch(),
            kernel.toString(),
            initramfs.toString(),
            work("run-" + scenario).toString(),
            scenario)
        .outOrFail();
    return work("run-" + scenario).resolve("results");
  }

  /** What events cost, in instructions, by the names that the scenario {@code count} has for them. */
  Map<String, Double> count() {
    Path initramfs = image(modules(), "count");
    String table = new ExternalTool(SCRIPTS.resolve("count"))
        .run(
            target.arch(),
            kernel.toString(),
            initramfs.toString(),
            work("run-count").toString())
        .outOrFail();
    Map<String, Double> costs = new LinkedHashMap<>();
    for (String line : table.strip().split("\n")) {
      String[] words = line.split(" ");
      costs.put(words[0], Double.parseDouble(words[1]));
    }
    return costs;
  }

  private Path image(Path modules, String name, Path... more) {
    Path initramfs = work("initramfs-" + name);
    List<String> words = new ArrayList<>(List.of(
        target.arch(),
        kernel.toString(),
        modules.toString(),
        initramfs.toString(),
        work("reader").toString(),
        work("netlink").toString()));
    for (Path file : more) {
      words.add(file.toString());
    }
    script("initramfs", words.toArray(String[]::new));
    return initramfs;
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
