package org.genevent.ltt;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.golden.Golden;
import org.genevent.model.Facility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The LTT emitter's text, as it is checked in. */
class LttGoldenTest {

  private static final Abi LP64 = new Abi(DataModel.LP64, ByteOrder.LITTLE_ENDIAN);
  private static final Abi ILP32_BE = new Abi(DataModel.ILP32, ByteOrder.BIG_ENDIAN);
  private static final List<Facility> FACILITIES =
      List.of(Descriptors.facility("shop.xml"), Descriptors.facility("tight.xml"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventdefs/core.xml",
        "eventdefs/shop.xml",
        "eventdefs/tight.xml",
        "facilities.json",
        "ltt-facilities.h",
        "ltt-facilities.c"
      })
  void forATraceOf07(String path) {
    Map<String, String> files = Descriptors.files(FACILITIES, "0.7", LP64);
    Golden.check("ltt/0.7/" + path + golden(path), files.get(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventdefs/core.xml",
        "eventdefs/shop.xml",
        "facilities.json",
        "ilp32_big/ltt-facilities.h",
        "ilp32_big/ltt-facilities.c"
      })
  void forATraceOf08WithProgramsOfSeveralKinds(String path) {
    Map<String, String> files = Descriptors.files(FACILITIES, "0.8", LP64, ILP32_BE);
    Golden.check("ltt/0.8/" + path + golden(path), files.get(path));
  }

  /** C that is no source of this project does not look like one. */
  private static String golden(String path) {
    return path.endsWith(".c") || path.endsWith(".h") ? ".txt" : "";
  }
}
