package org.genevent.cli.convert;

/** What a trace can be turned into. */
public enum TargetFormat {
  /** CTF 1.8. */
  CTF("ctf"),
  /** CTF 2. */
  CTF_2("ctf-2"),
  /** LTT, version 0.7. */
  LTT_0_7("ltt-0.7"),
  /** LTT, version 0.8. */
  LTT_0_8("ltt-0.8");

  private final String word;

  TargetFormat(String word) {
    this.word = word;
  }

  /**
   * Whether it is a version of LTT.
   *
   * @return false for CTF
   */
  public boolean isLtt() {
    return this == LTT_0_7 || this == LTT_0_8;
  }

  /** The number behind the point. */
  int minorVersion() {
    return this == LTT_0_8 ? 8 : 7;
  }

  /**
   * As people write it.
   *
   * @return {@code ctf}, {@code ctf-2}, {@code ltt-0.7} or {@code ltt-0.8}
   */
  @Override
  public String toString() {
    return word;
  }
}
