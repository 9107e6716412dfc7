package org.genevent.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.genevent.xml.Outline.Kind;
import org.genevent.xml.Outline.Mark;

/**
 * Finds the element that each comment belongs to: the one that it stands behind in the same line, or else the next one, or
 * else the one that it stands in.
 */
final class CommentAttachment {

  /** The elements that comments are kept with; a comment inside any other one belongs to the one around. */
  private static final Set<String> ANCHORS =
      Set.of("facility", "type", "event", "field", "option", "label", "pair");

  private record Open(String name, int offset, int anchor) {}

  private final SourceText source;
  private final List<Mark> marks;
  private final Comments comments = new Comments();
  private final Deque<Open> open = new ArrayDeque<>();
  private int lastLabel = -1;
  /** The element that the last mark belongs to, and where that mark ends. */
  private int lastAnchor = -1;

  private int lastEnd = -1;
  private boolean facilityIsBehind;

  private CommentAttachment(SourceText source, List<Mark> marks) {
    this.source = source;
    this.marks = marks;
  }

  static Comments of(SourceText source, List<Mark> marks) {
    CommentAttachment attachment = new CommentAttachment(source, marks);
    attachment.run();
    return attachment.comments;
  }

  private void run() {
    int[] next = nextElements();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      switch (mark.kind()) {
        case START -> start(mark);
        case END -> end(mark);
        case COMMENT -> attach(mark, next[i]);
        default -> throw new IllegalStateException(mark.toString());
      }
    }
  }

  /** For each mark, the next one behind it that is no comment. */
  private int[] nextElements() {
    int[] next = new int[marks.size()];
    int following = marks.size();
    for (int i = marks.size() - 1; i >= 0; i--) {
      next[i] = following;
      if (marks.get(i).kind() != Kind.COMMENT) {
        following = i;
      }
    }
    return next;
  }

  private void start(Mark mark) {
    int outer = open.isEmpty() ? -1 : open.peek().anchor();
    boolean anchor = ANCHORS.contains(mark.text());
    open.push(new Open(mark.text(), mark.offset(), anchor ? mark.offset() : outer));
    if (mark.text().equals("enum")) {
      lastLabel = -1;
    }
    lastAnchor = open.peek().anchor();
    lastEnd = mark.offset();
  }

  private void end(Mark mark) {
    Open ended = open.pop();
    if (ended.name().equals("label")) {
      lastLabel = ended.offset();
    }
    lastAnchor = ended.name().equals("description") ? owner() : ended.anchor();
    lastEnd = mark.end();
    facilityIsBehind = open.isEmpty();
  }

  /** What a description that stands in the element which is open now belongs to. */
  private int owner() {
    if (open.isEmpty()) {
      return -1;
    }
    boolean ofLabel = open.peek().name().equals("enum") && lastLabel >= 0;
    return ofLabel ? lastLabel : open.peek().anchor();
  }

  private void attach(Mark comment, int next) {
    String text = DescriptionText.clean(comment.text());
    if (text.isEmpty()) {
      return;
    }
    boolean sameLine =
        lastEnd >= 0 && source.line(lastEnd) == source.line(comment.offset()) && lastAnchor >= 0;
    if (sameLine && !open.isEmpty()) {
      before(lastAnchor, text);
    } else if (facilityIsBehind) {
      comments.addBehind(text);
    } else if (!open.isEmpty() && open.peek().name().equals("description")) {
      inDescription(text);
    } else {
      toNext(text, next);
    }
  }

  private void inDescription(String text) {
    Open description = open.pop();
    before(owner(), text);
    open.push(description);
  }

  private void toNext(String text, int next) {
    Mark mark = next < marks.size() ? marks.get(next) : null;
    // a context has no place of its own in what is written; its first field has
    while (mark != null && mark.kind() == Kind.START && mark.text().equals("context")) {
      next++;
      while (next < marks.size() && marks.get(next).kind() == Kind.COMMENT) {
        next++;
      }
      mark = next < marks.size() ? marks.get(next) : null;
    }
    if (mark == null) {
      comments.addBehind(text);
    } else if (mark.kind() == Kind.START && ANCHORS.contains(mark.text())) {
      before(mark.offset(), text);
    } else if (mark.kind() == Kind.START) {
      before(owner(), text);
    } else if (open.isEmpty()) {
      comments.addBehind(text);
    } else if (open.peek().name().equals("facility") || open.peek().name().equals("event")) {
      comments.addAtEnd(source.place(open.peek().offset()), text);
    } else if (open.peek().name().equals("context")) {
      comments.addAtEnd(source.place(open.peek().anchor()), text);
    } else {
      before(open.peek().anchor(), text);
    }
  }

  private void before(int anchor, String text) {
    if (anchor < 0) {
      comments.addBehind(text);
    } else {
      comments.addBefore(source.place(anchor), text);
    }
  }
}
