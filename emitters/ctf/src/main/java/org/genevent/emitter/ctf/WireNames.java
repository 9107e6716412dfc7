package org.genevent.emitter.ctf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genevent.model.Field;

/**
 * The names of members beside each other in metadata.
 *
 * <p>A field has an underscore in front of its name, as LTTng writes it, so that no field is a word of TSDL; viewers drop
 * one underscore. The length of a sequence is {@code __NAME_length}, the tag of a variant or optional {@code __NAME_tag},
 * with a number behind it where a field has that name already. babeltrace2 2.0 also refuses a field whose whole name is
 * that of an earlier one without its first underscore, so such names are avoided too.
 */
final class WireNames {

  private final Set<String> taken = new HashSet<>();

  WireNames(List<Field> siblings) {
    for (Field sibling : siblings) {
      taken.add(sibling.name());
      taken.add(member(sibling.name()));
    }
  }

  /** The name of a field. */
  static String member(String name) {
    String underscored = "_" + name;
    return TsdlText.isKeyword(underscored) ? name : underscored;
  }

  /** The name of an option, which is also the label that chooses it. */
  static String option(String name) {
    return TsdlText.isKeyword(name) || name.startsWith("_") ? "_" + name : name;
  }

  /** A name for what a field needs in front of it. */
  String helper(String name, String suffix) {
    String base = "__" + name + "_" + suffix;
    String helper = base;
    for (int number = 2; taken.contains(helper) || taken.contains(helper.substring(1)); number++) {
      helper = base + number;
    }
    taken.add(helper);
    taken.add(helper.substring(1));
    return helper;
  }
}
