package org.genevent.reader.field;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.genevent.model.trace.WireEnumeration;

/**
 * A field as people see it: the same name and form that {@link org.genevent.reader.FieldSink} gets.
 *
 * @param name its name; empty for an element of a list
 * @param kind what its values are
 * @param optional whether it may be absent
 * @param members the members of a structure, the options of a variant, the one element of a list; else nothing
 * @param enumeration the labels of an enumeration
 */
public record VisibleField(
    String name,
    FieldKind kind,
    boolean optional,
    List<VisibleField> members,
    Optional<WireEnumeration> enumeration) {
  /** Copies the list. */
  public VisibleField {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    members = List.copyOf(members);
    Objects.requireNonNull(enumeration);
  }

  static VisibleField plain(String name, FieldKind kind) {
    return new VisibleField(name, kind, false, List.of(), Optional.empty());
  }

  static VisibleField group(String name, FieldKind kind, List<VisibleField> members) {
    return new VisibleField(name, kind, false, members, Optional.empty());
  }

  VisibleField asOptional() {
    return new VisibleField(name, kind, true, members, enumeration);
  }

  VisibleField named(String newName) {
    return new VisibleField(newName, kind, optional, members, enumeration);
  }

  /**
   * A member, an option or an element.
   *
   * @param step its name, or the index of an element
   * @return the field, or empty if there is none; elements of lists are there for every index
   */
  public Optional<VisibleField> at(FieldPath.Step step) {
    if (step.isIndex() != (kind == FieldKind.LIST)) {
      return Optional.empty();
    } else if (step.isIndex()) {
      return Optional.of(members.get(0));
    }
    return members.stream().filter(member -> member.name().equals(step.name())).findFirst();
  }

  /**
   * What a path leads to.
   *
   * @param steps the path from here
   * @return the field, or empty if there is none
   */
  public Optional<VisibleField> at(List<FieldPath.Step> steps) {
    Optional<VisibleField> found = Optional.of(this);
    for (FieldPath.Step step : steps) {
      found = found.flatMap(field -> field.at(step));
    }
    return found;
  }
}
