package org.genevent.model.trace;

/** Which characters bytes stand for. */
public enum WireEncoding {
  /** None: the bytes are numbers. */
  NONE,
  /** UTF-8. */
  UTF8,
  /** ASCII. */
  ASCII
}
