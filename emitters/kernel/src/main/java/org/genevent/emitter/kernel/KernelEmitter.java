package org.genevent.emitter.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.Emitter;
import org.genevent.emit.EmitterOption;
import org.genevent.emit.GeneratedFile;
import org.genevent.plan.FacilityPlan;

/**
 * Prints for each facility the C headers that trace its events: {@code genevent-facility-NAME.h} with a function for each
 * event, {@code -id-} with the handle and {@code -loader-} with its definition, and once {@code genevent-rt.h}, the
 * contract with the runtime. A source registers each facility with the kernel's runtime, and {@code Kbuild},
 * {@code Kconfig} and {@code Makefile} make the folder one that builds as it is. They lie in a folder for each target when
 * several are asked for. Stateless.
 */
public final class KernelEmitter implements Emitter {

  /** For {@link java.util.ServiceLoader}. */
  public KernelEmitter() {}

  @Override
  public String name() {
    return "kernel";
  }

  @Override
  public List<EmitterOption> options() {
    return KernelOptions.ALL;
  }

  @Override
  public List<Diagnostic> check(EmitRequest request) {
    return KernelChecks.check(request);
  }

  @Override
  public List<GeneratedFile> emit(EmitRequest request) {
    KernelOptions options = KernelOptions.of(request);
    Map<String, List<FacilityPlan>> folders = new LinkedHashMap<>();
    List<Abi> targets = FileLayout.targets(request.plans());
    for (FacilityPlan plan : request.plans()) {
      folders
          .computeIfAbsent(FileLayout.folder(plan, targets), name -> new ArrayList<>())
          .add(plan);
    }
    List<GeneratedFile> files = new ArrayList<>();
    folders.forEach((folder, plans) -> {
      Map<String, String> texts = new LinkedHashMap<>();
      texts.put(FileLayout.CONTRACT, contract());
      headers(plans, options, texts);
      for (FacilityPlan plan : plans) {
        String declarations =
            options.merged() ? FileLayout.MERGED_HEADER : FileLayout.idHeader(plan);
        texts.put(
            FileLayout.loaderHeader(plan),
            new LoaderPrinter(plan, request.metadataPrinter(), declarations).print());
        texts.put(FileLayout.loaderSource(plan), LoaderSourcePrinter.print(plan));
      }
      texts.put("Kbuild", BuildFiles.kbuild(plans));
      texts.put("Kconfig", BuildFiles.kconfig(plans));
      texts.put("Makefile", BuildFiles.makefile());
      texts.forEach((name, text) -> files.add(new GeneratedFile(folder + name, text)));
    });
    return files;
  }

  /** What instrumented code includes. */
  private static void headers(
      List<FacilityPlan> plans, KernelOptions options, Map<String, String> texts) {
    if (options.merged()) {
      texts.put(FileLayout.MERGED_HEADER, MergedHeaderPrinter.print(plans, options));
      return;
    }
    for (FacilityPlan plan : plans) {
      FacilityForms forms = FacilityForms.of(plan, options.functionPrefix());
      texts.put(FileLayout.header(plan), new HeaderPrinter(forms, new CWriter()).print());
      texts.put(FileLayout.idHeader(plan), IdHeaderPrinter.print(plan));
    }
  }

  private static String contract() {
    try (InputStream in = KernelEmitter.class.getResourceAsStream(FileLayout.CONTRACT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
