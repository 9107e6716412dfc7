package org.genevent.emitter.ltt;

import java.util.List;
import java.util.Optional;
import org.genevent.model.Facility;

/** A version of the trace format, with what its readers took. */
enum LttVersion {
  /** Read by LTTV 0.8.6 to 0.8.79, and by later ones where no state dump of 2006 is in it. */
  V0_7("0.7", CoreFacility.of2006()),
  /** Read by LTTV 0.8.80 to 0.8.84. */
  V0_8("0.8", CoreFacility.of2007());

  private final String word;
  private final Facility core;

  LttVersion(String word, Facility core) {
    this.word = word;
    this.core = core;
  }

  static Optional<LttVersion> named(String word) {
    return List.of(values()).stream()
        .filter(version -> version.word.equals(word))
        .findFirst();
  }

  String word() {
    return word;
  }

  /** The facility with the id 0. */
  Facility core() {
    return core;
  }

  /** Whether readers know negative values of labels, and a checksum that a format does not change. */
  boolean isOfMid2007() {
    return this == V0_8;
  }
}
