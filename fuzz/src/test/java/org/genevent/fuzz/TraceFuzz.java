package org.genevent.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The fuzzer's way to {@link Target#TRACE}. */
class TraceFuzz {

  @FuzzTest
  void read(byte[] input) {
    Target.TRACE.run(input);
  }
}
