package org.genevent.runtime;

/**
 * The fields of a facility as CTF 2 describes them. Generated with the facility's tracer; asked only for traces of CTF 2, under the
 * registry's lock.
 *
 * <p>A text is a JSON object, in which <code>${byte_order}</code> stands for the quoted byte order of the machine; it is
 * empty where there are no fields.
 */
public abstract class FieldClasses {

  /** For generated classes. */
  protected FieldClasses() {}

  /**
   * The context that all events carry.
   *
   * @return its structure; empty if not overridden
   */
  public String context() {
    return "";
  }

  /**
   * The payload of an event.
   *
   * @param index the event's position among the events as they were defined, from 0
   * @return its structure
   */
  public abstract String event(int index);
}
