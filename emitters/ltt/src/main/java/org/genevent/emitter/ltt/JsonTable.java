package org.genevent.emitter.ltt;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.genevent.abi.Abi;

/** Prints the table as JSON. Names are identifiers, so nothing needs an escape. */
final class JsonTable {

  private JsonTable() {}

  static String print(FacilityTable table) {
    StringBuilder out = new StringBuilder("{\n");
    out.append("  \"version\": \"").append(table.version().word()).append("\",\n");
    out.append("  \"facilities\": [\n");
    out.append(joined(table.entries().stream().map(JsonTable::facility).toList()));
    out.append("  ],\n  \"targets\": [\n");
    out.append(
        joined(table.targets().stream().map(target -> target(table, target)).toList()));
    return out.append("  ]\n}\n").toString();
  }

  private static String joined(List<String> objects) {
    return String.join(",\n", objects) + "\n";
  }

  private static String facility(FacilityTable.Entry entry) {
    String events = entry.facility().events().stream()
        .map(event -> "\"" + event.name() + "\"")
        .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        """
            {
              "id": %d,
              "name": "%s",%s
              "checksum": "0x%X",
              "file": "eventdefs/%s",
              "events": [%s]
            }""".indent(4).stripTrailing(),
        entry.id(),
        entry.facility().name(),
        entry.facility().arch().map(arch -> " \"arch\": \"" + arch + "\",").orElse(""),
        entry.checksum(),
        EventdefsPrinter.fileName(entry.facility()),
        events);
  }

  private static String target(FacilityTable table, Abi target) {
    String loads = joined(table.entries().stream()
        .map(entry -> load(new LoadRecord(entry, target)))
        .toList());
    return "    {\n      \"data_model\": \"" + target.dataModel().optionName()
        + "\",\n      \"byte_order\": \"" + order(target)
        + "\",\n      \"facility_loads\": [\n" + loads + "      ]\n    }";
  }

  static String order(Abi target) {
    return target.byteOrder() == ByteOrder.LITTLE_ENDIAN ? "little" : "big";
  }

  private static String load(LoadRecord load) {
    return String.format(
        Locale.ROOT,
        "        {\"id\": %d, \"int_bytes\": %d, \"long_bytes\": %d, \"pointer_bytes\": %d,"
            + " \"size_t_bytes\": %d, \"alignment_bytes\": %d,\n         \"payload\": \"%s\"}",
        load.entry().id(),
        load.intBytes(),
        load.longBytes(),
        load.pointerBytes(),
        load.sizeTBytes(),
        load.alignmentBytes(),
        load.hex());
  }
}
