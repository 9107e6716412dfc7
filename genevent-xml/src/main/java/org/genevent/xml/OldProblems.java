package org.genevent.xml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Severity;

/** What is wrong with, or old about, the spelling of a file that is read as the original read it. */
final class OldProblems {

  /** After so many problems the file is most likely nothing that anybody wrote. */
  private static final int LIMIT = 500;

  /** How many are kept: warnings do not keep a file from being read. */
  private static final int KEPT = 900;

  /** How many further lines a finding names. */
  private static final int LINES = 8;

  /** The kinds, with the rule that each breaks. */
  enum Kind {
    CHARACTER(
        DiagnosticCode.OLD_GRAMMAR,
        "outside of quotes and descriptions there are names, numbers and the signs < > / = ? \""),
    QUOTE(
        DiagnosticCode.OLD_GRAMMAR,
        "a value ends with the quote that it began with, in its own line unless the line ends with a backslash"),
    COMMENT(DiagnosticCode.OLD_GRAMMAR, "a comment is /* … */, or // up to the end of the line"),
    TAG(DiagnosticCode.OLD_GRAMMAR, "a tag is <name attribute=\"value\" …> or </name>"),
    ATTRIBUTE(DiagnosticCode.OLD_GRAMMAR, "an attribute is name=\"value\""),
    DUPLICATE(DiagnosticCode.OLD_GRAMMAR, "an element has an attribute once"),
    DESCRIPTION(
        DiagnosticCode.OLD_GRAMMAR, "a description is text without '<', then </description>"),
    STRAY_END(DiagnosticCode.OLD_GRAMMAR, "an end tag has the name of the element that it ends"),
    UNCLOSED(
        DiagnosticCode.OLD_GRAMMAR,
        "every element but the types without content ends with its own tag, inside the element that it began in"),
    DECLARATION(DiagnosticCode.OLD_GRAMMAR, "a file begins with <?xml version=\"1.0\"?>"),
    OUTSIDE(
        DiagnosticCode.OLD_GRAMMAR, "everything stands inside one element <facility name=\"…\">"),
    TEXT(DiagnosticCode.XML_TEXT, "text stands in descriptions only"),
    OPEN_LEAF(
        DiagnosticCode.OLD_UNCLOSED,
        "the original took a type without content for complete; XML wants a slash at its end"),
    UNQUOTED(DiagnosticCode.OLD_SPELLING, "a value stands in quotes"),
    OLD_COMMENT(DiagnosticCode.OLD_SPELLING, "in XML a comment is <!-- … -->"),
    BARE(DiagnosticCode.OLD_SPELLING, "an attribute is name=\"value\" since March 2006"),
    REPEATED(
        DiagnosticCode.OLD_SPELLING,
        "in XML an attribute stands once in a tag; its value may have several words"),
    ARRAY_SLASH(
        DiagnosticCode.OLD_SPELLING,
        "in XML a slash at the end of a tag closes the element; the original passed over it here"),
    COMMENTED_OUT(
        DiagnosticCode.OLD_COMMENTED_OUT,
        "outside of descriptions and quotes // begins a comment, up to the end of the line"),
    SEVERAL(
        DiagnosticCode.OLD_SEVERAL,
        "a file has one facility; a reader of traces takes the one that the trace names");

    private final DiagnosticCode code;
    private final String rule;

    Kind(DiagnosticCode code, String rule) {
      this.code = code;
      this.rule = rule;
    }
  }

  /** Habits rather than mistakes: one finding for all of a kind. */
  private static final Set<Kind> HABITS =
      EnumSet.of(Kind.UNQUOTED, Kind.OLD_COMMENT, Kind.BARE, Kind.REPEATED, Kind.ARRAY_SLASH);

  /** What was the right way to write in the dialects before the standard one. */
  private static final Set<Kind> RIGHT_BEFORE_XML =
      EnumSet.of(Kind.UNQUOTED, Kind.OLD_COMMENT, Kind.BARE);

  private record Problem(Kind kind, int offset, String message, String fix) {}

  private record Spot(Kind kind, int offset) {}

  private final SourceText source;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Spot> spots = new HashSet<>();
  private final Map<Kind, Problem> firstHabits = new HashMap<>();
  private final Map<Kind, TreeSet<Integer>> habitLines = new HashMap<>();
  private final Map<Kind, Integer> habitCounts = new HashMap<>();
  private int errors;
  private String limit = "";
  private int limitOffset;

  OldProblems(SourceText source) {
    this.source = source;
  }

  void add(Kind kind, int offset, String message, String fix) {
    if (!limit.isEmpty()) {
      // what looks wrong now is a consequence of not reading on
      return;
    }
    if (HABITS.contains(kind)) {
      firstHabits.putIfAbsent(kind, new Problem(kind, offset, message, fix));
      habitCounts.merge(kind, 1, Integer::sum);
      TreeSet<Integer> lines = habitLines.computeIfAbsent(kind, unused -> new TreeSet<>());
      if (lines.size() <= LINES) {
        lines.add(source.line(offset));
      }
    } else if (problems.size() < KEPT && spots.add(new Spot(kind, offset))) {
      problems.add(new Problem(kind, offset, message, fix));
      errors += kind.code.severity() == Severity.ERROR ? 1 : 0;
    } else if (problems.size() == KEPT && kind.code.severity() == Severity.ERROR) {
      // warnings may have filled the list, and no error may get lost
      problems.set(KEPT - 1, new Problem(kind, offset, message, fix));
      errors++;
    }
  }

  /** Notes that a limit is passed, after which nothing more is read. */
  void limit(int offset, String message) {
    if (limit.isEmpty()) {
      limit = message;
      limitOffset = offset;
    }
  }

  /** Whether a limit was passed, so that what was read is not all there is. */
  boolean isLimited() {
    return !limit.isEmpty();
  }

  /** Whether there is a problem of a kind. */
  boolean has(Kind kind) {
    return problems.stream().anyMatch(problem -> problem.kind == kind);
  }

  /** Whether reading on makes no sense. */
  boolean isFull() {
    return errors >= LIMIT || !limit.isEmpty();
  }

  /** Adds the findings, in the order of their places, as the dialect sees them. */
  void report(Dialect dialect, Findings findings) {
    List<Problem> all = new ArrayList<>(problems);
    firstHabits.forEach((kind, problem) -> {
      if (dialect == Dialect.STANDARD || !RIGHT_BEFORE_XML.contains(kind)) {
        all.add(problem);
      }
    });
    all.sort(Comparator.comparingInt(Problem::offset).thenComparing(Problem::kind));
    for (Problem problem : all) {
      findings.add(Diagnostic.of(problem.kind.code, source.place(problem.offset), problem.message)
          .withRule(problem.kind.rule + more(problem.kind))
          .withFix(problem.fix));
    }
    if (!limit.isEmpty()) {
      findings.add(Diagnostic.of(DiagnosticCode.XML_LIMIT, source.place(limitOffset), limit)
          .withRule(
              "no facility needs that; the limit keeps hostile files from costing time or memory"));
    }
  }

  private String more(Kind kind) {
    int count = habitCounts.getOrDefault(kind, 1) - 1;
    if (count == 0) {
      return "";
    }
    TreeSet<Integer> lines = habitLines.get(kind);
    String named =
        lines.stream().limit(LINES).map(String::valueOf).collect(Collectors.joining(", "));
    return "; " + count + " more of this kind, all in line" + (lines.size() > 1 ? "s " : " ")
        + named + (lines.size() > LINES ? ", …" : "");
  }
}
