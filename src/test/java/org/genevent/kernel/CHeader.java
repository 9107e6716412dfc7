package org.genevent.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a generated header declares, read from its text: types by their tags and functions by their names.
 *
 * @param types members of structures and unions by tag; those of the union in a variant by the tag and {@code .option}
 * @param functions parameters by function
 */
record CHeader(
    Map<String, List<CHeader.Declaration>> types,
    Map<String, List<CHeader.Declaration>> functions) {

  /**
   * A member or a parameter.
   *
   * @param type its type
   * @param name its name
   */
  record Declaration(String type, String name) {}

  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:struct|union) (\\w+) \\{\n((?:\t.*\n)*)\\}");
  private static final Pattern OPTIONS =
      Pattern.compile("\tunion \\{\n((?:\t\t.*\n)*)\t\\} option;\n");
  private static final Pattern FUNCTION =
      Pattern.compile("(?m)^static inline (?:GEV_NO_INSTRUMENT )?\\w+ (\\w+)\\(([^)]*)\\)");
  private static final Pattern DECLARATION = Pattern.compile("(.*?)(\\w+)(?:\\[\\d+\\])?");

  static CHeader read(String text) {
    Map<String, List<Declaration>> types = new LinkedHashMap<>();
    Matcher type = TYPE.matcher(text);
    while (type.find()) {
      String body = type.group(2);
      Matcher options = OPTIONS.matcher(body);
      if (options.find()) {
        types.put(type.group(1) + ".option", members(options.group(1)));
        body = body.substring(0, options.start());
      }
      types.put(type.group(1), members(body));
    }
    Map<String, List<Declaration>> functions = new LinkedHashMap<>();
    Matcher function = FUNCTION.matcher(text);
    while (function.find()) {
      List<Declaration> parameters = new ArrayList<>();
      if (!function.group(2).equals("void")) {
        for (String parameter : function.group(2).split(",")) {
          parameters.add(declaration(parameter));
        }
      }
      functions.put(function.group(1), parameters);
    }
    return new CHeader(types, functions);
  }

  private static List<Declaration> members(String body) {
    List<Declaration> members = new ArrayList<>();
    for (String line : body.split("\n")) {
      if (line.endsWith(";") && !line.strip().startsWith("*")) {
        members.add(declaration(line.substring(0, line.length() - 1)));
      }
    }
    return members;
  }

  private static Declaration declaration(String text) {
    Matcher matcher = DECLARATION.matcher(text.strip().replaceAll("\\s+", " "));
    if (!matcher.matches()) {
      throw new IllegalStateException("not a declaration: " + text);
    }
    return new Declaration(matcher.group(1).strip(), matcher.group(2));
  }

  /** The members of a type such as {@code struct x}. */
  List<Declaration> members(String type, String suffix) {
    String tag = type.substring(type.lastIndexOf(' ') + 1) + suffix;
    List<Declaration> members = types.get(tag);
    if (members == null) {
      throw new IllegalStateException("no type " + tag);
    }
    return members;
  }
}
