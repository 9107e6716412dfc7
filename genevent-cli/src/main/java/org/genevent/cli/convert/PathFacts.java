package org.genevent.cli.convert;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;

/**
 * What CTF 1.8 has no words for, as facts about the trace: {@code genevent_description_N}, {@code genevent_type_N} and {@code
 * genevent_ctf2_N}, each the path of what it is about, a space, and the text. Paths are {@code facility}, {@code facility:event}, {@code
 * facility:event.field}, with more names behind more points in structures, and {@code facility:event.field=label}; {@link TracePaths} has more.
 */
final class PathFacts {

  /** What is told of things. */
  enum Kind {
    /** Descriptions for people. */
    DESCRIPTION("genevent_description_"),
    /** Types of C of numbers, and of the elements of lists. */
    TYPE("genevent_type_"),
    /** What CTF 2 says of things beside descriptions. */
    SECOND("genevent_ctf2_");

    private final String name;

    Kind(String name) {
      this.name = name;
    }
  }

  /** What follows the path of a list when it is about the number in front of its elements. */
  static final String LENGTH = "#length";

  private final Map<Kind, Map<String, String>> texts = new EnumMap<>(Kind.class);
  private final Set<String> used = new HashSet<>();
  private final DataModel model;

  /** None. */
  PathFacts() {
    this(Map.of(), null);
  }

  /**
   * Those that a trace has.
   *
   * @param environment the facts about it
   * @param model the sizes of types in the new trace
   */
  PathFacts(Map<String, Object> environment, DataModel model) {
    this.model = model;
    for (Kind kind : Kind.values()) {
      texts.put(kind, new LinkedHashMap<>());
    }
    environment.forEach((name, value) -> texts.forEach((kind, ofKind) -> {
      int end = name.startsWith(kind.name) && value instanceof String text ? text.indexOf(' ') : -1;
      if (end > 0) {
        ofKind.put(((String) value).substring(0, end), ((String) value).substring(end + 1));
      }
    }));
  }

  /** Takes a text of something; false if its path cannot be told from the text, or is another's. */
  boolean put(Kind kind, String path, String text) {
    return path.indexOf(' ') < 0
        && path.indexOf(0) < 0
        && text.indexOf(0) < 0
        && text.equals(texts.get(kind).computeIfAbsent(path, key -> text));
  }

  /** The description of something; empty if there is none. */
  String description(String path) {
    used.add(Kind.DESCRIPTION.name + path);
    return texts.get(Kind.DESCRIPTION).getOrDefault(path, "");
  }

  /** The type of C of a number of this size; empty if there is none, or it has another size in the new trace. */
  Optional<CType> type(String path, int sizeBytes) {
    String word = texts.get(Kind.TYPE).get(path);
    for (CType type : CType.values()) {
      if (TargetIntegers.word(type).equals(word) && model.sizeBytes(type) == sizeBytes) {
        used.add(Kind.TYPE.name + path);
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** What CTF 2 says of something; empty if it says nothing. */
  Optional<String> second(String path) {
    used.add(Kind.SECOND.name + path);
    return Optional.ofNullable(texts.get(Kind.SECOND).get(path));
  }

  /** What CTF 2 says of something, without asking for it. */
  String peek(String path) {
    return texts.get(Kind.SECOND).getOrDefault(path, "");
  }

  /** The paths of all that CTF 2 says. */
  Set<String> seconds() {
    return texts.get(Kind.SECOND).keySet();
  }

  /** Whether a fact about the trace is such a text, and was asked for. */
  boolean isUsed(String name, Object value) {
    for (Kind kind : Kind.values()) {
      if (name.startsWith(kind.name)
          && value instanceof String text
          && text.indexOf(' ') > 0
          && used.contains(kind.name + text.substring(0, text.indexOf(' ')))) {
        return true;
      }
    }
    return false;
  }

  /** What is lost with a fact about the trace that is a type which nobody asked for; else empty. */
  static Optional<String> lostType(String name, Object value) {
    int end =
        name.startsWith(Kind.TYPE.name) && value instanceof String text ? text.indexOf(' ') : -1;
    return end < 0
        ? Optional.empty()
        : Optional.of("that " + ((String) value).substring(0, end) + " is of the type "
            + ((String) value).substring(end + 1)
            + " of C, which has another size in the new trace");
  }

  /** Adds them to the facts of a trace, behind those that it has. */
  void addTo(Map<String, Object> environment) {
    Set<Object> known = new HashSet<>(environment.values());
    texts.forEach((kind, ofKind) -> {
      int number = 0;
      for (Map.Entry<String, String> text : ofKind.entrySet()) {
        String fact = text.getKey() + " " + text.getValue();
        if (known.add(fact)) {
          while (environment.containsKey(kind.name + number)) {
            number++;
          }
          environment.put(kind.name + number, fact);
        }
      }
    });
  }
}
