package org.genevent.reader.output;

import org.genevent.reader.FieldSink;
import org.genevent.reader.TraceReader;

/** What is shown of the values of an event. */
public interface EventView {

  /** Everything but what only the packet carries. */
  EventView ALL = new EventView() {
    @Override
    public boolean hasPacketContext(TraceReader reader) {
      return false;
    }

    @Override
    public void packetContext(TraceReader reader, FieldSink sink) {
      reader.packetContext(sink);
    }

    @Override
    public boolean hasStreamContext(TraceReader reader) {
      return reader.hasStreamContext();
    }

    @Override
    public void streamContext(TraceReader reader, FieldSink sink) {
      reader.streamContext(sink);
    }

    @Override
    public boolean hasContext(TraceReader reader) {
      return reader.hasContext();
    }

    @Override
    public void context(TraceReader reader, FieldSink sink) {
      reader.context(sink);
    }

    @Override
    public void fields(TraceReader reader, FieldSink sink) {
      reader.fields(sink);
    }
  };

  /**
   * Whether something of the context of the event's packet is shown.
   *
   * @param reader stands at an event
   * @return true if {@link #packetContext} gives something
   */
  boolean hasPacketContext(TraceReader reader);

  /**
   * Gives what is shown of the context of the event's packet.
   *
   * @param reader stands at an event
   * @param sink takes it
   */
  void packetContext(TraceReader reader, FieldSink sink);

  /**
   * Whether something of the context is shown that all events of a stream carry.
   *
   * @param reader stands at an event
   * @return true if {@link #streamContext} gives something
   */
  boolean hasStreamContext(TraceReader reader);

  /**
   * Gives what is shown of the context that all events of a stream carry.
   *
   * @param reader stands at an event
   * @param sink takes it
   */
  void streamContext(TraceReader reader, FieldSink sink);

  /**
   * Whether something of the context is shown that the event's facility declares.
   *
   * @param reader stands at an event
   * @return true if {@link #context} gives something
   */
  boolean hasContext(TraceReader reader);

  /**
   * Gives what is shown of the context that the event's facility declares.
   *
   * @param reader stands at an event
   * @param sink takes it
   */
  void context(TraceReader reader, FieldSink sink);

  /**
   * Gives what is shown of the fields.
   *
   * @param reader stands at an event
   * @param sink takes them
   */
  void fields(TraceReader reader, FieldSink sink);
}
