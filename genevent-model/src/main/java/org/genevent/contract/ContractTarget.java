package org.genevent.contract;

import java.util.Locale;

/** Who relies on a contract. */
public enum ContractTarget {
  /** Readers of CTF traces: the trace carries its classes, so they bind by name. */
  CTF,
  /** Code that was compiled against generated C headers: checksum, ids, offsets and numbers are linked into it. */
  KERNEL,
  /** Readers of LTT traces: they find the description by name and checksum, and events by id. */
  LTT,
  /** Typed replay in Java: fields are bound by name, missing ones are zero, numbers may be widened. */
  JAVA;

  /**
   * The word in options and output.
   *
   * @return the name in lower case
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
