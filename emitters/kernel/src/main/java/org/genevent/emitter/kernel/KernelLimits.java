package org.genevent.emitter.kernel;

/** What {@code genevent-rt.h} says too. */
final class KernelLimits {

  /** {@code GEV_MAX_SIZE}: no event is larger. */
  static final long MAX_SIZE_BYTES = 1L << 24;

  /** {@code GEV_RECORD_ALIGN}: contexts and payloads begin at multiples of it. */
  static final int RECORD_ALIGNMENT_BYTES = 8;

  /** {@code GEV_INTERFACE}: the version of the contract that headers are made for. */
  static final int INTERFACE = 2;

  /** So many sizes, each at most {@link #MAX_SIZE_BYTES}, can be added in 32 bits. */
  static final int SIZES_BETWEEN_CHECKS = 64;

  private KernelLimits() {}
}
