package org.genevent.reader.ltt;

import java.util.List;

/** The traced architectures, whose names are part of file names. Source: the trace format reference, section 3. */
final class ArchType {

  private static final List<String> NAMES =
      List.of("i386", "ppc", "sh", "s390", "mips", "arm", "ppc64", "x86_64", "c2", "powerpc");

  private ArchType() {}

  /** The name of an architecture, or its number if it has none. */
  static String name(int archType) {
    return archType >= 1 && archType <= NAMES.size()
        ? NAMES.get(archType - 1)
        : Integer.toUnsignedString(archType);
  }
}
