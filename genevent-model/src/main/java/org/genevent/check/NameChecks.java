package org.genevent.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.genevent.binding.TracerNames;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Origin;

/** Names: that each can stand in every target, and that no two of a kind are the same there. */
final class NameChecks {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern FILE_WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final String RULE =
      "a name begins with a letter or underscore and has only letters, digits and"
          + " underscores, so that it is an identifier in C, in Java and in the trace";

  private final Findings findings;

  NameChecks(Findings findings) {
    this.findings = findings;
  }

  /** A name that becomes an identifier by itself. */
  void identifier(String kind, String name, Origin origin) {
    if (form(kind, name, origin, IDENTIFIER, RULE)) {
      ReservedWords.languageOf(name)
          .ifPresent(language -> findings.add(Diagnostic.of(
                  DiagnosticCode.NAME_KEYWORD,
                  origin.part("name"),
                  "the " + kind + " '" + name + "' has the name of a keyword of " + language)
              .withRule("a keyword of C or Java cannot name anything in generated code")
              .withFix("write '" + name + "_' or a fuller word")));
    }
  }

  /** A label, which stands behind a prefix or in quotes wherever it is printed. */
  void label(String name, Origin origin) {
    form("label", name, origin, IDENTIFIER, RULE);
  }

  /** A word that becomes a part of file names. */
  void fileWord(String kind, String part, String name, Origin origin) {
    if (!FILE_WORD.matcher(name).matches() || name.length() > Limits.NAME_CHARS) {
      findings.add(Diagnostic.of(
              DiagnosticCode.NAME_NOT_IDENTIFIER,
              origin.part(part),
              "the " + kind + " " + quoted(name) + " cannot be a part of a file name")
          .withRule(
              "it has letters, digits, '_' and '-', begins with a letter or '_', and has at most "
                  + Limits.NAME_CHARS + " characters"));
    }
  }

  private boolean form(String kind, String name, Origin origin, Pattern pattern, String rule) {
    if (name.isEmpty()) {
      findings.add(Diagnostic.of(
              DiagnosticCode.NAME_MISSING,
              origin.part("name"),
              article(kind) + " " + kind + " has no name")
          .withFix("give it one"));
      return false;
    }
    if (name.length() > Limits.NAME_CHARS) {
      findings.add(Diagnostic.of(
              DiagnosticCode.NAME_TOO_LONG,
              origin.part("name"),
              "the name of the " + kind + " " + quoted(name) + " has " + name.length()
                  + " characters, the limit is " + Limits.NAME_CHARS)
          .withFix("write a shorter one"));
      return false;
    }
    if (!pattern.matcher(name).matches()) {
      String repaired = name.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^([0-9])", "_$1");
      findings.add(Diagnostic.of(
              DiagnosticCode.NAME_NOT_IDENTIFIER,
              origin.part("name"),
              "the " + kind + " " + quoted(name) + " is not an identifier")
          .withRule(rule)
          .withFix("write '" + repaired + "'"));
      return false;
    }
    return true;
  }

  /** A fresh set of names of one kind, within which each name must be different. */
  Unique unique(String kind) {
    return new Unique(kind);
  }

  private static String article(String kind) {
    return "aeiou".indexOf(kind.charAt(0)) >= 0 ? "an" : "a";
  }

  static String quoted(String name) {
    return "'" + shown(name) + "'";
  }

  /** A name for a message, cut off when it is long. */
  static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }

  /** The names of one kind that were seen. */
  final class Unique {
    private final String kind;
    private final Map<String, Origin> exact = new HashMap<>();
    private final Map<String, String> generated = new HashMap<>();
    private final Map<String, String> bareMembers = new HashMap<>();

    private Unique(String kind) {
      this.kind = kind;
    }

    /** A name that must differ, also from what other names become in generated code. */
    void add(String name, Origin origin) {
      if (addExact(name, origin)) {
        collide(TracerNames.camelCase(name), name, origin);
        collide(name.toUpperCase(Locale.ROOT), name, origin);
      }
    }

    /** A name that must also differ without leading underscores, as readers of CTF drop one. */
    void addMember(String name, Origin origin) {
      add(name, origin);
      String bare = name.replaceFirst("^_+(?=.)", "");
      String other = bareMembers.putIfAbsent(bare, name);
      if (other != null && !other.equals(name)) {
        findings.add(Diagnostic.of(
                DiagnosticCode.NAME_COLLISION,
                origin.part("name"),
                "the "
                    + kind
                    + "s '"
                    + other
                    + "' and '"
                    + name
                    + "' differ only in underscores at their beginning")
            .withRule("viewers of traces drop an underscore there and take them for one")
            .withFix("give one of them another name"));
      }
    }

    /** A name that must only differ as it is written. */
    boolean addExact(String name, Origin origin) {
      if (name.isEmpty()) {
        return false;
      }
      Origin first = exact.putIfAbsent(name, origin);
      if (first == null) {
        return true;
      }
      String where = first.place().text();
      findings.add(Diagnostic.of(
              DiagnosticCode.NAME_DUPLICATE,
              origin.part("name"),
              "there are two " + kind + "s named " + quoted(name))
          .withRule(where.isEmpty() ? "names are unique" : "the first is at " + where)
          .withFix("give one of them another name"));
      return false;
    }

    private void collide(String form, String name, Origin origin) {
      String other = generated.putIfAbsent(form, name);
      if (other != null && !other.equals(name)) {
        findings.add(Diagnostic.of(
                DiagnosticCode.NAME_COLLISION,
                origin.part("name"),
                "the " + kind + "s '" + other + "' and '" + name + "' both become '" + form
                    + "' in generated code")
            .withFix("give one of them another name"));
      }
    }
  }
}
