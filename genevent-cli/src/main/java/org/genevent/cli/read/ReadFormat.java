package org.genevent.cli.read;

import java.util.Optional;
import org.genevent.reader.output.TracePrinter;

/** What {@code genevent read} prints. */
public enum ReadFormat {
  /** A line an event, for people. */
  TEXT(TracePrinter.Format.TEXT),
  /** A JSON document a line. */
  JSON(TracePrinter.Format.JSON),
  /** A table for each kind of event. */
  CSV(null),
  /** A line a kind of event. */
  COUNT(TracePrinter.Format.COUNT),
  /** What babeltrace2 prints. */
  BABELTRACE(TracePrinter.Format.BABELTRACE),
  /** A line an event, as the text dump of LTTV has it. */
  LTTV(TracePrinter.Format.LTTV);

  private final TracePrinter.Format printed;

  ReadFormat(TracePrinter.Format printed) {
    this.printed = printed;
  }

  /**
   * The format of the reader's own printer.
   *
   * @return empty for tables
   */
  public Optional<TracePrinter.Format> printed() {
    return Optional.ofNullable(printed);
  }
}
