package org.genevent.reader.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.ContractField;
import org.genevent.contract.ContractType;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of facilities that a kernel of 64 bits and programs of 32 announce. */
class LttContractsTest {

  private static final String XML = "<facility name=\"t\"><event name=\"e\">"
      + "<field name=\"l\"><ulong/></field><field name=\"k\"><enum><label name=\"A\"/></enum></field>"
      + "<field name=\"f\"><float size=\"4\"/></field></event></facility>";

  @TempDir
  private Path trace;

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void theLargestSizesHoldTheValuesOfAll(int first) throws IOException {
    LttWriter writer = new LttWriter(7, ByteOrder.LITTLE_ENDIAN, 8, true, false);
    int second = 12 - first;
    int checksum = VersionsTest.checksum(XML);
    LttReading.xml(trace, "t.xml", XML);
    writer.facilities(
        trace,
        writer.load("t", checksum, 9, 4, first, first, first, first),
        writer.load("t", checksum, 10, 4, second, second, second, second));
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      Map<String, ContractEvent> events = LttContracts.events(reader.lttTraces().get(0));
      assertEquals(
          List.of(
              new ContractType.Number(64, false, false),
              new ContractType.Enumeration(
                  new ContractType.Number(32, true, false),
                  List.of(new ContractType.Label("A", 0, 0))),
              new ContractType.Floating(32)),
          events.get("t:e").fields().stream().map(ContractField::type).toList());
    }
  }
}
