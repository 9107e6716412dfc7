package org.genevent.emitter.java;

import java.util.Locale;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.UnionFieldClass;

/** Javadoc of what a facility declares. Texts come out escaped and wrapped. */
final class Docs {

  /** A line of Javadoc within a class: 100 columns without the indentation and the star. */
  static final int WIDTH = 95;

  private static final String CONTINUATION = "    ";

  private Docs() {}

  /** A block tag with its text, whose further lines are indented. */
  static String tag(String tag, String text) {
    String wrapped = JavadocText.wrapped(tag + " " + text, WIDTH - CONTINUATION.length());
    return wrapped.replace("\n", "\n" + CONTINUATION);
  }

  /** A description as paragraph, or another sentence if it is empty. */
  static String paragraph(String description, String otherwise) {
    String sentence = JavadocText.sentence(description);
    return JavadocText.wrapped(sentence.isEmpty() ? otherwise : sentence, WIDTH);
  }

  static String label(EnumerationLabel label) {
    String range = label.isRange()
        ? " Stands for the values from " + label.firstValue() + " to " + label.lastValue() + "."
        : "";
    String otherwise = "Label {@code " + label.name() + "}.";
    String sentence = JavadocText.sentence(label.description());
    return JavadocText.wrapped((sentence.isEmpty() ? otherwise : sentence) + range, WIDTH);
  }

  /** What a parameter or component is: the description of its field, and what its Java type does not tell. */
  static String value(Field field) {
    String sentence = JavadocText.sentence(field.description());
    String text = sentence.isEmpty() ? "field {@code " + field.name() + "}" : small(sentence);
    String note = note(field.fieldClass().resolved());
    String stop = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return note.isEmpty() ? stop : stop + "; " + note;
  }

  /** The first letter small, unless the first word is an abbreviation or a name. */
  private static String small(String sentence) {
    boolean isWord = sentence.length() > 1
        && Character.isUpperCase(sentence.charAt(0))
        && Character.isLowerCase(sentence.charAt(1));
    return isWord
        ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1)
        : sentence;
  }

  private static String note(FieldClass fieldClass) {
    if (fieldClass instanceof IntegerFieldClass integer && !integer.signed()) {
      return "unsigned";
    } else if (fieldClass instanceof ArrayFieldClass array) {
      return array.length() == 1 ? "1 element" : array.length() + " elements";
    } else if (fieldClass instanceof OptionalFieldClass) {
      return "may be absent";
    } else if (fieldClass instanceof UnionFieldClass) {
      return "the bytes of the union as in memory";
    } else if (fieldClass instanceof SequenceFieldClass sequence
        && sequence.element().resolved() instanceof IntegerFieldClass integer
        && !integer.signed()) {
      return "unsigned elements";
    }
    return "";
  }
}
