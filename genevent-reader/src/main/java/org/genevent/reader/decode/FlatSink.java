package org.genevent.reader.decode;

import java.util.List;
import org.genevent.reader.FieldSink;

/** A sink that takes the fields of an event from where they lie, if it is told where. */
public interface FlatSink extends FieldSink {

  /**
   * Takes the members of a part of an event.
   *
   * @param event gives the values
   * @param fields the visible members, in order; the same list for all events of a class
   * @return false if the members are to be given one by one
   */
  boolean fields(FlatEvent event, List<FlatField> fields);
}
