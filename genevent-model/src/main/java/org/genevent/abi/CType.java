package org.genevent.abi;

/** An integer type of C whose size the target's {@link DataModel} decides. */
public enum CType {
  /** {@code char}: one byte everywhere. */
  CHAR,
  /** {@code short}: two bytes everywhere. */
  SHORT,
  /** {@code int}, also the size of every enumeration. */
  INT,
  /** {@code long}. */
  LONG,
  /** {@code size_t}. */
  SIZE_T,
  /** {@code ssize_t}: as large as {@code size_t}. */
  SSIZE_T,
  /** {@code off_t}: in the trace as large as {@code size_t}. */
  OFF_T,
  /** A data pointer. */
  POINTER
}
