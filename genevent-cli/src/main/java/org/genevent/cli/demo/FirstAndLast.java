package org.genevent.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Keeps the first and the last lines of what is written, and counts the others. */
final class FirstAndLast extends OutputStream {

  private final int keep;
  private final List<String> first = new ArrayList<>();
  private final ArrayDeque<String> last = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long left;

  FirstAndLast(int keep) {
    this.keep = keep;
  }

  @Override
  public void write(int value) {
    if (value == '\n') {
      String text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      add(text);
    } else {
      line.write(value);
    }
  }

  private void add(String text) {
    if (first.size() < keep) {
      first.add(text);
      return;
    }
    last.add(text);
    if (last.size() > keep) {
      last.remove();
      left++;
    }
  }

  /** The lines, with one between them that says how many are left out. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(first);
    if (left > 0) {
      lines.add("  … " + left + " more …");
    }
    lines.addAll(last);
    return lines;
  }
}
