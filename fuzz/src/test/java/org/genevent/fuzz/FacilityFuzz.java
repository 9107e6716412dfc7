package org.genevent.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The fuzzer's way to {@link Target#FACILITY}. */
class FacilityFuzz {

  @FuzzTest
  void read(byte[] input) {
    Target.FACILITY.run(input);
  }
}
