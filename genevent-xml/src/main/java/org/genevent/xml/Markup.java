package org.genevent.xml;

import java.util.List;
import java.util.Optional;
import org.genevent.diagnostic.Findings;

/**
 * The elements of a file, whether an XML parser read them or they were read as the original read them.
 *
 * @param roots the outermost elements; one, or several in a file to which facilities were appended
 * @param declared whether the file begins with an XML declaration
 * @param forXml whether the file has something that only XML has
 * @param problems what is wrong with or old about the spelling; empty if an XML parser read it
 * @param outline comments, and where elements begin and end
 */
record Markup(
    List<XmlElement> roots,
    boolean declared,
    boolean forXml,
    Optional<OldProblems> problems,
    Outline outline) {

  /** Whether the file was read as the original read it. */
  boolean old() {
    return problems.isPresent();
  }

  /** Reads the elements; empty, with findings, if there are none. */
  static Optional<Markup> read(SourceText source, ReadOptions options, Findings findings) {
    String text = source.text();
    boolean declared = text.stripLeading().startsWith("<?xml");
    XmlMarks marks = XmlMarks.of(text);
    Findings asXml = new Findings();
    Optional<List<StartTag>> tags = MarkupScanner.scan(source, asXml);
    boolean forXml = marks.onlyXml() && options.dialect().isEmpty();
    boolean old = tags.isEmpty() ? !forXml && beginsWithTag(text) : !forXml && marks.oldComment();
    if (old) {
      return Optional.of(old(source, declared));
    }
    findings.addAll(asXml.list());
    return tags.flatMap(found -> ElementTree.read(source, found, findings))
        .map(root -> new Markup(
            List.of(root), declared, marks.onlyXml(), Optional.empty(), XmlOutline.of(text)));
  }

  private static Markup old(SourceText source, boolean declared) {
    OldProblems problems = new OldProblems(source);
    Outline outline = new Outline(source.text());
    List<OldElement> read = new OldElementReader(source.text(), problems, outline).read();
    OldToXml conversion = new OldToXml(problems);
    List<XmlElement> roots = read.stream().map(conversion::element).toList();
    return new Markup(roots, declared, false, Optional.of(problems), outline);
  }

  /** Whether the first thing that is no comment and no white space can be a tag. */
  private static boolean beginsWithTag(String text) {
    OldProblems unheard = new OldProblems(new SourceText("", ""));
    OldTokenizer tokens = new OldTokenizer(text, unheard, new Outline(text));
    if (tokens.next().kind() != OldToken.Kind.LESS) {
      return false;
    }
    OldToken.Kind kind = tokens.next().kind();
    return kind == OldToken.Kind.WORD || kind == OldToken.Kind.QUESTION;
  }
}
