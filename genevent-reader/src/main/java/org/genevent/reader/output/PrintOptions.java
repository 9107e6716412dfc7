package org.genevent.reader.output;

import java.util.Objects;
import java.util.Optional;

/**
 * What is printed of a trace, and how.
 *
 * @param selection which events
 * @param view which of their values
 * @param time how their time is written; empty for what the format does by itself
 * @param limit how many events at most
 */
public record PrintOptions(
    EventSelection selection, EventView view, Optional<TimeForm> time, long limit) {

  /** Everything, as the format has it. */
  public static final PrintOptions ALL =
      new PrintOptions(EventSelection.ALL, EventView.ALL, Optional.empty(), Long.MAX_VALUE);

  /** Checks the parts. */
  public PrintOptions {
    Objects.requireNonNull(selection);
    Objects.requireNonNull(view);
    Objects.requireNonNull(time);
    if (limit < 0) {
      throw new IllegalArgumentException("a limit is not negative: limit=" + limit);
    }
  }
}
