package org.genevent.reader.ltt;

import java.util.OptionalLong;

/**
 * What events of our own runtime tell of the block that they are in; nothing in blocks of others.
 *
 * @param sequence the number of the sub-buffer that the block is of, from 1
 * @param discardedEvents how many events were lost since the stream began, if that is new
 */
record BlockNotes(OptionalLong sequence, OptionalLong discardedEvents) {

  static final BlockNotes NONE = new BlockNotes(OptionalLong.empty(), OptionalLong.empty());

  /** With a note by the field that has it. */
  BlockNotes with(String field, long value) {
    return field.equals(StreamNotes.DISCARDED_FIELD)
        ? new BlockNotes(sequence, OptionalLong.of(value))
        : new BlockNotes(OptionalLong.of(value), discardedEvents);
  }
}
