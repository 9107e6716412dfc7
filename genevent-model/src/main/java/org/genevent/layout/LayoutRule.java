package org.genevent.layout;

import java.util.Locale;
import java.util.Optional;
import org.genevent.model.Facility;

/** What decides where the item after a string or sequence lies. */
public enum LayoutRule {
  /** Each item is aligned by its own rule from wherever the one before it ended; the rule of CTF traces. */
  NATURAL,
  /** Strings and sequences end padded to the word, as the original wrote them; the rule of LTT traces. */
  LTT;

  /**
   * The name in options.
   *
   * @return the name in lower case
   */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The rule of a facility.
   *
   * @param facility the facility
   * @param otherwise the rule of facilities that leave it to the run
   * @return the facility's own, if it has one
   */
  public static LayoutRule of(Facility facility, LayoutRule otherwise) {
    return facility.layout().flatMap(LayoutRule::named).orElse(otherwise);
  }

  /**
   * The rule of a name.
   *
   * @param name the name in any case
   * @return the rule, or empty when there is none of that name
   */
  public static Optional<LayoutRule> named(String name) {
    for (LayoutRule rule : values()) {
      if (rule.name().equalsIgnoreCase(name)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
