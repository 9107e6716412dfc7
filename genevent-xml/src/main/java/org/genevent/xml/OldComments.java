package org.genevent.xml;

import java.util.stream.Collectors;

/** The text of C comments, without the stars that decorate their lines. */
final class OldComments {

  private OldComments() {}

  static String text(String inside) {
    if (inside.indexOf('\n') < 0) {
      return inside.replaceFirst("^\\*+", "").replaceFirst("\\*+$", "");
    }
    return inside
        .lines()
        .map(line -> line.strip().replaceFirst("^\\*+(?= |$)", "").strip())
        .collect(Collectors.joining("\n"));
  }
}
