package org.genevent.contract;

import java.util.List;

/** Compares the labels of an enumeration. */
final class LabelComparison {

  private final List<ContractChange> changes;

  LabelComparison(List<ContractChange> changes) {
    this.changes = changes;
  }

  void compare(String subject, List<ContractType.Label> before, List<ContractType.Label> after) {
    for (ContractType.Label old : before) {
      ContractType.Label now = named(after, old.name());
      ContractType.Label successor = successor(old, before, after);
      if (now != null && !now.values().equals(old.values())) {
        add(
            ChangeKind.LABEL_RENUMBERED,
            subject,
            "label '" + old.name() + "' was " + old.values() + ", is " + now.values());
      } else if (now == null && successor != null) {
        add(
            ChangeKind.LABEL_RENAMED,
            subject,
            "label of " + old.values() + " was '" + old.name() + "', is '" + successor.name()
                + "'");
      } else if (now == null) {
        add(
            ChangeKind.LABEL_REMOVED,
            subject,
            "label '" + old.name() + "' is gone, was " + old.values());
      }
    }
    for (ContractType.Label now : after) {
      if (named(before, now.name()) == null && successor(now, after, before) == null) {
        add(ChangeKind.LABEL_ADDED, subject, "label '" + now.name() + "' is new, " + now.values());
      }
    }
  }

  private void add(ChangeKind kind, String subject, String text) {
    changes.add(ContractChange.of(kind, subject, text));
  }

  private static ContractType.Label named(List<ContractType.Label> labels, String name) {
    return labels.stream()
        .filter(label -> label.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** The label on the other side that has the same values and is not known on this one. */
  private static ContractType.Label successor(
      ContractType.Label of, List<ContractType.Label> here, List<ContractType.Label> there) {
    return there.stream()
        .filter(label -> label.values().equals(of.values()) && named(here, label.name()) == null)
        .findFirst()
        .orElse(null);
  }
}
