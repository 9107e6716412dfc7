package org.genevent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call of the command came to.
 *
 * @param status the exit status
 * @param out the results
 * @param err the rest
 */
record Call(int status, String out, String err) {

  static Call run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
    Call call = new Call(status, out.toString(), err.toString());
    assertFalse(call.err().contains("\tat "), () -> "a stack trace: " + call);
    return call;
  }

  /** The lines of results of a call that went well without a word. */
  List<String> lines() {
    assertEquals("", err);
    assertEquals(0, status);
    return out.lines().toList();
  }
}
