package org.genevent.xml;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;

/**
 * Reads facility files. Nothing that stands in a file, and no file that is missing, makes it throw: everything wrong
 * becomes a finding with line and column. Stateless; safe for use by several threads.
 */
public final class FacilityReader {

  private FacilityReader() {}

  /**
   * Reads a facility file of at most 8 MiB; its dialect is recognised.
   *
   * @param file the file
   * @param findings takes everything that is wrong with it
   * @return the facility, or empty if nothing of it could be made out; if there are errors among the findings, it is
   *     incomplete and good for further checks only
   */
  public static Optional<Facility> read(Path file, Findings findings) {
    return read(file, ReadOptions.DEFAULT, findings);
  }

  /**
   * Reads a facility file of at most 8 MiB.
   *
   * @param file the file
   * @param options the dialect, and how strict to be
   * @param findings takes everything that is wrong with it
   * @return the facility, as far as it could be made out
   */
  public static Optional<Facility> read(Path file, ReadOptions options, Findings findings) {
    return FacilityFile.read(file, options, findings).map(FacilityFile::facility);
  }

  /**
   * Reads a facility from bytes, as {@link #read(Path, Findings)} does.
   *
   * @param name what findings call the file
   * @param bytes the content of the file
   * @param findings takes everything that is wrong with it
   * @return the facility, as far as it could be made out
   */
  public static Optional<Facility> read(String name, byte[] bytes, Findings findings) {
    return read(name, bytes, ReadOptions.DEFAULT, findings);
  }

  /**
   * Reads a facility from bytes, as {@link #read(Path, ReadOptions, Findings)} does.
   *
   * @param name what findings call the file
   * @param bytes the content of the file
   * @param options the dialect, and how strict to be
   * @param findings takes everything that is wrong with it
   * @return the facility, as far as it could be made out
   */
  public static Optional<Facility> read(
      String name, byte[] bytes, ReadOptions options, Findings findings) {
    return FacilityFile.read(name, bytes, options, findings).map(FacilityFile::facility);
  }

  /**
   * Reads all facilities of a file to which others were appended, as the tools of the original did to the descriptors of a
   * trace.
   *
   * @param name what findings call the file
   * @param bytes the content of the file
   * @param options the dialect, and how strict to be
   * @param findings takes everything that is wrong with it, and that there are several
   * @return the facilities in the order of the file, as far as they could be made out
   */
  public static List<Facility> readAll(
      String name, byte[] bytes, ReadOptions options, Findings findings) {
    return FacilityFile.readAll(name, bytes, options, findings).stream()
        .map(FacilityFile::facility)
        .toList();
  }
}
