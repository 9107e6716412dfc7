package org.genevent.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genevent.check.Limits;
import org.genevent.diagnostic.Nearest;
import org.genevent.xml.OldProblems.Kind;

/**
 * Puts the elements of a file together as the original's reader took them, and goes on after each mistake: types without
 * content need no slash, values no quotes, flags no values. Source: the facility XML reference, sections 1 and 2.
 */
final class OldElementReader {

  /** What has nothing inside. */
  private static final Set<String> LEAVES = leaves();

  /** The longest XML declaration that is looked for. */
  private static final int DECLARATION_CHARS = 512;

  private final String text;
  private final OldProblems problems;
  private final Outline outline;
  private final OldTokenizer tokens;
  private final List<OldElement> roots = new ArrayList<>();
  private final Deque<OldElement> open = new ArrayDeque<>();
  private int elements;

  OldElementReader(String text, OldProblems problems, Outline outline) {
    this.text = text;
    this.problems = problems;
    this.outline = outline;
    this.tokens = new OldTokenizer(text, problems, outline);
  }

  private static Set<String> leaves() {
    Set<String> leaves = new HashSet<>();
    for (IntegerElement integer : IntegerElement.values()) {
      leaves.add(integer.word());
    }
    leaves.addAll(Set.of(
        "int_fixed", "uint_fixed", "float", "boolean", "string", "typeref", "label", "pair"));
    return leaves;
  }

  /** The outermost elements: one, or several in a file to which facilities were appended. */
  List<OldElement> read() {
    while (true) {
      OldToken token = tokens.next();
      boolean noFacility = !roots.isEmpty() && !roots.get(0).name().equals("facility");
      if (token.kind() == OldToken.Kind.END || noFacility) {
        end();
        return roots;
      } else if (token.kind() == OldToken.Kind.LESS) {
        markup(token);
      } else {
        stray(token);
      }
    }
  }

  private void stray(OldToken token) {
    tokens.push(token);
    int from = token.offset();
    int to = tokens.nextLess();
    String shown = Reading.shown(text.substring(from, Math.min(to, from + 200)).strip());
    if (open.isEmpty()) {
      problems.add(
          Kind.OUTSIDE,
          from,
          "there is text " + (roots.isEmpty() ? "before" : "behind") + " the facility: '" + shown
              + "'",
          "leave it out");
    } else {
      problems.add(
          Kind.TEXT,
          from,
          "there is text inside <" + open.peek().name() + ">: '" + shown + "'",
          "leave it out, or make it a comment");
    }
    tokens.moveTo(to);
  }

  private void markup(OldToken less) {
    OldToken token = tokens.next();
    switch (token.kind()) {
      case SLASH -> endTag(less.offset());
      case QUESTION -> declaration(less.offset());
      case WORD -> startTag(token, less.offset());
      default -> {
        problems.add(Kind.TAG, less.offset(), "'<' begins no tag here", "leave it out");
        if (token.kind() != OldToken.Kind.GREATER) {
          tokens.push(token);
        }
      }
    }
  }

  private void declaration(int offset) {
    String near = text.substring(offset, Math.min(text.length(), offset + DECLARATION_CHARS));
    int end = near.indexOf("?>") < 0 ? -1 : offset + near.indexOf("?>");
    if (end < 0) {
      problems.add(
          Kind.DECLARATION,
          offset,
          "the XML declaration has no end",
          "write <?xml version=\"1.0\"?>");
      tokens.moveTo(tokens.nextLess());
      return;
    }
    if (!roots.isEmpty() || !open.isEmpty()) {
      problems.add(
          Kind.DECLARATION,
          offset,
          "the XML declaration is not the first thing in the file",
          "leave it out");
    } else if (!text.substring(offset, end).matches("<\\?\\s*xml\\b[^<]*version[^<]*")) {
      problems.add(
          Kind.DECLARATION, offset, "this is no XML declaration", "write <?xml version=\"1.0\"?>");
    }
    tokens.moveTo(end + 2);
  }

  private void startTag(OldToken name, int offset) {
    OldElement element = new OldElement(name.text(), offset);
    if (open.isEmpty() && !roots.isEmpty()) {
      problems.add(
          Kind.SEVERAL,
          offset,
          "the file has a second facility, which is not read",
          "put it into a file of its own");
    }
    if (!open.isEmpty() && element.name().equals("field") && open.peek().name().equals("field")) {
      unclosed(open.peek(), "the next <field>");
      pop(offset, offset);
    }
    outline.start(element.name(), offset);
    elements++;
    if (elements > XmlLimits.ELEMENTS) {
      problems.limit(offset, "the file has more than " + XmlLimits.ELEMENTS + " elements");
    }
    if (open.isEmpty()) {
      roots.add(element);
    } else {
      open.peek().children().add(element);
    }
    boolean closed = new OldAttributes(tokens, problems).read(element);
    content(element, closed);
  }

  private void content(OldElement element, boolean closed) {
    String name = element.name();
    if (closed && name.equals("array")) {
      problems.add(
          Kind.ARRAY_SLASH,
          element.offset(),
          "the opening tag of an array ends with a slash",
          "leave the slash out");
      push(element);
    } else if (closed) {
      outline.end(name, tokens.position(), tokens.position());
    } else if (name.equals("description")) {
      description(element);
    } else if (LEAVES.contains(name)) {
      leaf(element);
    } else {
      push(element);
    }
  }

  private void push(OldElement element) {
    if (open.size() >= XmlLimits.DEPTH) {
      problems.limit(
          element.offset(), "elements are nested more than " + XmlLimits.DEPTH + " levels deep");
      return;
    }
    open.push(element);
  }

  private void leaf(OldElement element) {
    int at = tokens.position();
    while (at < text.length() && TagScanner.isSpace(text.charAt(at))) {
      at++;
    }
    int end = endTagEnd(element.name(), at);
    if (end > 0) {
      outline.end(element.name(), at, end);
      tokens.moveTo(end);
      return;
    }
    outline.end(element.name(), tokens.position(), tokens.position());
    problems.add(
        Kind.OPEN_LEAF,
        element.offset(),
        "the element <" + element.name() + "> is not closed",
        "write <" + element.name() + (element.attributes().isEmpty() ? "/>" : " …/>"));
  }

  /** Behind the end tag of that name, if it stands here; else -1. */
  private int endTagEnd(String name, int at) {
    if (!text.startsWith("</" + name, at)) {
      return -1;
    }
    int end = at + 2 + name.length();
    while (end < text.length() && TagScanner.isSpace(text.charAt(end))) {
      end++;
    }
    return end < text.length() && text.charAt(end) == '>' ? end + 1 : -1;
  }

  /** A description is the text up to the next {@code <}, whatever is in it. */
  private void description(OldElement element) {
    int from = tokens.position();
    int less = tokens.nextLess();
    int end = endTagEnd("description", less);
    if (less == text.length()) {
      problems.add(
          Kind.DESCRIPTION,
          element.offset(),
          "the description has no end",
          "write </description> at its end");
    } else if (end < 0) {
      int close = ownEnd(less);
      problems.add(
          Kind.DESCRIPTION,
          less,
          close < 0
              ? "the description does not end before this tag"
              : "there is a '<' in a description",
          close < 0 ? "write </description> before it" : "write &lt;");
      less = close < 0 ? less : close;
      end = close < 0 ? end : endTagEnd("description", less);
    }
    element.setText(text.substring(from, less));
    tokens.characters(from, less);
    int behind = end < 0 ? less : end;
    outline.end(element.name(), less, behind);
    tokens.moveTo(behind);
  }

  /** The end tag that a description with markup in it has further on, or -1. */
  private int ownEnd(int less) {
    // no description is longer; and to look through the whole file for each would take its square
    String near = text.substring(less, Math.min(text.length(), less + Limits.DESCRIPTION_CHARS));
    int close = near.indexOf("</description");
    int other = near.indexOf("<description");
    int fieldEnd = near.indexOf("</field");
    boolean own = close >= 0 && (other < 0 || close < other) && (fieldEnd < 0 || close < fieldEnd);
    return own && !near.startsWith("</") ? less + close : -1;
  }

  private void endTag(int offset) {
    OldToken name = tokens.next();
    if (name.kind() != OldToken.Kind.WORD) {
      problems.add(Kind.TAG, offset, "the end tag has no name", "write the name of an element");
      if (name.kind() != OldToken.Kind.GREATER) {
        tokens.push(name);
      }
      return;
    }
    OldToken greater = tokens.next();
    int end = greater.end();
    if (greater.kind() != OldToken.Kind.GREATER) {
      problems.add(
          Kind.TAG, offset, "the end tag </" + name.text() + " does not end", "write > at its end");
      tokens.push(greater);
      end = name.end();
    }
    close(name.text(), offset, end);
  }

  private void close(String name, int offset, int end) {
    OldElement top = open.peek();
    if (top != null && top.name().equals(name)) {
      pop(offset, end);
    } else if (open.stream().anyMatch(element -> element.name().equals(name))) {
      while (!open.peek().name().equals(name)) {
        unclosed(open.peek(), "</" + name + ">");
        pop(offset, offset);
      }
      pop(offset, end);
    } else if (top != null && Nearest.to(name, List.of(top.name())).isPresent()) {
      problems.add(
          Kind.STRAY_END,
          offset,
          "</" + name + "> ends the element <" + top.name() + ">",
          "write </" + top.name() + ">");
      pop(offset, end);
    } else {
      problems.add(
          Kind.STRAY_END,
          offset,
          "</" + name + "> ends an element that never began",
          "leave it out");
    }
  }

  private void pop(int offset, int end) {
    outline.end(open.pop().name(), offset, end);
  }

  private void unclosed(OldElement element, String before) {
    problems.add(
        Kind.UNCLOSED,
        element.offset(),
        "the element <" + element.name() + "> does not end before " + before,
        "write </" + element.name() + "> before it");
  }

  private void end() {
    // a comment without an end hides the end tags
    if (!open.isEmpty() && !problems.isFull() && !problems.has(Kind.COMMENT)) {
      StringBuilder names = new StringBuilder();
      open.forEach(element -> names.append("</").append(element.name()).append('>'));
      problems.add(
          Kind.UNCLOSED,
          open.peek().offset(),
          "the file ends inside the element <" + open.peek().name() + ">",
          "write " + names + " where they belong; the file may have been cut off");
    }
    while (!open.isEmpty()) {
      pop(text.length(), text.length());
    }
  }
}
