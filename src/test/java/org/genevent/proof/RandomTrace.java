package org.genevent.proof;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.emit.EmitRequest;
import org.genevent.emitter.ctf.CtfEmitter;
import org.genevent.emitter.ctf.StructurePrinter;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;

/**
 * A trace of random values: two packets a stream, both streams of every channel, every event in each packet.
 *
 * @param plan the facility
 * @param serializer what wrote the values
 * @param written the events in the order of their time
 */
record RandomTrace(FacilityPlan plan, ReferenceSerializer serializer, List<Written> written) {

  private static final int PACKETS = 2;

  /** An event that was written. */
  record Written(
      long timestamp, EventPlan event, Map<String, Object> context, Map<String, Object> values) {}

  static RandomTrace write(
      Path folder, Facility facility, DataModel dataModel, ByteOrder byteOrder, Random random)
      throws IOException {
    FacilityPlan plan =
        FacilityPlan.of(facility, new Abi(dataModel, byteOrder), LayoutRule.NATURAL);
    ReferenceSerializer serializer =
        new ReferenceSerializer(dataModel, byteOrder, LayoutRule.NATURAL, facility.packed());
    String metadata = metadata(plan);
    ReferenceTrace trace =
        new ReferenceTrace(folder, UUID.fromString(quoted(metadata, "uuid")), byteOrder);
    trace.metadata(metadata);
    return new RandomTrace(plan, serializer, write(plan, serializer, trace, random));
  }

  static String metadata(FacilityPlan plan) {
    EmitRequest request =
        new EmitRequest(List.of(plan), Map.of(), Map.of(), new StructurePrinter());
    return new CtfEmitter().emit(request).get(0).text();
  }

  private static String quoted(String text, String attribute) {
    int begin = text.indexOf(attribute + " = \"") + attribute.length() + 4;
    return text.substring(begin, text.indexOf('"', begin));
  }

  private static List<Written> write(
      FacilityPlan plan, ReferenceSerializer serializer, ReferenceTrace trace, Random random)
      throws IOException {
    List<String> channels =
        plan.events().stream().map(EventPlan::channel).distinct().toList();
    RandomValues values = new RandomValues(random, serializer);
    List<Written> written = new ArrayList<>();
    long timestamp = 1L << 47;
    for (int stream = 0; stream < 2 * channels.size(); stream++) {
      String channel = channels.get(stream / 2);
      for (int sequenceNumber = 0; sequenceNumber < PACKETS; sequenceNumber++) {
        ReferenceTrace.Packet packet = trace.new Packet(stream, sequenceNumber);
        for (EventPlan event : plan.events()) {
          if (event.channel().equals(channel)) {
            // more than the 48 bits of an event's header, less than they take to wrap
            timestamp += 1 + (random.nextLong() & (1L << 44) - 1);
            Map<String, Object> context = values.of(plan.facility().context());
            Map<String, Object> fields = values.of(event.payload().fields());
            packet.event(
                timestamp,
                event.id(),
                serializer.payload(plan.facility().context(), context),
                serializer.payload(event.payload().fields(), fields));
            written.add(new Written(timestamp, event, context, fields));
          }
        }
        packet.append(channel + "_" + stream % 2);
      }
    }
    return written;
  }
}
