package org.genevent.model;

/** The event attributes of the original dialect, in its own words. Source: the facility XML reference, section 2.2. */
public enum EventAttribute {
  /** {@code scope="trace"}: the function takes the destination trace. */
  SCOPE_TRACE("scope", "trace"),
  /** {@code scope="tracefile"}: the function takes the channel. */
  SCOPE_TRACEFILE("scope", "tracefile"),
  /** {@code param="buffer"}: user-space callers may pass a serialised payload. */
  PARAM_BUFFER("param", "buffer"),
  /** {@code attribute="no_instrument_function"}: the compiler does not instrument the function. */
  NO_INSTRUMENT_FUNCTION("attribute", "no_instrument_function"),
  /** {@code attribute="high_priority"}: the program asks for a channel that loses less. */
  HIGH_PRIORITY("attribute", "high_priority"),
  /** {@code attribute="force"}: written even when the trace is not active. */
  FORCE("attribute", "force"),
  /** {@code attribute="compact_data"}: the first field travels in the compact header. */
  COMPACT_DATA("attribute", "compact_data");

  private final String xmlAttribute;
  private final String xmlValue;

  EventAttribute(String xmlAttribute, String xmlValue) {
    this.xmlAttribute = xmlAttribute;
    this.xmlValue = xmlValue;
  }

  /**
   * The XML attribute that carries it.
   *
   * @return {@code scope}, {@code param} or {@code attribute}
   */
  public String xmlAttribute() {
    return xmlAttribute;
  }

  /**
   * The value of the XML attribute.
   *
   * @return the value's word
   */
  public String xmlValue() {
    return xmlValue;
  }
}
