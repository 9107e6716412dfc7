package org.genevent.xml;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds the comments of a well-formed text, and where its elements begin and end. */
final class XmlOutline {

  private XmlOutline() {}

  static Outline of(String text) {
    Outline outline = new Outline(text);
    Deque<String> open = new ArrayDeque<>();
    int at = text.indexOf('<');
    while (at >= 0) {
      int end;
      if (text.startsWith("<!--", at)) {
        int close = text.indexOf("-->", at + 4);
        end = close + 3;
        outline.comment(at, end, text.substring(at + 4, close));
      } else if (text.startsWith("<![CDATA[", at)) {
        end = text.indexOf("]]>", at) + 3;
      } else if (text.startsWith("<?", at)) {
        end = text.indexOf("?>", at) + 2;
      } else if (text.startsWith("</", at)) {
        end = text.indexOf('>', at) + 1;
        outline.end(open.pop(), at, end);
      } else {
        end = tagEnd(text, at);
        String name = name(text, at + 1);
        outline.start(name, at);
        if (text.charAt(end - 2) == '/') {
          outline.end(name, end - 2, end);
        } else {
          open.push(name);
        }
      }
      at = text.indexOf('<', end);
    }
    return outline;
  }

  private static int tagEnd(String text, int from) {
    int at = from;
    while (text.charAt(at) != '>') {
      char c = text.charAt(at);
      at = c == '"' || c == '\'' ? text.indexOf(c, at + 1) + 1 : at + 1;
    }
    return at + 1;
  }

  private static String name(String text, int from) {
    int end = from;
    while (!TagScanner.isSpace(text.charAt(end))
        && text.charAt(end) != '>'
        && text.charAt(end) != '/') {
      end++;
    }
    return text.substring(from, end);
  }
}
