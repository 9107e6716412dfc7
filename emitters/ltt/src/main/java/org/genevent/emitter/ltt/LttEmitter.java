package org.genevent.emitter.ltt;

import java.util.ArrayList;
import java.util.List;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.Emitter;
import org.genevent.emit.EmitterOption;
import org.genevent.emit.GeneratedFile;
import org.genevent.layout.LayoutRule;

/**
 * Prints what readers of LTT traces need to know: {@code eventdefs/} with a file for each facility and the core's, {@code
 * facilities.json} with ids, checksums and facility-load records, and the same as a table in C, {@code
 * ltt-facilities.h} and {@code .c}, in a folder for each target when several are asked for. Stateless.
 */
public final class LttEmitter implements Emitter {

  /** The version of the trace format. */
  public static final EmitterOption VERSION =
      new EmitterOption("ltt.version", "version of the trace format: 0.7 or 0.8", "0.7");

  /** For {@link java.util.ServiceLoader}. */
  public LttEmitter() {}

  @Override
  public String name() {
    return "ltt";
  }

  @Override
  public List<EmitterOption> options() {
    return List.of(VERSION);
  }

  @Override
  public LayoutRule rule(LayoutRule requested) {
    return LayoutRule.LTT;
  }

  @Override
  public List<Diagnostic> check(EmitRequest request) {
    return LttChecks.ofTrace(request.plans(), request.option(VERSION));
  }

  @Override
  public List<GeneratedFile> emit(EmitRequest request) {
    LttVersion version = LttVersion.named(request.option(VERSION)).orElseThrow();
    FacilityTable table = FacilityTable.of(request.plans(), version);
    List<GeneratedFile> files = new ArrayList<>();
    for (FacilityTable.Entry entry : table.entries()) {
      files.add(new GeneratedFile(
          "eventdefs/" + EventdefsPrinter.fileName(entry.facility()),
          EventdefsPrinter.file(entry.facility(), version)));
    }
    files.add(new GeneratedFile("facilities.json", JsonTable.print(table)));
    for (Abi target : table.targets()) {
      CTable printer = new CTable(table, target);
      files.add(new GeneratedFile(CTable.folder(table, target) + CTable.HEADER, printer.header()));
      files.add(new GeneratedFile(CTable.folder(table, target) + CTable.SOURCE, printer.source()));
    }
    return files;
  }
}
