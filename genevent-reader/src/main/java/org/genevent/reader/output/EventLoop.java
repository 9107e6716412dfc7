package org.genevent.reader.output;

import java.util.function.Consumer;
import org.genevent.reader.TraceReader;

/** Goes through the events that are selected. */
public final class EventLoop {

  private EventLoop() {}

  /**
   * Hands on events until there are no more, or enough.
   *
   * @param reader the reader
   * @param selection which events
   * @param limit how many at most
   * @param action is called with the reader at each of them
   * @return how many there were
   */
  public static long run(
      TraceReader reader, EventSelection selection, long limit, Consumer<TraceReader> action) {
    long events = 0;
    while (events < limit && reader.next()) {
      EventSelection.Decision decision = selection.decide(reader);
      if (decision == EventSelection.Decision.END) {
        break;
      } else if (decision == EventSelection.Decision.TAKE) {
        action.accept(reader);
        events++;
      }
    }
    return events;
  }
}
