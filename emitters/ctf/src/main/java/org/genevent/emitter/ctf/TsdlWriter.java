package org.genevent.emitter.ctf;

/** Lines of TSDL, indented by tabs. */
final class TsdlWriter {

  private final StringBuilder out = new StringBuilder();
  private int depth;

  TsdlWriter(int depth) {
    this.depth = depth;
  }

  /** A whole line. */
  TsdlWriter line(String text) {
    return indent().text(text).end();
  }

  /** An empty line. */
  TsdlWriter blank() {
    out.append('\n');
    return this;
  }

  TsdlWriter indent() {
    out.append("\t".repeat(depth));
    return this;
  }

  TsdlWriter text(String text) {
    out.append(text);
    return this;
  }

  TsdlWriter end() {
    out.append('\n');
    return this;
  }

  /** Ends a line with a brace; what follows is one level deeper. */
  TsdlWriter open(String text) {
    depth++;
    return text(text).end();
  }

  /** Begins a line with the brace that closes the level. */
  TsdlWriter close(String text) {
    depth--;
    return indent().text(text);
  }

  /** A comment on lines of its own; nothing for an empty text. */
  TsdlWriter comment(String text) {
    if (text.isBlank()) {
      return this;
    }
    String[] lines = TsdlText.commentLines(text);
    if (lines.length == 1) {
      return line("/* " + lines[0] + " */");
    }
    line("/*");
    for (String one : lines) {
      line((" * " + one).stripTrailing());
    }
    return line(" */");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
