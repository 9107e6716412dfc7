package org.genevent.reader;

import java.util.Objects;
import java.util.Optional;
import org.genevent.model.Facility;

/**
 * A facility as an LTT trace announces it: programs of 32 bits on a kernel of 64 have other sizes than the kernel.
 *
 * @param id its number in event headers, 0 to 255; 0 is the core
 * @param name its name
 * @param checksum its checksum
 * @param intBytes the size of {@code int}
 * @param longBytes the size of {@code long}
 * @param pointerBytes the size of a pointer
 * @param sizeTBytes the size of {@code size_t}
 * @param alignmentBytes what its items are aligned to at most; 0 for packed
 * @param facility what the trace's facility files say of it; empty if they do not describe it
 */
public record LttFacility(
    int id,
    String name,
    int checksum,
    int intBytes,
    int longBytes,
    int pointerBytes,
    int sizeTBytes,
    int alignmentBytes,
    Optional<Facility> facility) {
  /** The facility by which our own runtime tells of packets and losses, as LTT has no place for them. */
  private static final String NOTES = "genevent";

  /** Checks that all parts are there. */
  public LttFacility {
    Objects.requireNonNull(name);
    Objects.requireNonNull(facility);
  }

  /**
   * Whether it tells of the trace itself: the core, which announces the others, and {@code genevent}, by which sessions tell
   * of packets and losses.
   *
   * @return false for what the traced program declared
   */
  public boolean isAboutTrace() {
    return id == 0 || name.equals(NOTES);
  }
}
