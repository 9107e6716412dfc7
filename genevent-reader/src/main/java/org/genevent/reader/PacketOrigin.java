package org.genevent.reader;

import java.util.Objects;
import java.util.OptionalLong;
import org.genevent.model.trace.DataStreamClass;

/**
 * The data stream that a packet is of.
 *
 * @param streamClass its class
 * @param streamNumber its number among those of its class, if the packet's header says one
 */
public record PacketOrigin(DataStreamClass streamClass, OptionalLong streamNumber) {
  /** Checks that all parts are there. */
  public PacketOrigin {
    Objects.requireNonNull(streamClass);
    Objects.requireNonNull(streamNumber);
  }
}
