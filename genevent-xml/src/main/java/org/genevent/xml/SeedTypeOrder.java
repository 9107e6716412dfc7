package org.genevent.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genevent.check.Limits;

/** Puts types before their first use: in the seed dialect they may stand anywhere. */
final class SeedTypeOrder {

  private final Map<String, XmlElement> types = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<XmlElement> ordered = new ArrayList<>();

  private SeedTypeOrder() {}

  /** The children of a facility, each type before the others that refer to it, and all types before events. */
  static List<XmlElement> definedFirst(List<XmlElement> children) {
    SeedTypeOrder order = new SeedTypeOrder();
    List<XmlElement> others = new ArrayList<>();
    List<XmlElement> again = new ArrayList<>();
    for (XmlElement child : children) {
      if (!child.name().equals("type")) {
        others.add(child);
      } else if (order.types.putIfAbsent(name(child), child) != null) {
        again.add(child);
      }
    }
    order.types.keySet().forEach(name -> order.visit(name, 0));
    List<XmlElement> all = new ArrayList<>(children.size());
    others.stream().filter(child -> child.name().equals("description")).forEach(all::add);
    all.addAll(order.ordered);
    all.addAll(again);
    others.stream().filter(child -> !child.name().equals("description")).forEach(all::add);
    return all;
  }

  private static String name(XmlElement element) {
    return element.attribute("name").map(XmlElement.Attribute::value).orElse("");
  }

  private void visit(String name, int depth) {
    XmlElement type = types.get(name);
    // longer chains are nested too deep anyway; what is then out of order is reported as such
    if (type == null || depth > Limits.NESTING || !seen.add(name)) {
      return;
    }
    references(type, depth);
    ordered.add(type);
  }

  private void references(XmlElement element, int depth) {
    for (XmlElement child : element.children()) {
      if (child.name().equals("typeref")) {
        visit(name(child), depth + 1);
      } else {
        references(child, depth);
      }
    }
  }
}
