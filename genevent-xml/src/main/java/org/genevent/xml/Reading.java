package org.genevent.xml;

import java.util.Collection;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;

/** One file being read: its text, and the findings about it. */
final class Reading {

  /** How much of a value stands in a message. */
  private static final int SHOWN_CHARS = 60;

  private final SourceText source;
  private final Findings findings;
  private final boolean lenient;

  Reading(SourceText source, Findings findings, boolean lenient) {
    this.source = source;
    this.findings = findings;
    this.lenient = lenient;
  }

  /** Whether what the original accepted in silence is only warned of. */
  boolean lenient() {
    return lenient;
  }

  Place place(int offset) {
    return source.place(offset);
  }

  /** Adds a finding; an empty rule or fix is left out. */
  void report(DiagnosticCode code, int offset, String message, String rule, String fix) {
    findings.add(finding(code, offset, message, rule, fix));
  }

  /** Adds a finding about what the original accepted in silence: an error, or a warning for who is lenient. */
  void accepted(DiagnosticCode code, int offset, String message, String rule, String fix) {
    Diagnostic finding = finding(code, offset, message, rule, fix);
    findings.add(lenient ? finding.asWarning() : finding);
  }

  private Diagnostic finding(
      DiagnosticCode code, int offset, String message, String rule, String fix) {
    Diagnostic finding = Diagnostic.of(code, place(offset), message);
    return (rule.isEmpty() ? finding : finding.withRule(rule)).withFix(fix);
  }

  /** An element that may not stand where it stands. */
  void unknownElement(XmlElement element, XmlElement parent, Collection<String> allowed) {
    String message = Words.ELEMENTS.contains(element.name())
        ? "<" + element.name() + "> does not stand inside <" + parent.name() + ">"
        : "there is no element <" + shown(element.name()) + ">";
    String fix = allowed.contains("string") ? Words.typeInstead(element.name()) : "";
    report(
        DiagnosticCode.XML_ELEMENT,
        element.offset(),
        message,
        allowed.isEmpty()
            ? "<" + parent.name() + "> has nothing inside"
            : "inside <" + parent.name() + ">: " + String.join(", ", allowed),
        fix.isEmpty() ? question(element.name(), allowed) : fix);
  }

  /** Text that may not stand where it stands, if there is any. */
  void noText(XmlElement element) {
    if (element.textOffset() == StartTag.NO_TEXT) {
      return;
    }
    String text = element.text().strip();
    boolean comment = text.startsWith("/*") || text.startsWith("//");
    report(
        DiagnosticCode.XML_TEXT,
        element.textOffset(),
        "there is text inside <" + element.name() + ">: '" + shown(text) + "'",
        "text stands in descriptions only",
        comment ? "write a comment as <!-- … -->" : "");
  }

  /** An element with nothing inside. */
  void noContent(XmlElement element) {
    noText(element);
    if (!element.children().isEmpty()) {
      XmlElement child = element.children().get(0);
      report(
          DiagnosticCode.XML_ELEMENT,
          child.offset(),
          "<" + child.name() + "> does not stand inside <" + element.name() + ">",
          "<" + element.name() + "> has nothing inside",
          "write <" + element.name() + " …/> and move <" + child.name() + "> behind it");
    }
  }

  /** A "did you mean", or an empty text. */
  String question(String name, Iterable<String> known) {
    return findings.question(name, known);
  }

  /** A list of names for a message, cut off when it is long. */
  static String some(List<String> names) {
    int most = 20;
    return names.size() <= most
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, most)) + ", …";
  }

  /** A value for a message, cut off when it is long. */
  static String shown(String value) {
    return value.codePointCount(0, value.length()) <= SHOWN_CHARS
        ? value
        : value.substring(0, value.offsetByCodePoints(0, SHOWN_CHARS)) + "…";
  }
}
