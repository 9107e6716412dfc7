package org.genevent.diagnostic;

import java.util.Objects;

/** A spot that a finding can point at. */
public sealed interface Place {

  /** No place is known: the value was made by a program, not read from a source. */
  Place UNKNOWN = new Unknown();

  /**
   * The place as it stands at the head of a message.
   *
   * @return {@code file:line:column}, an element's name, or an empty text
   */
  String text();

  /**
   * A character of a file.
   *
   * @param file the name as the user gave it
   * @param line the line, from 1; 0 for the file as a whole
   * @param column the column in UTF-16 units, from 1; 0 where only the line is known
   */
  record InFile(String file, int line, int column) implements Place {
    /** Checks that the numbers are not negative. */
    public InFile {
      Objects.requireNonNull(file);
      if (line < 0 || column < 0) {
        throw new IllegalArgumentException(
            "line and column count from 1: line=" + line + ", column=" + column);
      }
    }

    @Override
    public String text() {
      if (line == 0) {
        return file;
      }
      return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
  }

  /**
   * An element of a program, or an annotation value on one.
   *
   * @param handle what the front end needs to find the element again; never looked into here
   * @param description the element's name for texts, for example {@code ShopEvents.orderAccepted}
   */
  record OnElement(Object handle, String description) implements Place {
    /** Checks that both parts are there. */
    public OnElement {
      Objects.requireNonNull(handle);
      Objects.requireNonNull(description);
    }

    @Override
    public String text() {
      return description;
    }
  }

  /** No place; see {@link #UNKNOWN}. */
  record Unknown() implements Place {
    @Override
    public String text() {
      return "";
    }
  }
}
