package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
    Path headers = work.resolve("headers");
    generate(headers);
    script("fetch", target.arch(), kernel.toString());
    script(
        "build",
        target.arch(),
        kernel.toString(),
        headers.toString(),
        work.resolve("build").toString(),
        "C=2",
        "CF=-Wsparse-error");
    List<String> image = new ArrayList<>(List.of(
        target.arch(),
        kernel.toString(),
        work.resolve("build/modules").toString(),
        work.resolve("initramfs").toString()));
    for (String program : List.of("reader", "netlink")) {
      image.add(compile(program).toString());
    }
    script("initramfs", image.toArray(String[]::new));
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
   * Boots a machine and runs scenarios in it, one after the other.
   *
   * @param scenarios their names
   * @return the folder of what they left
   */
  Path run(String... scenarios) {
    Path out = work.resolve("run-" + String.join("-", scenarios));
    script(
        "boot",
        target.arch(),
        kernel.toString(),
        work.resolve("initramfs").toString(),
        out.toString(),
        String.join(",", scenarios));
    return out.resolve("results");
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
