package org.genevent.xml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;

/**
 * What is not well-formed, one finding a kind: a file with forty values without quotes has one mistake, made forty
 * times.
 */
final class MarkupProblems {

  /** After so many problems the file is most likely no XML at all. */
  private static final int LIMIT = 1000;

  /** How many further lines a finding names. */
  private static final int LINES = 8;

  /** The kinds, with the rule that each breaks. */
  enum Kind {
    DECLARATION("a file begins with <?xml version=\"1.0\"?>, or with its first element"),
    CHARACTER("XML has no control characters but tab, line feed and carriage return"),
    COMMENT("a comment is <!-- … -->, without '--' inside"),
    CDATA("a CDATA section is <![CDATA[ … ]]>, inside an element"),
    INSTRUCTION("a processing instruction is <?name … ?>"),
    MARKUP("'<!' begins a comment or a CDATA section, nothing else"),
    LESS_THAN("'<' begins a tag, and nothing else"),
    REFERENCE(
        "'&' begins one of &lt; &gt; &amp; &quot; &apos;, or a character by its number as in &#233;"),
    SECTION_END("']]>' ends a CDATA section, and nothing else"),
    UNCLOSED("every element ends with its own tag, inside the element that it began in"),
    STRAY_END("an end tag has the name of the element that it ends"),
    TAG("a tag ends with '>' or '/>'"),
    UNQUOTED("a value stands in quotes"),
    ATTRIBUTE("an attribute is name=\"value\""),
    DUPLICATE("an element has an attribute once"),
    VALUE("a value ends with the quote that it began with and has no '<'"),
    OUTSIDE("everything stands inside one outermost element"),
    END("every element ends with its own tag");

    private final String rule;

    Kind(String rule) {
      this.rule = rule;
    }
  }

  private record Problem(int offset, String message, String fix) {}

  private final SourceText source;
  private final Map<Kind, List<Problem>> byKind = new EnumMap<>(Kind.class);
  private int count;

  MarkupProblems(SourceText source) {
    this.source = source;
  }

  void add(Kind kind, int offset, String message, String fix) {
    byKind
        .computeIfAbsent(kind, unused -> new ArrayList<>())
        .add(new Problem(offset, message, fix));
    count++;
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean isFull() {
    return count >= LIMIT;
  }

  /** Adds one finding a kind, in the order of their first places. */
  void report(Findings findings) {
    byKind.entrySet().stream()
        .sorted((a, b) -> Integer.compare(first(a.getValue()).offset, first(b.getValue()).offset))
        .forEach(entry -> {
          Problem first = first(entry.getValue());
          findings.add(
              Diagnostic.of(DiagnosticCode.XML_MALFORMED, source.place(first.offset), first.message)
                  .withRule(entry.getKey().rule + more(entry.getValue()))
                  .withFix(first.fix));
        });
  }

  private static Problem first(List<Problem> problems) {
    Problem first = problems.get(0);
    for (Problem problem : problems) {
      if (problem.offset < first.offset) {
        first = problem;
      }
    }
    return first;
  }

  private String more(List<Problem> problems) {
    if (problems.size() == 1) {
      return "";
    }
    Problem first = first(problems);
    TreeSet<Integer> lines = new TreeSet<>();
    for (Problem problem : problems) {
      if (problem != first) {
        lines.add(source.line(problem.offset));
      }
    }
    String named =
        lines.stream().limit(LINES).map(String::valueOf).collect(Collectors.joining(", "));
    return "; " + (problems.size() - 1) + " more of this kind: line"
        + (lines.size() > 1 ? "s " : " ") + named + (lines.size() > LINES ? ", …" : "");
  }
}
