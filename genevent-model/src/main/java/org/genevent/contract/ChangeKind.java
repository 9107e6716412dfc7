package org.genevent.contract;

import java.util.Locale;

/** What can change between two versions of a facility. */
public enum ChangeKind {
  /** A facility is new. */
  FACILITY_ADDED,
  /** A facility is gone. */
  FACILITY_REMOVED,
  /** A facility has another name. */
  FACILITY_RENAMED,
  /** The checksum differs. */
  CHECKSUM,
  /** Fields are aligned that were not, or the other way round. */
  PACKING,
  /** Strings and sequences are padded at their ends that were not, or to another size. */
  TAIL_PADDING,
  /** An event is new. */
  EVENT_ADDED,
  /** An event is gone. */
  EVENT_REMOVED,
  /** An event has another name: a guess from its id and fields. */
  EVENT_RENAMED,
  /** An event has another id. */
  EVENT_ID,
  /** Two events belong together that did not. */
  PAIR_ADDED,
  /** Two events do not belong together any more. */
  PAIR_REMOVED,
  /** A field is new. */
  FIELD_ADDED,
  /** A field is gone. */
  FIELD_REMOVED,
  /** A field has another name: a guess from its class and place. */
  FIELD_RENAMED,
  /** A number has a class that holds all that the old one held. */
  FIELD_WIDENED,
  /** A field has another class of the same kind that does not hold all that the old one held. */
  FIELD_NARROWED,
  /** A field has a class of another kind. */
  FIELD_RETYPED,
  /** A list has another length, a length of another size, or is a sequence that was an array. */
  FIELD_LENGTH,
  /** A field may be absent that could not, or the other way round. */
  FIELD_OPTIONAL,
  /** A field lies elsewhere. */
  FIELD_MOVED,
  /** A label is new. */
  LABEL_ADDED,
  /** A label is gone. */
  LABEL_REMOVED,
  /** A value has another label. */
  LABEL_RENAMED,
  /** A label stands for other values. */
  LABEL_RENUMBERED,
  /** A variant has a new option. */
  OPTION_ADDED,
  /** An option of a variant is gone. */
  OPTION_REMOVED,
  /** An option of a variant has another tag. */
  OPTION_MOVED;

  /**
   * The word in output for programs.
   *
   * @return the name in lower case
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
