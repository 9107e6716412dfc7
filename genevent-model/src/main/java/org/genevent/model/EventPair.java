package org.genevent.model;

import java.util.List;
import java.util.Objects;
import org.genevent.diagnostic.Origin;

/**
 * Two events that belong together: one begins something, the other ends it.
 *
 * @param name what begins and ends, unique within the facility
 * @param beginEvent the name of the event that begins it
 * @param endEvent the name of the event that ends it
 * @param matchFields the names of fields, in both events, whose values tell which end belongs to which begin; empty: the
 *     thread tells
 * @param origin where the pair was declared
 */
public record EventPair(
    String name, String beginEvent, String endEvent, List<String> matchFields, Origin origin) {
  /** Copies the list. */
  public EventPair {
    Objects.requireNonNull(name);
    Objects.requireNonNull(beginEvent);
    Objects.requireNonNull(endEvent);
    matchFields = List.copyOf(matchFields);
    Objects.requireNonNull(origin);
  }
}
