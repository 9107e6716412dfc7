package org.genevent.model.trace;

/** The class of a field in a stream: exactly which bits it has, and what they mean. */
public sealed interface WireClass
    permits WireInteger,
        WireFloat,
        WireEnumeration,
        WireString,
        WireStructure,
        WireArray,
        WireSequence,
        WireVariant {

  /**
   * What the field's first bit is a multiple of, counted from the packet's start.
   *
   * @return bits, a power of two; 1 for a variant, whose option decides
   */
  int alignmentBits();
}
