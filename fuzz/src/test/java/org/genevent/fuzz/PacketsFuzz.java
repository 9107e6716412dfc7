package org.genevent.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The fuzzer's way to {@link Target#PACKETS}. */
class PacketsFuzz {

  @FuzzTest
  void read(byte[] input) {
    Target.PACKETS.run(input);
  }
}
