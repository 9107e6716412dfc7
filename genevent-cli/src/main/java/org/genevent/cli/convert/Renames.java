package org.genevent.cli.convert;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.genevent.model.Field;

/** Names that a format cannot have, and what stands in their place. */
final class Renames {

  private final Losses losses;
  private final Map<Field, String> originals = new IdentityHashMap<>();

  Renames(Losses losses) {
    this.losses = losses;
  }

  /** Names of one structure, facility or trace, of which no two may be equal. */
  final class Scope {
    private final String where;
    private final Set<String> taken = new HashSet<>();

    Scope(String where) {
      this.where = where;
    }

    /** The name, or one like it that can be had. */
    String take(String name) {
      String legal = name.replaceAll("[^A-Za-z0-9_]", "_");
      legal = legal.isEmpty() || Character.isDigit(legal.charAt(0)) ? "_" + legal : legal;
      String free = legal;
      for (int i = 2; !taken.add(free); i++) {
        free = legal + "_" + i;
      }
      if (!free.equals(name)) {
        losses.add("the name '" + name + "'" + where + ", which becomes '" + free + "'");
      }
      return free;
    }
  }

  /** A field stands for values of another name. */
  Field named(Field field, String original) {
    if (!field.name().equals(original)) {
      originals.put(field, original);
    }
    return field;
  }

  /** The name that a reader gives the values of a field. */
  String original(Field field) {
    return originals.getOrDefault(field, field.name());
  }
}
