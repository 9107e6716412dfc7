package org.genevent.emitter.ctf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsdlTextTest {

  @Test
  void aStringKeepsEveryCharacterInside() {
    assertEquals(
        "\"a \\\"b\\\" \\\\ \u00e9\ud83d\ude00\"",
        TsdlText.quoted("a \"b\" \\ \u00e9\ud83d\ude00"));
    assertEquals("\"\\n\\r\\t\\0331\\177\"", TsdlText.quoted("\n\r\t\u001b1\u007f"));
  }

  @Test
  void whatUtf8CannotHoldBecomesWhatTheRuntimeWrites() {
    assertEquals("\"a\u2400b?c\"", TsdlText.quoted("a\0b\ud800c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/",
        "**//",
        "a */ b",
        "*\n/",
        "*\r/",
        "*\u2028/",
        "*\0/",
        "/*/",
        "*",
        "/",
        "\\u002a/",
        "* /"
      })
  void noTextEndsTheCommentThatItStandsIn(String description) {
    String comment = new TsdlWriter(0).comment(description).toString();
    assertEquals(comment.length() - 3, comment.indexOf("*/"), comment);
  }

  @Test
  void aCommentShowsWhatCannotBeSeen() {
    assertArrayEquals(
        new String[] {"a\\u202eb", "\\u001bc\\ud800"},
        TsdlText.commentLines(" a\u202eb\r\n\u001bc\ud800\n"));
  }

  @Test
  void emptyDescriptionsLeaveNoComment() {
    assertEquals("", new TsdlWriter(1).comment(" \n ").toString());
    assertFalse(new TsdlWriter(1).comment("x").toString().isEmpty());
  }
}
