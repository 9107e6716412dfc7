package org.genevent.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares versions of facilities. Stateless. */
public final class FacilityComparison {

  private FacilityComparison() {}

  /**
   * Compares two versions of a program's facilities, which are told by their names; one facility on each side is taken for
   * the same, whatever its name.
   *
   * @param before the facilities of the recorded trace or deployed code
   * @param after today's
   * @return the changes: facilities in the order of {@code before}, then new ones; in each, from the whole to the parts
   */
  public static List<ContractChange> compareAll(
      List<FacilityContract> before, List<FacilityContract> after) {
    List<ContractChange> changes = new ArrayList<>();
    if (before.size() == 1 && after.size() == 1) {
      changes.addAll(compare(before.get(0), after.get(0)));
      return changes;
    }
    Map<String, FacilityContract> left = byName(after);
    for (FacilityContract old : before) {
      FacilityContract now = left.remove(old.name());
      if (now == null) {
        changes.add(
            ContractChange.of(ChangeKind.FACILITY_REMOVED, old.name(), "the facility is gone"));
      } else {
        changes.addAll(compare(old, now));
      }
    }
    for (FacilityContract now : left.values()) {
      changes.add(ContractChange.of(ChangeKind.FACILITY_ADDED, now.name(), "the facility is new"));
    }
    return changes;
  }

  private static Map<String, FacilityContract> byName(List<FacilityContract> facilities) {
    Map<String, FacilityContract> names = new LinkedHashMap<>();
    facilities.forEach(facility -> names.putIfAbsent(facility.name(), facility));
    return names;
  }

  /**
   * Compares two versions of a facility.
   *
   * @param before the one of the recorded trace or deployed code
   * @param after today's
   * @return the changes, from the whole to the parts
   */
  public static List<ContractChange> compare(FacilityContract before, FacilityContract after) {
    List<ContractChange> changes = new ArrayList<>();
    whole(before, after, changes);
    new FieldComparison(changes)
        .compare(after.name() + " context ", before.context(), after.context());
    events(before, after, changes);
    for (String pair : before.pairs()) {
      if (!after.pairs().contains(pair)) {
        changes.add(
            ContractChange.of(ChangeKind.PAIR_REMOVED, after.name(), "pair is gone: " + pair));
      }
    }
    for (String pair : after.pairs()) {
      if (!before.pairs().contains(pair)) {
        changes.add(ContractChange.of(ChangeKind.PAIR_ADDED, after.name(), "pair is new: " + pair));
      }
    }
    return changes;
  }

  private static void whole(
      FacilityContract before, FacilityContract after, List<ContractChange> changes) {
    if (!before.name().equals(after.name())) {
      changes.add(ContractChange.of(
          ChangeKind.FACILITY_RENAMED,
          after.name(),
          "the facility was called '" + before.name() + "'"));
    }
    if (before.checksum().isPresent()
        && after.checksum().isPresent()
        && !before.checksum().equals(after.checksum())) {
      changes.add(ContractChange.of(
          ChangeKind.CHECKSUM,
          after.name(),
          "checksum was " + hex(before.checksum()) + ", is " + hex(after.checksum())));
    }
    if (before.packed().isPresent()
        && after.packed().isPresent()
        && !before.packed().equals(after.packed())) {
      changes.add(ContractChange.of(
          ChangeKind.PACKING,
          after.name(),
          after.packed().get()
              ? "fields were aligned, are packed"
              : "fields were packed, are aligned"));
    }
    boolean packs = !before.packed().equals(after.packed());
    if (!packs
        && before.tailBytes().isPresent()
        && after.tailBytes().isPresent()
        && !before.tailBytes().equals(after.tailBytes())
        && before.isVarying()
        && after.isVarying()) {
      changes.add(ContractChange.of(
          ChangeKind.TAIL_PADDING,
          after.name(),
          "strings and sequences were " + padded(before.tailBytes().getAsInt()) + ", are "
              + padded(after.tailBytes().getAsInt())));
    }
  }

  private static String padded(int tailBytes) {
    return tailBytes == 1
        ? "not padded at their ends (layout natural, or packed)"
        : "padded to " + tailBytes + " bytes (layout ltt)";
  }

  private static String hex(OptionalInt checksum) {
    return String.format(Locale.ROOT, "0x%08X", checksum.getAsInt());
  }

  private static void events(
      FacilityContract before, FacilityContract after, List<ContractChange> changes) {
    Map<ContractEvent, ContractEvent> renamed = EventRenames.find(before, after);
    for (ContractEvent old : before.events()) {
      Optional<ContractEvent> same = after.event(old.name());
      ContractEvent now = same.orElse(renamed.get(old));
      if (now == null) {
        if (after.complete() || !haveSameChecksum(before, after)) {
          changes.add(ContractChange.of(
              ChangeKind.EVENT_REMOVED,
              after.name() + ":" + old.name(),
              "the event is gone" + (after.complete() ? "" : ", or was not traced")));
        }
        continue;
      }
      String subject = after.name() + ":" + now.name();
      if (same.isEmpty()) {
        changes.add(ContractChange.of(
            ChangeKind.EVENT_RENAMED,
            subject,
            "the event was called '" + old.name() + "' (a guess: " + EventRenames.reason(old, now)
                + ")"));
      }
      if (old.id().isPresent() && now.id().isPresent() && !old.id().equals(now.id())) {
        changes.add(ContractChange.of(
            ChangeKind.EVENT_ID,
            subject,
            "id was " + old.id().getAsInt() + ", is " + now.id().getAsInt()));
      }
      new FieldComparison(changes).compare(subject + ".", old.fields(), now.fields());
    }
    for (ContractEvent now : after.events()) {
      boolean isNew = before.event(now.name()).isEmpty() && !renamed.containsValue(now);
      if (isNew && (before.complete() || !haveSameChecksum(before, after))) {
        changes.add(ContractChange.of(
            ChangeKind.EVENT_ADDED,
            after.name() + ":" + now.name(),
            "the event is new" + (before.complete() ? "" : ", or was not traced")));
      }
    }
  }

  /** Of one version, what a trace does not tell was only not traced. */
  private static boolean haveSameChecksum(FacilityContract a, FacilityContract b) {
    return a.checksum().isPresent() && a.checksum().equals(b.checksum());
  }
}
