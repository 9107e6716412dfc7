package org.genevent.xml;

/** The limits that keep hostile files from costing time or memory; far above what any facility needs. */
final class XmlLimits {

  /** The largest file. */
  static final int FILE_BYTES = 8 << 20;

  /** The deepest nesting of elements. */
  static final int DEPTH = 128;

  /** The most elements of a file. */
  static final int ELEMENTS = 500_000;

  /** The most attributes of an element. */
  static final int ATTRIBUTES = 32;

  /** The longest name of an element or attribute. */
  static final int NAME_CHARS = 256;

  /** The longest value of an attribute. */
  static final int VALUE_CHARS = 65_536;

  private XmlLimits() {}
}
