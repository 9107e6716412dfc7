package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.genevent.reader.TraceReader;

/** Finds out what there is in a trace before anything is written: how much room it takes, when it begins, what is lost. */
final class FirstReading implements TraceOutput {

  private final TraceReader reader;
  private final Timeline timeline;
  private final FrameLosses frame;
  private final List<StreamSizes> sizes = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private long events;

  FirstReading(TraceReader reader, Timeline timeline, FrameLosses frame) {
    this.reader = reader;
    this.timeline = timeline;
    this.frame = frame;
    reader.streams().forEach(stream -> {
      sizes.add(new StreamSizes(""));
      names.add("");
    });
  }

  @Override
  public void packet(int stream, SourcePacket packet) {
    packet.begin().ifPresent(timeline::found);
    frame.packet(packet);
    sizes.get(stream).packet(PacketNotes.MOST_BYTES + packet.threadName().length);
    named(stream);
  }

  @Override
  public void lost(int stream, OptionalLong cycles, long lost) {
    cycles.ifPresent(timeline::found);
    sizes.get(stream).add(0, PacketNotes.MOST_BYTES);
    named(stream);
  }

  /** Streams without events are written, too, if there is something to be told of them. */
  private void named(int stream) {
    if (names.get(stream).isEmpty()) {
      names.set(stream, reader.streams().get(stream).file().getFileName().toString());
    }
  }

  @Override
  public void event(
      int stream,
      long cycles,
      OptionalLong thread,
      SourceEvents.Place place,
      byte[] context,
      byte[] payload) {
    StreamSizes of = sizes.get(stream);
    of.add(context.length, payload.length);
    if (thread.isPresent() && !thread.equals(of.thread)) {
      of.add(0, PacketNotes.MOST_BYTES);
      of.thread = thread;
    }
    names.set(stream, reader.stream());
    timeline.found(cycles);
    timeline.measure(reader);
    frame.event(reader);
    events++;
  }

  /** How much there is in each stream, under the names that files of a format can have. */
  List<StreamSizes> sizes(TargetFormat format, boolean ofLtt) {
    List<String> fileNames =
        format.isLtt() ? LttOutput.fileNames(names, ofLtt) : CtfOutput.fileNames(names);
    List<StreamSizes> named = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      StreamSizes one = new StreamSizes(fileNames.get(i));
      one.take(sizes.get(i));
      named.add(one);
    }
    return named;
  }

  long events() {
    return events;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
