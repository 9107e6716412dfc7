package org.genevent.reader.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.model.trace.WireClass;

/** The names of types that are known at a place; inner scopes see the outer ones. */
final class TypeScope {

  private final TypeScope outer;
  private final Map<String, Object> names = new LinkedHashMap<>();

  TypeScope(TypeScope outer) {
    this.outer = outer;
  }

  /** Defines a name: of an alias as it is, of a structure {@code struct x}, and so on. */
  void define(String name, Object type) {
    names.put(name, type);
  }

  /** How many names are defined here, not further out. */
  int size() {
    return names.size();
  }

  boolean definesHere(String name) {
    return names.containsKey(name);
  }

  /** A type, or a variant that still lacks its tag; null if the name is unknown. */
  Object find(String name) {
    for (TypeScope scope = this; scope != null; scope = scope.outer) {
      Object found = scope.names.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** All names that are known here, the innermost first. */
  List<String> names() {
    List<String> known = new ArrayList<>();
    for (TypeScope scope = this; scope != null; scope = scope.outer) {
      known.addAll(scope.names.keySet());
    }
    return known;
  }

  WireClass findClass(String name) {
    return find(name) instanceof WireClass found ? found : null;
  }
}
