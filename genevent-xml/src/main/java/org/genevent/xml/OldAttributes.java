package org.genevent.xml;

import org.genevent.xml.OldProblems.Kind;

/** Reads the attributes of a tag as the original's reader took them: values with or without quotes, and bare words. */
final class OldAttributes {

  private final OldTokenizer tokens;
  private final OldProblems problems;

  OldAttributes(OldTokenizer tokens, OldProblems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  /** Reads up to the end of the tag; true if it ends with a slash. */
  boolean read(OldElement element) {
    while (true) {
      OldToken token = tokens.next();
      switch (token.kind()) {
        case GREATER -> {
          return false;
        }
        case SLASH -> {
          OldToken greater = tokens.next();
          if (greater.kind() == OldToken.Kind.GREATER) {
            return true;
          }
          stray(element, token, "a '/'");
          tokens.push(greater);
        }
        case WORD -> attribute(element, token);
        case QUOTED -> stray(element, token, "a value without a name");
        case EQUAL -> stray(element, token, "a '='");
        case QUESTION -> stray(element, token, "a '?'");
        default -> {
          problems.add(
              Kind.TAG,
              element.offset(),
              "the tag <" + element.name() + " … does not end",
              "write > or /> at its end");
          tokens.push(token);
          return false;
        }
      }
    }
  }

  private void stray(OldElement element, OldToken token, String what) {
    problems.add(
        Kind.ATTRIBUTE,
        token.offset(),
        "there is " + what + " in the tag <" + element.name() + ">",
        "leave it out");
  }

  private void attribute(OldElement element, OldToken name) {
    if (element.attributes().size() == XmlLimits.ATTRIBUTES) {
      problems.limit(
          element.offset(),
          "<" + element.name() + "> has more than " + XmlLimits.ATTRIBUTES + " attributes");
      return;
    }
    OldToken equal = tokens.next();
    if (equal.kind() != OldToken.Kind.EQUAL) {
      tokens.push(equal);
      element.attributes().add(new OldElement.Attribute(name.text(), "", name.offset(), true));
      return;
    }
    OldToken value = tokens.next();
    if (value.kind() == OldToken.Kind.WORD) {
      problems.add(
          Kind.UNQUOTED,
          name.offset(),
          "the value " + Reading.shown(value.text()) + " of the attribute '" + name.text()
              + "' has no quotes",
          "write " + name.text() + "=\"" + Reading.shown(value.text()) + "\"");
    } else if (value.kind() != OldToken.Kind.QUOTED) {
      problems.add(
          Kind.ATTRIBUTE,
          name.offset(),
          "the attribute '" + name.text() + "' has no value",
          "write " + name.text() + "=\"…\"");
      tokens.push(value);
    }
    element
        .attributes()
        .add(new OldElement.Attribute(name.text(), value.text(), name.offset(), false));
  }
}
