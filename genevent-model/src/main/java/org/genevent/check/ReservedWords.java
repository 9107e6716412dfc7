package org.genevent.check;

import java.util.Optional;
import java.util.Set;

/** The words that C and Java keep for themselves. */
public final class ReservedWords {

  private static final Set<String> C = Set.of(
      "auto",
      "break",
      "case",
      "char",
      "const",
      "continue",
      "default",
      "do",
      "double",
      "else",
      "enum",
      "extern",
      "float",
      "for",
      "goto",
      "if",
      "inline",
      "int",
      "long",
      "register",
      "restrict",
      "return",
      "short",
      "signed",
      "sizeof",
      "static",
      "struct",
      "switch",
      "typedef",
      "union",
      "unsigned",
      "void",
      "volatile",
      "while",
      "_Alignas",
      "_Alignof",
      "_Atomic",
      "_Bool",
      "_Complex",
      "_Generic",
      "_Imaginary",
      "_Noreturn",
      "_Static_assert",
      "_Thread_local",
      "asm",
      "typeof");

  private static final Set<String> JAVA = Set.of(
      "abstract",
      "assert",
      "boolean",
      "break",
      "byte",
      "case",
      "catch",
      "char",
      "class",
      "const",
      "continue",
      "default",
      "do",
      "double",
      "else",
      "enum",
      "extends",
      "final",
      "finally",
      "float",
      "for",
      "goto",
      "if",
      "implements",
      "import",
      "instanceof",
      "int",
      "interface",
      "long",
      "native",
      "new",
      "package",
      "private",
      "protected",
      "public",
      "return",
      "short",
      "static",
      "strictfp",
      "super",
      "switch",
      "synchronized",
      "this",
      "throw",
      "throws",
      "transient",
      "try",
      "void",
      "volatile",
      "while",
      "true",
      "false",
      "null",
      "_");

  private ReservedWords() {}

  /**
   * The language that keeps a word.
   *
   * @param word the word
   * @return {@code C}, {@code Java}, {@code C and Java}, or empty if it is free
   */
  public static Optional<String> languageOf(String word) {
    boolean inC = C.contains(word);
    boolean inJava = JAVA.contains(word);
    if (inC && inJava) {
      return Optional.of("C and Java");
    }
    return inC ? Optional.of("C") : inJava ? Optional.of("Java") : Optional.empty();
  }
}
