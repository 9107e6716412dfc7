package org.genevent.xml;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.model.Facility;

/**
 * Reads facility files. Nothing that stands in a file, and no file that is missing, makes it throw: everything wrong
 * becomes a finding with line and column. Stateless; safe for use by several threads.
 */
public final class FacilityReader {

  private FacilityReader() {}

  /**
   * Reads a facility file of at most 8 MiB.
   *
   * @param file the file
   * @param findings takes everything that is wrong with it
   * @return the facility, or empty if nothing of it could be made out; if there are errors among the findings, it is
   *     incomplete and good for further checks only
   */
  public static Optional<Facility> read(Path file, Findings findings) {
    return FacilityBytes.read(file, findings)
        .flatMap(bytes -> parse(file.toString(), bytes, findings));
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
    return FacilityBytes.check(bytes, new Place.InFile(name, 0, 0), findings)
        .flatMap(checked -> parse(name, checked, findings));
  }

  private static Optional<Facility> parse(String name, byte[] bytes, Findings findings) {
    Optional<SourceText> source = SourceDecoder.decode(name, bytes, findings);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<StartTag>> tags = MarkupScanner.scan(source.get(), findings);
    return tags.flatMap(found -> ElementTree.read(source.get(), found, findings))
        .flatMap(root -> new FacilityFromXml(new Reading(source.get(), findings)).facility(root));
  }
}
