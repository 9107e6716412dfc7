package org.genevent.processor;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Descriptions out of Javadoc: the first sentence as plain text.
 *
 * <p>Only the interface's own comments are read. It is always compiled from source when its tracer is made, so the text
 * is the same in a full and in an incremental build; a record from another file may come without its comments.
 */
final class DocText {

  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^[ \\t]*@");
  private static final Pattern SENTENCE_END =
      Pattern.compile("\\.(?=\\s|$)|<p\\b|<p>|\\n[ \\t]*\\n", Pattern.CASE_INSENSITIVE);
  private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)\\}");
  private static final Pattern HTML_TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(\\w+);");
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");

  private DocText() {}

  /** The first sentence of a comment, or an empty text. */
  static String firstSentence(String comment) {
    if (comment == null) {
      return "";
    }
    Matcher tag = BLOCK_TAG.matcher(comment);
    return sentence(tag.find() ? comment.substring(0, tag.start()) : comment);
  }

  /** What a comment says about a parameter, or an empty text. */
  static String parameter(String comment, String name) {
    if (comment == null) {
      return "";
    }
    Pattern start = Pattern.compile("(?m)^[ \\t]*@param\\s+" + Pattern.quote(name) + "\\s");
    Matcher found = start.matcher(comment);
    if (!found.find()) {
      return "";
    }
    return firstSentence(comment.substring(found.end()));
  }

  private static String sentence(String text) {
    String plain = text.strip();
    // inline tags may hold full stops, so they go first
    plain = replace(INLINE_TAG, plain, DocText::inlineTag);
    Matcher end = SENTENCE_END.matcher(plain);
    if (end.find()) {
      plain = plain.substring(0, end.start());
    }
    plain = HTML_TAG.matcher(plain).replaceAll("");
    plain = replace(
        ENTITY,
        plain,
        match -> Optional.ofNullable(ENTITIES.get(match.group(1))).orElse(match.group()));
    return plain.replaceAll("\\s+", " ").strip();
  }

  /** Of a link, its label or what it links to; of others, what they hold, where {@code <} is no HTML. */
  private static String inlineTag(Matcher tag) {
    String content = tag.group(2).strip();
    if (!tag.group(1).startsWith("link")) {
      return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
    int space = content.indexOf(' ');
    String shown = space >= 0 ? content.substring(space + 1) : content;
    return shown.startsWith("#") ? shown.substring(1) : shown.replace('#', '.');
  }

  private static String replace(
      Pattern pattern, String text, Function<Matcher, String> replacement) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(result, Matcher.quoteReplacement(replacement.apply(matcher)));
    }
    return matcher.appendTail(result).toString();
  }
}
