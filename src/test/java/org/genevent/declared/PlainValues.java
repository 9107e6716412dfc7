package org.genevent.declared;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.proof.BabeltraceText.Label;

/**
 * What babeltrace2 shows, in the form that our reader has: without lengths and tags, null for what is absent, labels as
 * text, an option of a variant under its name.
 */
final class PlainValues {

  private static final String LENGTH = "_length";
  private static final String TAG = "_tag";

  private PlainValues() {}

  static Object of(Object shown) {
    if (shown instanceof Map<?, ?> members) {
      return members(members);
    } else if (shown instanceof List<?> elements) {
      return elements.stream()
          .collect(ArrayList::new, (all, e) -> all.add(element(e)), List::addAll);
    } else if (shown instanceof Label label) {
      return label.label().isEmpty() ? (Object) label.value() : label.label();
    }
    return shown;
  }

  private static Map<String, Object> members(Map<?, ?> shown) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Iterator<? extends Map.Entry<?, ?>> i = shown.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<?, ?> member = i.next();
      String name = (String) member.getKey();
      if (name.startsWith("_") && name.endsWith(TAG)) {
        Map.Entry<?, ?> chosen = i.next();
        plain.put((String) chosen.getKey(), chosen((Label) member.getValue(), chosen.getValue()));
      } else if (!name.startsWith("_") || !name.endsWith(LENGTH)) {
        plain.put(name, of(member.getValue()));
      }
    }
    return plain;
  }

  private static Object chosen(Label tag, Object value) {
    return switch (tag.label()) {
      case "absent" -> null;
      case "present" -> element(value);
      default -> Map.of(tag.label(), of(value));
    };
  }

  /** An element or optional value that has a length or a tag stands in a structure together with it. */
  private static Object element(Object shown) {
    boolean wrapped = shown instanceof Map<?, ?> members
        && members.size() == 2
        && (members.containsKey("_value" + LENGTH) || members.containsKey("_value" + TAG));
    Object plain = of(shown);
    return wrapped ? ((Map<?, ?>) plain).get("value") : plain;
  }
}
