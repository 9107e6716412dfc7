package org.genevent.emitter.kernel;

import java.util.List;
import java.util.OptionalLong;
import org.genevent.model.Field;

/** What values of a field class are in C. */
sealed interface CForm {

  /**
   * A number: passed and kept by value.
   *
   * @param type its type, for example {@code uint32_t} or {@code const void *}
   * @param sizeBytes its size on the target
   * @param swapped true if its bytes in the trace are those of the network, and more than one
   */
  record Scalar(String type, int sizeBytes, boolean swapped) implements CForm {}

  /**
   * A number with names.
   *
   * @param tag the tag of its type
   * @param sizeBytes its size on the target
   * @param constants the names with their values
   */
  record Enumeration(String tag, int sizeBytes, List<Constant> constants) implements CForm {}

  /**
   * A name for a value.
   *
   * @param name the enumeration constant
   * @param value its value
   * @param description what it means
   */
  record Constant(String name, long value, String description) {}

  /** Text: a pointer to characters, NULL for an empty one. */
  record Text() implements CForm {}

  /**
   * Elements side by side: as a parameter a pointer to the first, NULL for zeros; as a member an array.
   *
   * @param count how many
   * @param element the form of each
   * @param tag the tag of a structure around it, {@code items} inside, if it is an element itself; else empty
   */
  record Array(int count, CForm element, String tag) implements CForm {}

  /**
   * A structure of a length and a pointer to the elements.
   *
   * @param tag its tag
   * @param element the form of each element
   * @param lengthBytes the size of the length in the trace
   * @param lengthSwapped true if that is in the order of the network
   * @param longest the largest length that the trace can hold, if a {@code size_t} holds more
   * @param custom true if a hand-written header has the structure and its functions
   */
  record Sequence(
      String tag,
      CForm element,
      int lengthBytes,
      boolean lengthSwapped,
      OptionalLong longest,
      boolean custom)
      implements CForm {}

  /**
   * A structure.
   *
   * @param tag its tag
   * @param members its members
   */
  record Structure(String tag, List<Member> members) implements CForm {}

  /**
   * A union.
   *
   * @param tag its tag
   * @param members its members
   * @param sizeBytes how many of its bytes are in the trace
   */
  record Union(String tag, List<Member> members, int sizeBytes) implements CForm {}

  /**
   * A structure of a tag and a union of the options.
   *
   * @param tag the structure's tag, in the sense of C
   * @param tagType the tag of the enumeration that tells the option
   * @param tagBytes the size of the tag in the trace
   * @param options the options
   * @param constants one for each option, in order
   */
  record Variant(
      String tag, String tagType, int tagBytes, List<Member> options, List<Constant> constants)
      implements CForm {}

  /**
   * A pointer to the value, NULL if it is absent.
   *
   * @param value the form of the value
   */
  record Maybe(CForm value) implements CForm {}

  /**
   * A parameter, or a member of a structure or union.
   *
   * @param field what it carries
   * @param name its name in C
   * @param form its form
   */
  record Member(Field field, String name, CForm form) {}

  /** Whether it is passed as a pointer to one structure or union. */
  default boolean isAggregate() {
    return this instanceof Sequence
        || this instanceof Structure
        || this instanceof Union
        || this instanceof Variant
        || this instanceof Array array && !array.tag().isEmpty();
  }
}
