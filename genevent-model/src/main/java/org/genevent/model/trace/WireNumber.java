package org.genevent.model.trace;

import java.util.Optional;
import java.util.Set;
import org.genevent.model.DisplayBase;

/** An integer, whatever its bits are. */
public sealed interface WireNumber extends WireClass permits WireInteger, WireVariableInteger {

  /**
   * Whether it can be negative.
   *
   * @return true for a two's complement number
   */
  boolean signed();

  /**
   * How viewers show it.
   *
   * @return the base
   */
  DisplayBase base();

  /**
   * The clock whose value it updates.
   *
   * @return the name by which the clock is referred to, if any
   */
  Optional<String> clock();

  /**
   * The parts that it has in the structure of packets and events.
   *
   * @return the roles; mostly none
   */
  Set<FieldRole> roles();
}
