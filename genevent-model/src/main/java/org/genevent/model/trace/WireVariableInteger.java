package org.genevent.model.trace;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.DisplayBase;

/**
 * An integer of as many bytes as it needs, seven bits in each (LEB128). Source: CTF2-SPEC-2.0, "Variable-length integer".
 *
 * @param signed whether it is a two's complement number
 * @param base how viewers show it
 * @param clock the clock whose value it updates, if any
 * @param roles the parts that it has in the structure of packets and events
 */
public record WireVariableInteger(
    boolean signed, DisplayBase base, Optional<String> clock, Set<FieldRole> roles)
    implements WireNumber {
  /** Copies the set. */
  public WireVariableInteger {
    Objects.requireNonNull(base);
    Objects.requireNonNull(clock);
    roles = Set.copyOf(roles);
  }

  @Override
  public int alignmentBits() {
    return 8;
  }
}
