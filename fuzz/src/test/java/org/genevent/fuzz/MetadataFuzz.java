package org.genevent.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The fuzzer's way to {@link Target#METADATA}. */
class MetadataFuzz {

  @FuzzTest
  void read(byte[] input) {
    Target.METADATA.run(input);
  }
}
