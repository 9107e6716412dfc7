package org.genevent.runtime;

import java.io.IOException;

/** The file of one stream, in some format: takes packets in their order, the last of them maybe still growing. Used by one thread. */
interface StreamOutput {

  /** The sequence number of the packet that comes next, or that is open. */
  long nextSequence();

  /** The number of discarded events that the file tells. */
  long lastDiscarded();

  /** When the last final packet ended. */
  long lastTimestamp();

  /** How much of the open packet's content is in the file, or 0 if it is not there. */
  int openContentEnd();

  /**
   * Writes what is committed of an open packet.
   *
   * @param packet the packet, its header with the right sizes
   * @param contentEnd where its content ends, in bytes
   */
  void writeOpen(byte[] packet, int contentEnd) throws IOException;

  /**
   * Writes a packet that does not change any more.
   *
   * @param packet the packet
   * @param contentEnd where its content ends, in bytes
   * @param trim whether room that the open packet has and does not need is given back, where the format can
   */
  void writeFinal(byte[] packet, int contentEnd, boolean trim) throws IOException;
}
