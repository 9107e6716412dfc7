package org.genevent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DocTextTest {

  @Test
  void theFirstSentenceCounts() {
    assertEquals("An order", DocText.firstSentence(" An order. It is paid later."));
    assertEquals("Version 1.2 is out", DocText.firstSentence("Version 1.2 is out."));
    assertEquals("An order without end", DocText.firstSentence(" An order\n   without end\n"));
    assertEquals("An order", DocText.firstSentence(" An order\n\n <p>More\n"));
    assertEquals("An order", DocText.firstSentence(" An order<p>More"));
    assertEquals("An order", DocText.firstSentence(" An order\n @param x y"));
    assertEquals("", DocText.firstSentence("\n @param x y. z"));
    assertEquals("", DocText.firstSentence(null));
  }

  @Test
  void markupBecomesPlainText() {
    assertEquals(
        "A List<String> & more, see Map.Entry or here",
        DocText.firstSentence(
            "A {@code List<String>} &amp; <b>more</b>, see {@link Map#Entry} or {@link Map here}."));
    assertEquals("a < b", DocText.firstSentence("{@literal a < b}"));
    assertEquals("&unknown; stays", DocText.firstSentence("&unknown; stays"));
    assertEquals("$1 and \\ stay", DocText.firstSentence("{@code $1} and \\ stay"));
  }

  @Test
  void parametersAreFoundByName() {
    String comment = " An order.\n @param a the first. Not more.\n @param ab the\n  second\n"
        + " @return nothing\n";
    assertEquals("the first", DocText.parameter(comment, "a"));
    assertEquals("the second", DocText.parameter(comment, "ab"));
    assertEquals("", DocText.parameter(comment, "b"));
    assertEquals("", DocText.parameter(null, "b"));
    assertEquals("", DocText.parameter("@param a", "a"));
    assertEquals("", DocText.parameter("@param a \n @param b x", "a"));
  }
}
