package org.genevent.cli.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;
import org.genevent.reader.TraceReader;

/**
 * Reads a trace, and gives what is in it with the bytes that it is to have.
 *
 * @param source its facilities
 * @param plans those of the new trace, in the same order
 * @param timeline the new clock
 */
record TraceWalk(SourceEvents source, List<FacilityPlan> plans, Timeline timeline) {

  /** Reads everything; an {@link IOException} of the output comes as an {@link UncheckedIOException}. */
  void walk(TraceReader reader, SourcePackets packets, PayloadBytes bytes, TraceOutput output) {
    Map<EventRecordClass, SourceEvents.Place> places = new IdentityHashMap<>();
    List<EventRecordClass> classes = reader.eventClasses();
    for (int i = 0; i < classes.size(); i++) {
      places.put(classes.get(i), source.events().get(i));
    }
    packets.begin(reader, timeline, output);
    ValueSink sink = new ValueSink();
    try {
      while (reader.next()) {
        SourceEvents.Place place = packets.takes(reader) ? null : places.get(reader.eventClass());
        if (place == null) {
          continue;
        }
        FacilityPlan plan = plans.get(place.facility());
        EventPlan event = plan.events().get(place.event());
        String name = plan.facility().name() + ":" + event.event().name();
        byte[] context = {};
        if (plan.context().isPresent()) {
          sink.clear();
          reader.context(sink);
          context = bytes.write(name, plan.facility().context(), sink.members(), plan.metrics());
        }
        sink.clear();
        reader.fields(sink);
        byte[] payload =
            bytes.write(name, event.payload().fields(), sink.members(), plan.metrics());
        output.event(
            reader.streamIndex(),
            timeline.cycles(reader),
            packets.thread(reader),
            place,
            context,
            payload);
      }
      packets.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
