package org.genevent.plan;

import java.util.Objects;
import org.genevent.model.Field;

/**
 * Where a written value comes from, seen from the traced call.
 *
 * <p>Emitters keep maps of these. What records do by themselves would be found by reflection when it is first called, which
 * a command that runs for a moment pays each time; hence the hash codes.
 */
public sealed interface ValueSource {

  /**
   * A value that is passed, or the event's duration, or a context field.
   *
   * @param field the field
   */
  record Parameter(Field field) implements ValueSource {
    /** Checks that the field is there. */
    public Parameter {
      Objects.requireNonNull(field);
    }

    @Override
    public int hashCode() {
      return field.hashCode();
    }
  }

  /**
   * A member of a structure or union value.
   *
   * @param of the structure
   * @param member the member
   */
  record Member(ValueSource of, Field member) implements ValueSource {
    /** Checks that both parts are there. */
    public Member {
      Objects.requireNonNull(of);
      Objects.requireNonNull(member);
    }

    @Override
    public int hashCode() {
      return 31 * of.hashCode() + member.hashCode();
    }
  }

  /**
   * The element of the pass that a loop is in.
   *
   * @param of the array or sequence
   * @param depth how many loops are around, from 1; names the loop's variable
   */
  record Element(ValueSource of, int depth) implements ValueSource {
    /** Checks that the array is there. */
    public Element {
      Objects.requireNonNull(of);
    }

    @Override
    public int hashCode() {
      return 31 * of.hashCode() + depth;
    }
  }

  /**
   * The value of an optional that is present.
   *
   * @param of the optional
   */
  record Present(ValueSource of) implements ValueSource {
    /** Checks that the optional is there. */
    public Present {
      Objects.requireNonNull(of);
    }

    @Override
    public int hashCode() {
      return 31 * of.hashCode();
    }
  }

  /**
   * The value of the chosen option of a variant.
   *
   * @param of the variant
   * @param option the option
   * @param index its position among the options, from 0
   */
  record Chosen(ValueSource of, Field option, int index) implements ValueSource {
    /** Checks that both parts are there. */
    public Chosen {
      Objects.requireNonNull(of);
      Objects.requireNonNull(option);
    }

    @Override
    public int hashCode() {
      return 31 * of.hashCode() + index;
    }
  }
}
