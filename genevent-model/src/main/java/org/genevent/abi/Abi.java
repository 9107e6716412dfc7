package org.genevent.abi;

import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A target: the sizes of its C types and the order of its bytes.
 *
 * @param dataModel the sizes
 * @param byteOrder the order of the bytes of a number in memory
 */
public record Abi(DataModel dataModel, ByteOrder byteOrder) {

  /** The target of Java tracers on this machine: LP64 in the machine's byte order. */
  public static final Abi JAVA = new Abi(DataModel.LP64, ByteOrder.nativeOrder());

  /** Checks that both parts are there. */
  public Abi {
    Objects.requireNonNull(dataModel);
    Objects.requireNonNull(byteOrder);
  }
}
