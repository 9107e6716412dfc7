package org.genevent.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.genevent.check.ReservedWords;

/** Names and texts that break whoever is careless: words of TSDL, names of helpers, ends of comments, escapes. */
final class RandomNames {

  /** Identifiers that no keyword check forbids and that mean something to somebody. */
  private static final List<String> TRAPS = List.of(
      "integer",
      "string",
      "event",
      "stream",
      "trace",
      "env",
      "clock",
      "align",
      "variant",
      "typealias",
      "callsite",
      "floating_point",
      "size",
      "id",
      "name",
      "value",
      "tag",
      "length",
      "element",
      "bytes",
      "absent",
      "present",
      "timestamp",
      "tid",
      "this_",
      "route",
      "writer",
      "offset",
      "end",
      "buf",
      "errno",
      "NULL",
      "linux",
      "unix",
      "i",
      "u8",
      "x",
      "_x",
      "x_length",
      "_x_length",
      "__x_length",
      "x_tag",
      "_x_tag",
      "_",
      "__",
      "hashCode",
      "toString",
      "String",
      "Object",
      "Override",
      "get",
      "wait",
      "record",
      "sealed",
      "permits",
      "yield",
      "var",
      "main",
      "byteOrder",
      "Bool",
      "Complex",
      "Imaginary");

  private static final List<String> SYLLABLES = List.of(
      "or", "der", "page", "fault", "cpu", "disk", "Req", "Id", "time", "out", "net", "dev", "q",
      "z9");

  private static final List<String> TEXTS = List.of(
      "*/ int broken; /*",
      "\\u002a\\u002f \\u000a int broken;",
      "a \"quoted\" text, a 'single' one, and a back\\slash \\",
      "line one\nline two\r\n\tline three",
      "<b>not html</b> & {@link #nothing} @param x @deprecated",
      "// */ \0 \u001b[31m ?" + "?/ #define X",
      "größer, 数据, \uD83D\uDE00, \u202e reversed, \u2028 broken, \uD800 alone",
      "%s %n %d $L $$ ${x}",
      "ends with a star *",
      "/ begins with a slash",
      "");

  private final Random random;

  RandomNames(Random random) {
    this.random = random;
  }

  /** A name that no sibling has, also not when it is written in camel case or in capitals. */
  String identifier(Siblings siblings) {
    while (true) {
      String name = random.nextInt(3) == 0 ? TRAPS.get(random.nextInt(TRAPS.size())) : word();
      if (ReservedWords.languageOf(name).isEmpty() && siblings.add(name)) {
        return name;
      }
    }
  }

  private String word() {
    StringBuilder name = new StringBuilder(random.nextInt(8) == 0 ? "_" : "");
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      name.append(i > 0 ? "_" : "").append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    if (random.nextInt(4) == 0) {
      name.append(random.nextInt(100));
    }
    return name.toString();
  }

  /** The name of a label: any identifier, keywords too. */
  String label(Set<String> taken) {
    while (true) {
      String name = random.nextInt(6) == 0
          ? List.of("int", "default", "true", "null").get(random.nextInt(4))
          : identifier(new Siblings());
      if (taken.add(name)) {
        return name;
      }
    }
  }

  /** A description. */
  String text() {
    return random.nextBoolean() ? "" : TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** Names side by side. */
  static final class Siblings {
    private final Set<String> taken = new HashSet<>();

    boolean add(String name) {
      String camel = "camel " + camelCase(name);
      String capitals = "capitals " + name.toUpperCase(Locale.ROOT);
      return !taken.contains(camel)
          && !taken.contains(capitals)
          && taken.add(camel)
          && taken.add(capitals);
    }

    private static String camelCase(String name) {
      StringBuilder camel = new StringBuilder();
      for (String part : name.split("_")) {
        camel.append(
            camel.length() == 0 || part.isEmpty()
                ? part
                : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
      }
      // with or without underscores at its ends is another name in Java, but too close to tell
      // apart in a message
      return camel.toString();
    }
  }
}
