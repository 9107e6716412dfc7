package org.genevent.cli.convert;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.SequenceFieldClass;

/** What stands in the place of names and classes that a format cannot have. */
final class Renames {

  private final Losses losses;
  private final Map<Field, String> originals = new IdentityHashMap<>();
  private final Map<FieldClass, Boolean> noneOrOne = new IdentityHashMap<>();
  private final Map<FieldClass, Boolean> emptyForNone = new IdentityHashMap<>();

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
      return said(name, kept(name));
    }

    /** The name, or one like it; the name itself is kept in another place. */
    String kept(String name) {
      String legal = name.replaceAll("[^A-Za-z0-9_]", "_");
      return unique(legal.isEmpty() || Character.isDigit(legal.charAt(0)) ? "_" + legal : legal);
    }

    /** The name, which may be any text, or one that no other has. */
    String free(String name) {
      return said(name, unique(name));
    }

    private String unique(String name) {
      String free = name;
      for (int i = 2; !taken.add(free); i++) {
        free = name + "_" + i;
      }
      return free;
    }

    private String said(String name, String free) {
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

  /** A list that holds a value if there is one, for formats without optional values. */
  SequenceFieldClass noneOrOne(FieldClass element) {
    SequenceFieldClass list =
        new SequenceFieldClass(IntegerFieldClass.fixed(1, false), element, false);
    noneOrOne.put(list, true);
    return list;
  }

  /** Whether a class is such a list. */
  boolean isNoneOrOne(FieldClass fieldClass) {
    return noneOrOne.containsKey(fieldClass);
  }

  /** A class whose values are empty if there is none; one object is for one field. */
  FieldClass emptyForNone(FieldClass fieldClass) {
    emptyForNone.put(fieldClass, true);
    return fieldClass;
  }

  /** Whether a class has an empty value where there is none. */
  boolean isEmptyForNone(FieldClass fieldClass) {
    return emptyForNone.containsKey(fieldClass);
  }

  /** The name that a reader gives the values of a field. */
  String original(Field field) {
    return originals.getOrDefault(field, field.name());
  }
}
