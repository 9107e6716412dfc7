package org.genevent.reader.decode;

/**
 * A length or selector that an earlier field holds.
 *
 * @param slot where the value is kept
 * @param guarded whether that field may not have been read, as it lies in an option or in an optional
 */
record SlotReference(int slot, boolean guarded) {

  long get(State state) {
    if (guarded && !state.isKept(slot)) {
      throw DecodeFailure.NOT_READ;
    }
    return state.slots[slot];
  }
}
