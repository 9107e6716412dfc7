package org.genevent.diagnostic;

/** How much a finding weighs: an error stops all output, a warning does not. */
public enum Severity {
  /** The input is wrong; nothing is written. */
  ERROR("error"),
  /** The input is taken, but is probably not what was meant. */
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /**
   * The word that stands in messages.
   *
   * @return {@code error} or {@code warning}
   */
  public String word() {
    return word;
  }
}
