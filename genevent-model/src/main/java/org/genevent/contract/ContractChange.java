package org.genevent.contract;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.genevent.diagnostic.Printable;

/**
 * A difference between two versions of a facility.
 *
 * @param kind what it is
 * @param subject what changed: {@code facility}, {@code facility:event} or {@code facility:event.field}
 * @param text the change in a few words, with what was and what is
 * @param verdicts what it means, one for each target
 */
public record ContractChange(ChangeKind kind, String subject, String text, List<Verdict> verdicts) {
  /** Copies the list. */
  public ContractChange {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(text);
    verdicts = List.copyOf(verdicts);
  }

  static ContractChange of(ChangeKind kind, String subject, String text) {
    return new ContractChange(kind, subject, text, VerdictRules.of(kind));
  }

  /**
   * What a change means to a target.
   *
   * @param target who relies on the contract
   * @param breaking whether something of theirs does not work any more
   * @param reason why, or why not
   */
  public record Verdict(ContractTarget target, boolean breaking, String reason) {
    /** Checks that all parts are there. */
    public Verdict {
      Objects.requireNonNull(target);
      Objects.requireNonNull(reason);
    }
  }

  /**
   * What the change means to one target.
   *
   * @param target the target
   * @return the verdict
   */
  public Verdict verdict(ContractTarget target) {
    return verdicts.stream()
        .filter(verdict -> verdict.target() == target)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Whether the change breaks something.
   *
   * @param targets whose verdicts count
   * @return true if it breaks something for one of them
   */
  public boolean isBreaking(Set<ContractTarget> targets) {
    return targets.stream().anyMatch(target -> verdict(target).breaking());
  }

  /**
   * The change as one line: the verdict, what changed and how, for whom it breaks something and why, then for whom it does
   * not.
   *
   * @param targets whose verdicts count
   * @return the line, without a line feed at its end; control characters in it are escaped
   */
  public String format(Set<ContractTarget> targets) {
    StringBuilder line = new StringBuilder(isBreaking(targets) ? "breaking    " : "compatible  ");
    // names of a trace can hold any character
    line.append(Printable.line(subject + ": " + text).replace("\n", "\\n"));
    append(line, targets, true);
    append(line, targets, false);
    return line.toString();
  }

  private void append(StringBuilder line, Set<ContractTarget> targets, boolean breaking) {
    String separator = breaking ? "; breaks " : "; fine for ";
    for (ContractTarget target : targets) {
      Verdict verdict = verdict(target);
      if (verdict.breaking() == breaking) {
        line.append(separator).append(target.word()).append(" (").append(verdict.reason());
        line.append(')');
        separator = ", ";
      }
    }
  }
}
