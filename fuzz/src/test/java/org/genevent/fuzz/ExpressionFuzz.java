package org.genevent.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The fuzzer's way to {@link Target#EXPRESSION}. */
class ExpressionFuzz {

  @FuzzTest
  void read(byte[] input) {
    Target.EXPRESSION.run(input);
  }
}
