package org.genevent.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the findings of a run in the order in which they were made.
 *
 * <p>Bounded: after {@value #LIMIT} findings further ones are only counted, so that a hostile file cannot fill the
 * memory. Not safe for use by several threads.
 */
public final class Findings {

  /** How many findings are kept. */
  public static final int LIMIT = 1000;

  private final List<Diagnostic> kept = new ArrayList<>();
  private int errorCount;
  private int warningCount;

  /** An empty collection. */
  public Findings() {}

  /**
   * Adds a finding. The same finding at the same place is kept once.
   *
   * @param finding the finding
   */
  public void add(Diagnostic finding) {
    if (kept.size() < LIMIT) {
      if (kept.contains(finding)) {
        return;
      }
      kept.add(finding);
    }
    if (finding.severity() == Severity.ERROR) {
      errorCount++;
    } else {
      warningCount++;
    }
  }

  /**
   * Adds several findings.
   *
   * @param findings the findings, in order
   */
  public void addAll(Iterable<Diagnostic> findings) {
    findings.forEach(this::add);
  }

  /**
   * Whether there is an error, so that nothing may be written.
   *
   * @return true if one of the findings is an error
   */
  public boolean hasErrors() {
    return errorCount > 0;
  }

  /**
   * How many errors there are, with those that were not kept.
   *
   * @return the number of errors
   */
  public int errorCount() {
    return errorCount;
  }

  /**
   * How many warnings there are, with those that were not kept.
   *
   * @return the number of warnings
   */
  public int warningCount() {
    return warningCount;
  }

  /**
   * The findings that were kept.
   *
   * @return an unmodifiable copy, in the order of adding
   */
  public List<Diagnostic> list() {
    return List.copyOf(kept);
  }
}
