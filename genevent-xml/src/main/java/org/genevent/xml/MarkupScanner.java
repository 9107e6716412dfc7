package org.genevent.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Nearest;
import org.genevent.xml.MarkupProblems.Kind;

/**
 * Finds the start tags of a text and where each attribute stands, which the parser does not tell; and, as it is on its
 * way, says in our words what is not well-formed, and refuses what goes beyond the limits before the parser sees it.
 *
 * <p>What is well-formed is decided by the parser: what this scanner lets pass may still be refused there.
 */
final class MarkupScanner {

  private final SourceText source;
  private final String text;
  private final Findings findings;
  private final MarkupProblems problems;
  private final ReferenceScanner references;
  private final TagScanner tags;
  private final List<StartTag> found = new ArrayList<>();
  private final Deque<StartTag> open = new ArrayDeque<>();
  private int nextSectionEnd = -1;
  private boolean stopped;

  private MarkupScanner(SourceText source, Findings findings) {
    this.source = source;
    this.text = source.text();
    this.findings = findings;
    this.problems = new MarkupProblems(source);
    this.references = new ReferenceScanner(text, problems);
    this.tags = new TagScanner(text, problems, references);
  }

  /** The start tags in the order of the text, or empty and findings. */
  static Optional<List<StartTag>> scan(SourceText source, Findings findings) {
    MarkupScanner scanner = new MarkupScanner(source, findings);
    boolean wellFormed = scanner.run();
    return wellFormed ? Optional.of(scanner.found) : Optional.empty();
  }

  private boolean run() {
    characters();
    int at = declaration();
    while (at < text.length() && !stopped) {
      at = text.charAt(at) == '<' ? markup(at) : text(at);
      stopped |= problems.isFull();
    }
    if (!stopped) {
      end();
    }
    problems.report(findings);
    return !stopped && problems.isEmpty();
  }

  /** Looks for characters that XML does not have, wherever they stand. */
  private void characters() {
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (!XmlText.isXmlCharacter(c)) {
        if (problems.isFull()) {
          return;
        }
        problems.add(
            Kind.CHARACTER,
            i,
            String.format(Locale.ROOT, "the character U+%04X cannot stand in XML", c),
            "leave it out");
      }
      i += Character.charCount(c) - 1;
    }
  }

  private int declaration() {
    if (!text.startsWith("<?xml") || text.length() == 5 || !TagScanner.isSpace(text.charAt(5))) {
      return 0;
    }
    StartTag declaration = new StartTag("?xml", 0);
    int end = tags.attributes(declaration, 5);
    if (end == TagScanner.STOP || !text.startsWith("?>", end)) {
      if (problems.isEmpty()) {
        problems.add(
            Kind.DECLARATION, 0, "the XML declaration has no end", "write <?xml version=\"1.0\"?>");
      }
      stopped = true;
      return 0;
    }
    List<String> names =
        declaration.attributes().stream().map(StartTag.Name::text).toList();
    List<String> inOrder = new ArrayList<>(List.of("version", "encoding", "standalone"));
    inOrder.retainAll(names);
    if (!problems.isEmpty()) {
      return end + 2;
    }
    if (!names.contains("version")
        || !tags.valueOf(declaration.attributes().get(0)).equals("1.0")) {
      problems.add(
          Kind.DECLARATION,
          0,
          "the XML declaration does not say version=\"1.0\" first",
          "write <?xml version=\"1.0\"?>");
    } else if (!inOrder.equals(names)) {
      problems.add(
          Kind.DECLARATION,
          0,
          "the XML declaration has something else than version, encoding and standalone in this order",
          "write <?xml version=\"1.0\"?>");
    }
    return end + 2;
  }

  /** Passes over text up to the next tag. */
  private int text(int from) {
    int to = text.indexOf('<', from);
    if (to < 0) {
      to = text.length();
    }
    int first = tags.skipSpace(from);
    if (first < to) {
      textAt(first, "text");
      references.check(first, to);
      sectionEnd(first, to);
    }
    return to;
  }

  private void sectionEnd(int from, int to) {
    // looked for once and remembered: a search from every text to the end of the file would take
    // its square
    if (nextSectionEnd < from) {
      int found = text.indexOf("]]>", from);
      nextSectionEnd = found < 0 ? text.length() : found;
    }
    if (nextSectionEnd < to) {
      problems.add(Kind.SECTION_END, nextSectionEnd, "there is a ']]>' in a text", "write ]]&gt;");
    }
  }

  private void textAt(int at, String what) {
    if (!open.isEmpty()) {
      open.peek().sawText(at);
    } else {
      String where = found.isEmpty() ? "before" : "after";
      problems.add(
          Kind.OUTSIDE,
          at,
          "there is " + what + " " + where + " the outermost element",
          text.startsWith("/*", at) || text.startsWith("//", at)
              ? "write a comment as <!-- … -->"
              : "leave it out");
      stopped |= found.isEmpty();
    }
  }

  private int markup(int at) {
    if (text.startsWith("<!--", at)) {
      return comment(at);
    }
    if (text.startsWith("<![CDATA[", at)) {
      textAt(at, "a CDATA section");
      return behind(
          "]]>", at + 9, Kind.CDATA, at, "the CDATA section has no end", "write ]]> at its end");
    }
    if (text.startsWith("<?", at)) {
      return instruction(at);
    }
    if (text.startsWith("<!", at)) {
      return declared(at);
    }
    if (text.startsWith("</", at)) {
      return endTag(at);
    }
    int nameEnd = tags.nameEnd(at + 1);
    if (nameEnd == at + 1) {
      problems.add(Kind.LESS_THAN, at, "'<' begins no tag here", "write &lt;");
      return at + 1;
    }
    return startTag(at, nameEnd);
  }

  private int comment(int at) {
    int end = text.indexOf("--", at + 4);
    if (end >= 0 && !text.startsWith("-->", end)) {
      problems.add(Kind.COMMENT, end, "there is a '--' in a comment", "write one '-', or '- -'");
    }
    return behind(
        "-->", at + 4, Kind.COMMENT, at, "the comment has no end", "write --> at its end");
  }

  private int instruction(int at) {
    int nameEnd = tags.nameEnd(at + 2);
    String name = text.substring(at + 2, nameEnd);
    if (name.equalsIgnoreCase("xml")) {
      problems.add(
          Kind.DECLARATION,
          at,
          "the XML declaration is not the first thing in the file",
          "move it to the very beginning, or leave it out");
    } else if (name.isEmpty()) {
      problems.add(Kind.INSTRUCTION, at, "'<?' begins no instruction here", "leave it out");
    }
    return behind(
        "?>", nameEnd, Kind.INSTRUCTION, at, "the instruction has no end", "write ?> at its end");
  }

  private int declared(int at) {
    if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
      findings.add(Diagnostic.of(
              DiagnosticCode.XML_DOCTYPE,
              source.place(at),
              "the file has a document type declaration")
          .withRule(
              "facility files have none, so that no file makes a reader fetch or unfold anything")
          .withFix("leave it out; entities but the five of XML are written as characters"));
      stopped = true;
      return at;
    }
    problems.add(Kind.MARKUP, at, "'<!' begins nothing here", "write a comment as <!-- … -->");
    return at + 2;
  }

  private int behind(String end, int from, Kind kind, int at, String message, String fix) {
    int found = text.indexOf(end, from);
    if (found < 0) {
      problems.add(kind, at, message, fix);
      stopped = true;
      return text.length();
    }
    return found + end.length();
  }

  private int startTag(int at, int nameEnd) {
    String name = text.substring(at + 1, Math.min(nameEnd, at + 1 + XmlLimits.NAME_CHARS));
    StartTag tag = new StartTag(name, at);
    if (open.isEmpty() && !found.isEmpty()) {
      problems.add(
          Kind.OUTSIDE,
          at,
          "there is a second outermost element, <" + tag.name() + ">",
          "put every facility into a file of its own");
      stopped = true;
      return at;
    }
    if (!open.isEmpty()) {
      open.peek().sawElement();
    }
    found.add(tag);
    int end = tags.attributes(tag, nameEnd);
    boolean beyond = beyondLimits(tag);
    if (end == TagScanner.STOP || beyond) {
      stopped = true;
      return at;
    }
    if (text.startsWith("/>", end)) {
      return end + 2;
    }
    open.push(tag);
    if (text.startsWith(">", end)) {
      return end + 1;
    }
    problems.add(
        Kind.TAG, at, "the tag <" + tag.name() + " … does not end", "write > or /> at its end");
    return text.startsWith("<", end) || end == text.length() ? end : end + 1;
  }

  private boolean beyondLimits(StartTag tag) {
    if (tags.tooLongAt() >= 0) {
      return limit(
          tags.tooLongAt(),
          "a name has more than " + XmlLimits.NAME_CHARS + " characters, or a value more than "
              + XmlLimits.VALUE_CHARS);
    }
    if (tags.tooManyAttributes()) {
      return limit(
          tag.offset(),
          "<" + tag.name() + "> has more than " + XmlLimits.ATTRIBUTES + " attributes");
    }
    if (found.size() > XmlLimits.ELEMENTS) {
      return limit(tag.offset(), "the file has more than " + XmlLimits.ELEMENTS + " elements");
    }
    if (open.size() >= XmlLimits.DEPTH) {
      return limit(
          tag.offset(), "elements are nested more than " + XmlLimits.DEPTH + " levels deep");
    }
    return false;
  }

  private boolean limit(int at, String message) {
    findings.add(Diagnostic.of(DiagnosticCode.XML_LIMIT, source.place(at), message)
        .withRule(
            "no facility needs that; the limit keeps hostile files from costing time or memory"));
    return true;
  }

  private int endTag(int at) {
    int nameEnd = tags.nameEnd(at + 2);
    // a longer name than any start tag can have ends none, and need not stand in a message as a
    // whole
    String name = text.substring(at + 2, Math.min(nameEnd, at + 3 + XmlLimits.NAME_CHARS));
    int end = tags.skipSpace(nameEnd);
    boolean ended = end < text.length() && text.charAt(end) == '>';
    if (name.isEmpty() || !ended) {
      problems.add(Kind.TAG, at, "the end tag </" + name + " does not end", "write > at its end");
    }
    close(name, at);
    return ended ? end + 1 : Math.max(nameEnd, at + 2);
  }

  private void close(String name, int at) {
    StartTag top = open.peek();
    if (top != null && top.name().equals(name)) {
      open.pop();
    } else if (open.stream().anyMatch(tag -> tag.name().equals(name))) {
      while (!open.peek().name().equals(name)) {
        unclosed(open.pop(), name);
      }
      open.pop();
    } else if (top != null && Nearest.to(name, List.of(top.name())).isPresent()) {
      problems.add(
          Kind.STRAY_END,
          at,
          "</" + name + "> ends the element <" + top.name() + ">",
          "write </" + top.name() + ">");
      open.pop();
    } else {
      problems.add(
          Kind.STRAY_END, at, "</" + name + "> ends an element that never began", "leave it out");
    }
  }

  private void unclosed(StartTag tag, String outer) {
    problems.add(
        Kind.UNCLOSED,
        tag.offset(),
        "the element <" + tag.name() + "> does not end before </" + outer + ">",
        tag.isEmpty()
            ? "write <" + tag.name() + "/>"
            : "write </" + tag.name() + "> before </" + outer + ">");
  }

  private void end() {
    if (found.isEmpty()) {
      findings.add(
          Diagnostic.of(DiagnosticCode.XML_ROOT, source.place(0), "the file has no element")
              .withRule("a facility file has one element <facility name=\"…\">"));
      stopped = true;
    }
    if (!open.isEmpty()) {
      StringBuilder names = new StringBuilder();
      for (Iterator<StartTag> each = open.iterator(); each.hasNext(); ) {
        names.append("</").append(each.next().name()).append('>');
      }
      problems.add(
          Kind.END,
          open.peek().offset(),
          "the file ends inside the element <" + open.peek().name() + ">",
          "write " + names + " where they belong; the file may have been cut off");
    }
  }
}
