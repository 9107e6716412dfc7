package org.genevent.reader.metadata.json;

import java.util.Locale;
import org.genevent.model.trace.FieldRole;

/** How CTF 2 names the roles of fields. */
final class RoleNames {

  private RoleNames() {}

  static String of(FieldRole role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of a name, or null. */
  static FieldRole role(String name) {
    for (FieldRole role : FieldRole.values()) {
      if (of(role).equals(name)) {
        return role;
      }
    }
    return null;
  }
}
