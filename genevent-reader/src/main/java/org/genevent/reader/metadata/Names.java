package org.genevent.reader.metadata;

import java.util.List;
import org.genevent.diagnostic.Nearest;

/** What a wrong name may have meant. */
public final class Names {

  /** A wrong name is compared with at most so many known ones. */
  private static final int MAX_COMPARED = 1000;

  private Names() {}

  /**
   * A question to put behind a message.
   *
   * @param name the wrong name
   * @param known the known ones
   * @return a colon and the question, or nothing
   */
  public static String question(String name, List<String> known) {
    String question =
        Nearest.question(name, known.subList(0, Math.min(known.size(), MAX_COMPARED)));
    return question.isEmpty() ? "" : ": " + question;
  }
}
