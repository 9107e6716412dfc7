package org.genevent.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The fuzzer's way to {@link Target#LTT}. */
class LttFuzz {

  @FuzzTest
  void read(byte[] input) {
    Target.LTT.run(input);
  }
}
