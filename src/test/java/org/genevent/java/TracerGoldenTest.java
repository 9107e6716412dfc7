package org.genevent.java;

import java.util.Map;
import org.genevent.ctf.EveryClass;
import org.genevent.emit.GeneratedFile;
import org.genevent.golden.Golden;
import org.junit.jupiter.api.Test;

/** The Java emitter's text, as it is checked in. */
class TracerGoldenTest {

  @Test
  void everyFieldClassAsATracer() {
    GeneratedFile file = Generated.file(EveryClass.facility(false), Map.of());
    Golden.check("java/ShopTracer.java.txt", file.text());
  }
}
