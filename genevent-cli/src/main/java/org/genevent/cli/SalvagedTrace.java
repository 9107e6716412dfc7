package org.genevent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.genevent.cli.kernel.TraceFolder;
import org.genevent.cli.salvage.Salvage;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.TraceReader;

/**
 * A trace that was put together from packets.
 *
 * @param packets how many
 * @param truncated how many of them were cut
 */
record SalvagedTrace(long packets, long truncated) {

  /** Makes it: the metadata as it is, and what the files have for it. */
  static SalvagedTrace of(Path metadata, List<Path> files, Path out) throws IOException {
    byte[] text = Files.readAllBytes(metadata);
    TraceFolder.create(out);
    Files.write(out.resolve("metadata"), text);
    try {
      TraceClass trace = traceClass(out, metadata);
      UUID uuid = trace
          .uuid()
          .orElseThrow(() ->
              new IOException(metadata + ": it has no uuid by which its packets could be found"));
      Salvage salvage = new Salvage(uuid, trace.byteOrder());
      for (Path file : files) {
        salvage.search(file);
      }
      return new SalvagedTrace(salvage.write(out), salvage.truncated());
    } catch (IOException e) {
      // nothing was found, so there is nothing to keep
      Files.deleteIfExists(out.resolve("metadata"));
      throw e;
    }
  }

  private static TraceClass traceClass(Path folder, Path metadata) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(folder), findings::add)) {
      if (reader.traces().isEmpty()) {
        String why = findings.isEmpty() ? "" : ": " + findings.get(0).message();
        throw new IOException(metadata + ": it cannot be read as metadata of a trace" + why);
      }
      return reader.traces().get(0);
    }
  }
}
