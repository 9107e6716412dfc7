package org.genevent.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Guesses which events only have another name: those with equal fields first, then those with the same id. */
final class EventRenames {

  private EventRenames() {}

  /** The new event of each old one that is gone and looks renamed. */
  static Map<ContractEvent, ContractEvent> find(FacilityContract before, FacilityContract after) {
    List<ContractEvent> gone = before.events().stream()
        .filter(event -> after.event(event.name()).isEmpty())
        .toList();
    List<ContractEvent> come = after.events().stream()
        .filter(event -> before.event(event.name()).isEmpty())
        .toList();
    Map<ContractEvent, ContractEvent> renamed = new LinkedHashMap<>();
    match(gone, come, renamed, (a, b) -> haveEqualFields(a, b) && haveSameId(a, b));
    match(gone, come, renamed, EventRenames::haveEqualFields);
    match(gone, come, renamed, (a, b) -> haveSameId(a, b) && shareField(a, b));
    return renamed;
  }

  static String reason(ContractEvent old, ContractEvent now) {
    if (haveEqualFields(old, now)) {
      return haveSameId(old, now) ? "id and fields are equal" : "the fields are equal";
    }
    return "the id is the same";
  }

  private static void match(
      List<ContractEvent> gone,
      List<ContractEvent> come,
      Map<ContractEvent, ContractEvent> renamed,
      BiPredicate<ContractEvent, ContractEvent> looksAlike) {
    for (ContractEvent old : gone) {
      if (renamed.containsKey(old)) {
        continue;
      }
      come.stream()
          .filter(now -> !renamed.containsValue(now) && looksAlike.test(old, now))
          .findFirst()
          .ifPresent(now -> renamed.put(old, now));
    }
  }

  private static boolean haveSameId(ContractEvent a, ContractEvent b) {
    return a.id().isPresent() && a.id().equals(b.id());
  }

  private static boolean haveEqualFields(ContractEvent a, ContractEvent b) {
    return !a.fields().isEmpty()
        && Conversions.isSame(
            new ContractType.Structure(a.fields()), new ContractType.Structure(b.fields()));
  }

  private static boolean shareField(ContractEvent a, ContractEvent b) {
    return a.fields().isEmpty() && b.fields().isEmpty()
        || a.fields().stream().anyMatch(field -> b.fields().stream().anyMatch(field::isAlike));
  }
}
