package org.genevent.emitter.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.Emitter;
import org.genevent.emit.GeneratedFile;
import org.genevent.plan.FacilityPlan;

/**
 * Prints for each facility the C headers that trace its events: {@code genevent-facility-NAME.h} with a function for each
 * event, {@code -id-} with the handle and {@code -loader-} with its definition, and once {@code genevent-rt.h}, the
 * contract with the runtime. They lie in a folder for each target when several are asked for. Stateless.
 */
public final class KernelEmitter implements Emitter {

  /** For {@link java.util.ServiceLoader}. */
  public KernelEmitter() {}

  @Override
  public String name() {
    return "kernel";
  }

  @Override
  public List<Diagnostic> check(EmitRequest request) {
    return KernelChecks.check(request.plans());
  }

  @Override
  public List<GeneratedFile> emit(EmitRequest request) {
    List<Abi> targets = FileLayout.targets(request.plans());
    Set<String> folders = new LinkedHashSet<>();
    List<GeneratedFile> files = new ArrayList<>();
    for (FacilityPlan plan : request.plans()) {
      String folder = FileLayout.folder(plan, targets);
      if (folders.add(folder)) {
        files.add(new GeneratedFile(folder + FileLayout.CONTRACT, contract()));
      }
      FacilityForms forms = FacilityForms.of(plan);
      files.add(
          new GeneratedFile(folder + FileLayout.header(plan), new HeaderPrinter(forms).print()));
      files.add(new GeneratedFile(folder + FileLayout.idHeader(plan), IdHeaderPrinter.print(plan)));
      files.add(new GeneratedFile(
          folder + FileLayout.loaderHeader(plan),
          new LoaderPrinter(plan, request.metadataPrinter()).print()));
    }
    return files;
  }

  private static String contract() {
    try (InputStream in = KernelEmitter.class.getResourceAsStream(FileLayout.CONTRACT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
