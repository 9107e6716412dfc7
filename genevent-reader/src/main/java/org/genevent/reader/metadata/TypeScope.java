package org.genevent.reader.metadata;

import java.util.HashMap;
import java.util.Map;
import org.genevent.model.trace.WireClass;

/** The names of types that are known at a place; inner scopes see the outer ones. */
final class TypeScope {

  private final TypeScope outer;
  private final Map<String, Object> names = new HashMap<>();

  TypeScope(TypeScope outer) {
    this.outer = outer;
  }

  /** Defines a name: of an alias as it is, of a structure {@code struct x}, and so on. */
  void define(String name, Object type) {
    names.put(name, type);
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

  WireClass findClass(String name) {
    return find(name) instanceof WireClass found ? found : null;
  }
}
