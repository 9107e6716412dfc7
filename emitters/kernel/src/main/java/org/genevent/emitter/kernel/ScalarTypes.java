package org.genevent.emitter.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the number types whose sizes C leaves open. */
final class ScalarTypes {

  private final Map<String, Integer> sizes;
  private final Set<String> seenTags = new HashSet<>();

  /**
   * Collects into a map.
   *
   * @param sizes takes the types with their planned sizes
   */
  ScalarTypes(Map<String, Integer> sizes) {
    this.sizes = sizes;
  }

  void add(CForm form) {
    if (form instanceof CForm.Scalar scalar) {
      if (!scalar.type().matches("u?int[0-9]+_t")) {
        sizes.put(scalar.type(), scalar.sizeBytes());
      }
    } else if (form instanceof CForm.Array array) {
      add(array.element());
    } else if (form instanceof CForm.Sequence sequence && seenTags.add(sequence.tag())) {
      add(sequence.element());
    } else if (form instanceof CForm.Structure structure && seenTags.add(structure.tag())) {
      members(structure.members());
    } else if (form instanceof CForm.Union union && seenTags.add(union.tag())) {
      members(union.members());
    } else if (form instanceof CForm.Variant variant && seenTags.add(variant.tag())) {
      members(variant.options());
    } else if (form instanceof CForm.Maybe maybe) {
      add(maybe.value());
    }
  }

  private void members(List<CForm.Member> members) {
    members.forEach(member -> add(member.form()));
  }
}
