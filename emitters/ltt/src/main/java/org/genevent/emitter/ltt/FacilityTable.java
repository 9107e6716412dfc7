package org.genevent.emitter.ltt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.plan.FacilityPlan;

/**
 * The facilities of a trace with their default ids, the core facility first.
 *
 * <p>The kernel's rule: the checksum modulo 256, or the next id that is free, after 255 from the beginning; 0 is the core's.
 * So an id depends on what came before. Source: the checksum reference, section 4.1.
 *
 * @param version the version of the trace format
 * @param entries the facilities
 * @param targets the targets, in order
 */
record FacilityTable(LttVersion version, List<Entry> entries, List<Abi> targets) {

  /** How many ids there are. */
  static final int IDS = 256;

  /** Copies the lists. */
  FacilityTable {
    entries = List.copyOf(entries);
    targets = List.copyOf(targets);
  }

  /**
   * A facility and its id.
   *
   * @param facility the facility
   * @param checksum its checksum
   * @param id its id; 0 to 255
   */
  record Entry(Facility facility, int checksum, int id) {

    boolean isCore() {
      return id == 0;
    }

    /** The name of the file without its ending, which tells the facility from all others of the trace. */
    String stem() {
      String file = EventdefsPrinter.fileName(facility);
      return file.substring(0, file.length() - ".xml".length());
    }
  }

  /** The table of planned facilities, of which there are few enough. */
  static FacilityTable of(List<FacilityPlan> plans, LttVersion version) {
    Set<Abi> targets = new LinkedHashSet<>();
    plans.forEach(plan -> targets.add(plan.abi()));
    List<Entry> entries = new ArrayList<>();
    Set<Integer> taken = new HashSet<>(Set.of(0));
    entries.add(new Entry(version.core(), FacilityChecksum.of(version.core()), 0));
    for (FacilityPlan plan : plans) {
      boolean first = plan.abi().equals(plans.get(0).abi());
      // what a core facility of the user's says was checked to be the same
      if (first && !plan.facility().name().equals(CoreFacility.NAME)) {
        int id = plan.checksum() & IDS - 1;
        while (!taken.add(id)) {
          id = id + 1 & IDS - 1;
        }
        entries.add(new Entry(plan.facility(), plan.checksum(), id));
      }
    }
    return new FacilityTable(version, entries, List.copyOf(targets));
  }
}
