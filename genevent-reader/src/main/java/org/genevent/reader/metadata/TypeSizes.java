package org.genevent.reader.metadata;

import java.util.IdentityHashMap;
import java.util.Map;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/**
 * How large types are when all that they refer to by name is written out: a short text can make one of 2^60 fields, or one
 * that is nested a million levels deep.
 */
public final class TypeSizes {

  /** The deepest nesting of types. */
  public static final int MAX_DEPTH = 64;

  /** The most fields of one type. */
  public static final int MAX_FIELDS = 100_000;

  private static final Size SIMPLE = new Size(1, 1);

  private final Map<Object, Size> known = new IdentityHashMap<>();

  private record Size(int depth, int fields) {
    Size with(Size inner) {
      return new Size(
          Math.max(depth, inner.depth + 1), Math.min(MAX_FIELDS + 1, fields + inner.fields));
    }

    String excess() {
      if (depth > MAX_DEPTH) {
        return "types are nested deeper than " + MAX_DEPTH + " levels";
      }
      return fields > MAX_FIELDS ? "a type has more than " + MAX_FIELDS + " fields" : "";
    }
  }

  /** Makes an empty table. */
  public TypeSizes() {}

  /**
   * Takes a type whose parts were taken before.
   *
   * @param type the type
   * @return what is too large about it; empty if nothing is
   */
  public String add(WireClass type) {
    Size size = SIMPLE;
    if (type instanceof WireStructure structure) {
      for (var member : structure.members()) {
        size = size.with(of(member.wireClass()));
      }
    } else if (type instanceof WireVariant variant) {
      for (var option : variant.options()) {
        size = size.with(of(option.wireClass()));
      }
    } else if (type instanceof WireChoice choice) {
      for (var option : choice.options()) {
        size = size.with(of(option.wireClass()));
      }
    } else if (type instanceof WireOptional optional) {
      size = size.with(of(optional.content()));
    } else if (type instanceof WireArray array) {
      size = size.with(of(array.element()));
    } else if (type instanceof WireSequence sequence) {
      size = size.with(of(sequence.element()));
    } else {
      return "";
    }
    known.put(type, size);
    return size.excess();
  }

  private Size of(WireClass type) {
    return known.getOrDefault(type, SIMPLE);
  }
}
