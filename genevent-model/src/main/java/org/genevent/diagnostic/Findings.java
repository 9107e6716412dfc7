package org.genevent.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Collects the findings of a run in the order in which they were made.
 *
 * <p>Bounded: after {@value #LIMIT} findings further ones are only counted, so that a hostile file cannot fill the
 * memory. Not safe for use by several threads.
 */
public final class Findings {

  /** How many findings are kept. */
  public static final int LIMIT = 1000;

  /** How many pairs of characters are compared for questions, in all. */
  private static final long COMPARISONS = 20_000_000;

  private final List<Diagnostic> kept = new ArrayList<>();
  private long comparisonsLeft = COMPARISONS;
  private Set<DiagnosticCode> warnedOnly = Set.of();
  private int errorCount;
  private int warningCount;

  /** An empty collection. */
  public Findings() {}

  /**
   * Takes findings of some codes as warnings from now on, whatever they weigh, as their user asked to go on in spite of
   * them.
   *
   * @param codes the codes
   */
  public void warnOnlyOf(Set<DiagnosticCode> codes) {
    warnedOnly = Set.copyOf(codes);
  }

  /**
   * Adds a finding. The same finding at the same place is kept once.
   *
   * @param found the finding
   */
  public void add(Diagnostic found) {
    Diagnostic finding = warnedOnly.contains(found.code()) ? found.asWarning() : found;
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
   * The nearest of the known names as a question, as {@link Nearest#question} has it, as long as the run can afford it:
   * comparing each of many wrong names with each of many known ones would take a hostile file's square.
   *
   * @param name the name that was not found
   * @param known the names that exist
   * @return {@code did you mean 'x'?}, or an empty text
   */
  public String question(String name, Iterable<String> known) {
    for (String candidate : known) {
      comparisonsLeft -= (name.length() + 1L) * (candidate.length() + 1L);
      if (comparisonsLeft < 0) {
        return "";
      }
    }
    return Nearest.question(name, known);
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
