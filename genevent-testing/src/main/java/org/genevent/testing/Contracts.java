package org.genevent.testing;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.contract.ContractChange;
import org.genevent.contract.ContractTarget;
import org.genevent.contract.FacilityComparison;
import org.genevent.contract.FacilityContract;
import org.genevent.layout.LayoutRule;
import org.opentest4j.AssertionFailedError;

/**
 * Holds today's facilities against those of yesterday: no change may break what relies on them. The rules are those of
 * {@code genevent diff}.
 */
public final class Contracts {

  /** No offset depends on the order of bytes. */
  private static final Abi ABI = new Abi(DataModel.LP64, ByteOrder.LITTLE_ENDIAN);

  private Contracts() {}

  /**
   * Fails if an annotated interface breaks what relies on an older version of its facility.
   *
   * @param before the older version: a facility file, a folder of them, or a trace
   * @param now the interface with {@code @Facility}
   * @param targets who relies on it; all if none is named
   */
  public static void assertCompatible(Path before, Class<?> now, ContractTarget... targets) {
    FacilityContract contract =
        FacilitySource.contract(FacilitySource.of(now), ABI, LayoutRule.NATURAL);
    check(before, List.of(contract), false, targets);
  }

  /**
   * Fails if facilities break what relies on older versions of them.
   *
   * @param before the older versions: a facility file, a folder of them, or a trace
   * @param now the newer ones
   * @param targets who relies on them; all if none is named
   */
  public static void assertCompatible(Path before, Path now, ContractTarget... targets) {
    boolean areWhole =
        FacilitySource.isFolderOfFiles(before) && FacilitySource.isFolderOfFiles(now);
    check(before, FacilitySource.contracts(now, ABI, LayoutRule.NATURAL), areWhole, targets);
  }

  private static void check(
      Path before, List<FacilityContract> now, boolean areWhole, ContractTarget... targets) {
    List<FacilityContract> old = FacilitySource.contracts(before, ABI, LayoutRule.NATURAL);
    if (now.size() == 1 && old.size() > 1 && !areWhole) {
      String name = now.get(0).name();
      old = old.stream().filter(facility -> facility.name().equals(name)).toList();
      if (old.isEmpty()) {
        throw new AssertionFailedError(before + " has no facility '" + name + "'");
      }
    }
    Set<ContractTarget> wanted = targets.length == 0
        ? EnumSet.allOf(ContractTarget.class)
        : EnumSet.copyOf(List.of(targets));
    List<String> breaking = FacilityComparison.compareAll(old, now).stream()
        .filter(change -> change.isBreaking(wanted))
        .map((ContractChange change) -> change.format(wanted))
        .toList();
    if (!breaking.isEmpty()) {
      throw new AssertionFailedError(breaking.size()
          + (breaking.size() == 1 ? " change breaks " : " changes break ")
          + "what relies on " + before + ":\n" + String.join("\n", breaking));
    }
  }
}
