package org.genevent.cli.diff;

import java.util.List;
import java.util.Set;
import org.genevent.contract.ContractChange;
import org.genevent.contract.ContractTarget;
import org.genevent.diagnostic.Printable;

/**
 * Prints changes, one a line: the verdict, what changed and how, then for whom it breaks something and why, then for whom
 * it does not.
 */
public final class ChangeText {

  private ChangeText() {}

  /**
   * Prints.
   *
   * @param changes the changes
   * @param targets whose verdicts count
   * @return a line for each, with its line feed
   */
  public static String print(List<ContractChange> changes, Set<ContractTarget> targets) {
    StringBuilder out = new StringBuilder();
    for (ContractChange change : changes) {
      boolean breaking = isBreaking(change, targets);
      out.append(breaking ? "breaking    " : "compatible  ");
      // names of a trace can hold any character
      String what = Printable.line(change.subject() + ": " + change.text());
      out.append(what.replace("\n", "\\n"));
      append(out, change, targets, true);
      append(out, change, targets, false);
      out.append('\n');
    }
    return out.toString();
  }

  /**
   * Whether a change breaks something.
   *
   * @param change the change
   * @param targets whose verdicts count
   * @return true if it breaks something for one of them
   */
  public static boolean isBreaking(ContractChange change, Set<ContractTarget> targets) {
    return targets.stream().anyMatch(target -> change.verdict(target).breaking());
  }

  private static void append(
      StringBuilder out, ContractChange change, Set<ContractTarget> targets, boolean breaking) {
    String separator = breaking ? "; breaks " : "; fine for ";
    for (ContractTarget target : targets) {
      ContractChange.Verdict verdict = change.verdict(target);
      if (verdict.breaking() == breaking) {
        out.append(separator).append(target.word()).append(" (").append(verdict.reason());
        out.append(')');
        separator = ", ";
      }
    }
  }
}
