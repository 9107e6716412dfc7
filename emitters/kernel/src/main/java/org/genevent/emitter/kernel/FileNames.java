package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that the headers of a facility have at file scope.
 *
 * <p>C has two spaces of them: functions, variables, enumeration constants and macros in one, the tags of structures,
 * unions and enumerations in the other. Names that the user relies on are what they are; names of types without a name of
 * their own give way.
 */
final class FileNames {

  private final Map<String, String> ordinary = new LinkedHashMap<>();
  private final Set<String> tags = new LinkedHashSet<>();
  private final List<String> twice = new ArrayList<>();

  /**
   * A name that users write.
   *
   * @param name the name
   * @param owner what it belongs to, for messages
   */
  void promise(String name, String owner) {
    String other = ordinary.putIfAbsent(name, owner);
    if (other != null) {
      twice.add(other + " and " + owner + " both become '" + name + "' in C");
    }
  }

  /** A function that only the header itself calls. */
  String internal(String wanted, String owner) {
    String name = wanted;
    for (int number = 2; ordinary.containsKey(name); number++) {
      name = wanted + "_" + number;
    }
    ordinary.put(name, owner);
    return name;
  }

  /** The tag of a type. */
  String tag(String wanted) {
    return tag(wanted, List.of(), "");
  }

  /**
   * The tag of an enumeration, whose constants have it, in capitals, in front of their own names.
   *
   * @param wanted the tag
   * @param labels the constants
   * @param owner what they belong to, for messages
   */
  String tag(String wanted, List<String> labels, String owner) {
    String tag = wanted;
    for (int number = 2; !isFree(tag, labels); number++) {
      tag = wanted + "_" + number;
    }
    tags.add(tag);
    for (String label : labels) {
      ordinary.put(constant(tag, label), owner);
    }
    return tag;
  }

  private boolean isFree(String tag, List<String> labels) {
    if (tags.contains(tag)) {
      return false;
    }
    for (String label : labels) {
      if (ordinary.containsKey(constant(tag, label))) {
        return false;
      }
    }
    return true;
  }

  /** An enumeration constant. */
  static String constant(String tag, String label) {
    return CPrefix.upper(tag) + "_" + label;
  }

  /** The clashes among names that users write: what clashes, and where. */
  List<String> clashes() {
    return Collections.unmodifiableList(twice);
  }

  /** All names: a key that tells the spaces apart, and the name as it is spelt. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    ordinary.keySet().forEach(name -> all.put("name " + name, name));
    tags.forEach(name -> all.put("tag " + name, name));
    return all;
  }
}
