package org.genevent.reader.field;

import java.util.List;
import java.util.Objects;

/**
 * The way to a value of an event, from the outside in.
 *
 * @param scope the part of the event to look in; {@link FieldScope#ANY} for the first that has it
 * @param steps names of members and indices of elements
 */
public record FieldPath(FieldScope scope, List<Step> steps) {

  /**
   * A step into a structure or a list.
   *
   * @param name the member's name; empty for an element
   * @param index the element's number, from 0; -1 for a member
   */
  public record Step(String name, int index) {
    /** Checks that it is one or the other. */
    public Step {
      Objects.requireNonNull(name);
    }

    /**
     * The step to a member.
     *
     * @param name its name
     * @return the step
     */
    public static Step member(String name) {
      return new Step(name, -1);
    }

    /**
     * The step to an element.
     *
     * @param index its number, from 0
     * @return the step
     */
    public static Step element(int index) {
      return new Step("", index);
    }

    /**
     * Whether it leads into a list.
     *
     * @return true for elements
     */
    public boolean isIndex() {
      return index >= 0;
    }
  }

  /** Copies the list. */
  public FieldPath {
    Objects.requireNonNull(scope);
    steps = List.copyOf(steps);
  }

  /**
   * The path as it is written in expressions.
   *
   * @return names with dots, indices in brackets; what is no name by itself stands in backticks
   */
  public String text() {
    StringBuilder text = new StringBuilder(scope.prefix());
    for (Step step : steps) {
      if (step.isIndex()) {
        text.append('[').append(step.index()).append(']');
      } else {
        if (text.length() > 0) {
          text.append('.');
        }
        text.append(quoted(step.name()));
      }
    }
    return text.toString();
  }

  /**
   * A name as it is written in expressions.
   *
   * @param name any text
   * @return the name, in backticks if it is no name by itself
   */
  public static String quoted(String name) {
    return isName(name) ? name : "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
  }

  private static boolean isName(String name) {
    if (name.isEmpty() || !isNameStart(name.codePointAt(0))) {
      return false;
    }
    return name.codePoints().allMatch(FieldPath::isNamePart);
  }

  /**
   * Whether a name may begin with a character.
   *
   * @param codePoint the character
   * @return true for letters and the underscore
   */
  public static boolean isNameStart(int codePoint) {
    return codePoint == '_' || Character.isLetter(codePoint);
  }

  /**
   * Whether a character may stand in a name.
   *
   * @param codePoint the character
   * @return true for letters, digits and the underscore
   */
  public static boolean isNamePart(int codePoint) {
    return isNameStart(codePoint) || Character.isDigit(codePoint);
  }

  @Override
  public String toString() {
    return text();
  }
}
