package org.genevent.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.genevent.cli.kernel.Collector;
import org.genevent.cli.kernel.KernelControl;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which trace of the kernel is written where. */
final class KernelTraceSource {

  @Parameters(paramLabel = "TRACE", description = "its name")
  private String trace;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the trace directory to write, new or empty")
  private Path out;

  KernelTraceSource() {}

  String trace() {
    return trace;
  }

  Path out() {
    return out;
  }

  Collector collector(KernelControl module) throws IOException {
    return new Collector(module.trace(trace), out);
  }
}
