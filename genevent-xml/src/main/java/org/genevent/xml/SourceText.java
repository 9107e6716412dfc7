package org.genevent.xml;

import java.util.Arrays;
import org.genevent.diagnostic.Place;

/** The characters of a file, and the line and column of each. */
final class SourceText {

  private final String file;
  private final String text;
  private final int[] lineStarts;

  /**
   * A text.
   *
   * @param file the name as the user gave it
   * @param text the characters, without a byte order mark
   */
  SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  /** The line of a character, from 1. */
  int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Where a character stands; an offset beyond the end is the place after the last character. */
  Place place(int offset) {
    int within = Math.max(0, Math.min(offset, text.length()));
    int line = line(within);
    return new Place.InFile(file, line, within - lineStarts[line - 1] + 1);
  }
}
