package org.genevent.model.trace;

/** The class of a field in a stream: exactly which bits it has, and what they mean. */
public sealed interface WireClass
    permits WireBitArray,
        WireBitMap,
        WireBoolean,
        WireNumber,
        WireFloat,
        WireEnumeration,
        WireString,
        WireText,
        WireDynamicText,
        WireBlob,
        WireDynamicBlob,
        WireStructure,
        WireArray,
        WireSequence,
        WireOptional,
        WireVariant,
        WireChoice {

  /**
   * What the field's first bit is a multiple of, counted from the packet's start.
   *
   * @return bits, a power of two; 1 for a variant or an optional, whose content decides
   */
  int alignmentBits();
}
