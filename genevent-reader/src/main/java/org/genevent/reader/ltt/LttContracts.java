package org.genevent.reader.ltt;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.ContractTypes;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.reader.LttFacility;
import org.genevent.reader.LttTrace;

/** What the events of an LTT trace promise, by the facilities that it describes and the sizes that it announces. */
public final class LttContracts {

  private LttContracts() {}

  /**
   * The events of a trace. Of a facility that was announced with several sizes of types, as kernel and programs have them, the
   * largest count, which hold the values of all.
   *
   * @param trace the trace
   * @return events without offsets, by their full names
   */
  public static Map<String, ContractEvent> events(LttTrace trace) {
    List<LttFacility> largestFirst = trace.facilities().stream()
        .filter(announced -> announced.facility().isPresent())
        .sorted(Comparator.comparingInt(LttContracts::allBytes).reversed())
        .toList();
    Map<String, ContractEvent> events = new HashMap<>();
    for (LttFacility announced : largestFirst) {
      Facility described = announced.facility().orElseThrow();
      TypeSizes sizes = sizes(announced);
      ContractTypes types = new ContractTypes(sizes::scalarBytes, union -> 0);
      for (Event event : described.events()) {
        events.putIfAbsent(
            announced.name() + ":" + event.name(),
            new ContractEvent(
                event.name(),
                OptionalInt.of(described.idOf(event)),
                event.duration().isPresent(),
                types.fields(event.payloadFields())));
      }
    }
    return events;
  }

  private static int allBytes(LttFacility announced) {
    return announced.intBytes()
        + announced.longBytes()
        + announced.pointerBytes()
        + announced.sizeTBytes();
  }

  private static TypeSizes sizes(LttFacility announced) {
    return new TypeSizes(
        announced.intBytes(),
        announced.longBytes(),
        announced.pointerBytes(),
        announced.sizeTBytes(),
        announced.alignmentBytes());
  }
}
