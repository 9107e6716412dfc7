package org.genevent.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genevent.diagnostic.Findings;
import org.genevent.model.FacilityChecksum;
import org.genevent.xml.FacilityReader;

/** The folders and the facility {@code t} of LTT traces that tests write by hand. */
final class SmallLtt {

  private SmallLtt() {}

  /** Makes the folders and the description, which is as given; returns what announces the facility as number 10, little endian and packed. */
  static byte[] begin(Path trace, String xml) throws IOException {
    Files.createDirectories(trace.resolve("control"));
    Files.createDirectories(trace.resolve("eventdefs"));
    Files.writeString(trace.resolve("eventdefs/t.xml"), xml);
    int checksum = FacilityReader.read("t", xml.getBytes(StandardCharsets.UTF_8), new Findings())
        .map(FacilityChecksum::of)
        .orElseThrow();
    ByteBuffer load = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    load.put((byte) 't').put((byte) 0).putInt(checksum).putInt(10);
    load.putInt(4).putInt(8).putInt(8).putInt(8).putInt(0);
    return load.array();
  }
}
