package org.genevent.model.trace;

import java.util.List;
import java.util.Objects;

/**
 * Where the field lies that tells a length or chooses an option. It is read before the field that refers to it.
 *
 * <p>A path goes down through structures by the names of their members. Through arrays it goes into the element that is
 * being read, through an optional into what is there, and through a variant into the option that was chosen.
 */
public sealed interface WireLocation {

  /**
   * The names on the way down.
   *
   * @return at least one
   */
  List<String> names();

  /**
   * A path from the beginning of a scope.
   *
   * @param scope the scope
   * @param names the names on the way down
   */
  record InScope(Scope scope, List<String> names) implements WireLocation {
    /** Copies the list. */
    public InScope {
      Objects.requireNonNull(scope);
      names = checked(names);
    }
  }

  /**
   * A path from the structure that holds the referring field, or from one around it. So CTF 2 refers to fields nearby.
   *
   * @param levelsUp how many structures to leave first
   * @param names the names on the way down
   */
  record Relative(int levelsUp, List<String> names) implements WireLocation {
    /** Copies the list. */
    public Relative {
      if (levelsUp < 0) {
        throw new IllegalArgumentException("a path goes up: levelsUp=" + levelsUp);
      }
      names = checked(names);
    }
  }

  /**
   * A path from the innermost place where it leads to something: from the structures around the referring field, from the
   * inside out, then from the scopes that were read before. So CTF 1.8 refers to fields.
   *
   * @param names the names on the way down
   */
  record Nearest(List<String> names) implements WireLocation {
    /** Copies the list. */
    public Nearest {
      names = checked(names);
    }
  }

  /**
   * The member that stands beside the referring field, in front of it.
   *
   * @param name its name
   * @return the location
   */
  static WireLocation beside(String name) {
    return new Nearest(List.of(name));
  }

  private static List<String> checked(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one name");
    }
    return List.copyOf(names);
  }
}
