package org.genevent.xml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The element names of the dialect. */
final class Words {

  /** What may stand inside a facility. */
  static final List<String> IN_FACILITY =
      List.of("description", "type", "context", "event", "pair");

  /** The elements that are types. */
  static final List<String> TYPES = types();

  private static final Set<String> TYPE_SET = Set.copyOf(TYPES);

  /** What may stand inside a field or an option. */
  static final List<String> IN_FIELD = inField();

  /** All elements. */
  static final Set<String> ELEMENTS = elements();

  /** What people write who know other languages. */
  private static final Map<String, String> FOREIGN = Map.ofEntries(
      Map.entry("byte", "<int_fixed size=\"1\"/>"),
      Map.entry("int8", "<int_fixed size=\"1\"/>"),
      Map.entry("int8_t", "<int_fixed size=\"1\"/>"),
      Map.entry("int16", "<int_fixed size=\"2\"/>"),
      Map.entry("int16_t", "<int_fixed size=\"2\"/>"),
      Map.entry("int32", "<int_fixed size=\"4\"/>"),
      Map.entry("int32_t", "<int_fixed size=\"4\"/>"),
      Map.entry("int64", "<int_fixed size=\"8\"/>"),
      Map.entry("int64_t", "<int_fixed size=\"8\"/>"),
      Map.entry("uint8", "<uint_fixed size=\"1\"/>"),
      Map.entry("uint8_t", "<uint_fixed size=\"1\"/>"),
      Map.entry("uint16", "<uint_fixed size=\"2\"/>"),
      Map.entry("uint16_t", "<uint_fixed size=\"2\"/>"),
      Map.entry("uint32", "<uint_fixed size=\"4\"/>"),
      Map.entry("uint32_t", "<uint_fixed size=\"4\"/>"),
      Map.entry("uint64", "<uint_fixed size=\"8\"/>"),
      Map.entry("uint64_t", "<uint_fixed size=\"8\"/>"),
      Map.entry("u8", "<uint_fixed size=\"1\"/>"),
      Map.entry("u16", "<uint_fixed size=\"2\"/>"),
      Map.entry("u32", "<uint_fixed size=\"4\"/>"),
      Map.entry("u64", "<uint_fixed size=\"8\"/>"),
      Map.entry("double", "<float size=\"8\"/>"),
      Map.entry("bool", "<boolean/>"),
      Map.entry("text", "<string/>"),
      Map.entry("str", "<string/>"),
      Map.entry("list", "<sequence><uint_fixed size=\"4\"/>…</sequence>"),
      Map.entry("record", "<struct>…</struct>"),
      Map.entry("enumeration", "<enum>…</enum>"));

  private Words() {}

  private static List<String> types() {
    List<String> types = new ArrayList<>(List.of("int_fixed", "uint_fixed"));
    for (IntegerElement element : IntegerElement.values()) {
      types.add(element.word());
    }
    types.addAll(List.of(
        "float",
        "boolean",
        "string",
        "enum",
        "array",
        "sequence",
        "struct",
        "union",
        "variant",
        "optional",
        "typeref"));
    return List.copyOf(types);
  }

  private static List<String> inField() {
    List<String> words = new ArrayList<>(List.of("description"));
    words.addAll(TYPES);
    return List.copyOf(words);
  }

  private static Set<String> elements() {
    Set<String> elements = new LinkedHashSet<>(IN_FACILITY);
    elements.addAll(List.of("facility", "field", "option", "label"));
    elements.addAll(TYPES);
    return elements;
  }

  static boolean isType(String name) {
    return TYPE_SET.contains(name);
  }

  /** What to write for a type of another language, or an empty text. */
  static String typeInstead(String name) {
    String instead = FOREIGN.get(name);
    return instead == null ? "" : "write " + instead;
  }
}
