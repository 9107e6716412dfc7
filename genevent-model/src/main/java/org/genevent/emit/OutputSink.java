package org.genevent.emit;

import java.io.IOException;
import java.util.List;

/** Takes all files of a run at once: a folder, a comparison with a folder, or a compiler's filer. */
public interface OutputSink {

  /**
   * Takes the files.
   *
   * @param files all files of the run, each path once
   * @throws IOException if they could not be taken; what was there before is then kept as far as possible
   */
  void accept(List<GeneratedFile> files) throws IOException;
}
