package org.genevent.plan;

import java.util.Objects;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;

/**
 * An event with everything that emitters need.
 *
 * @param event the event as declared
 * @param id its id within the facility, from 0
 * @param level its level
 * @param channel its channel
 * @param payload its fields, with the duration in front if it has one
 */
public record EventPlan(
    Event event, int id, EventLevel level, String channel, PayloadPlan payload) {
  /** Checks that all parts are there. */
  public EventPlan {
    Objects.requireNonNull(event);
    Objects.requireNonNull(level);
    Objects.requireNonNull(channel);
    Objects.requireNonNull(payload);
  }
}
