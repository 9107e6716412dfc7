package org.genevent.reader.stats;

/**
 * Packets that are missing in a stream, by their numbers.
 *
 * @param firstSequence the number of the first one that is missing
 * @param lastSequence the number of the last one
 * @param beforeByte where in the file the packet begins that comes after them
 */
public record Gap(long firstSequence, long lastSequence, long beforeByte) {

  /**
   * How many packets are missing.
   *
   * @return packets
   */
  public long packets() {
    return lastSequence - firstSequence + 1;
  }
}
