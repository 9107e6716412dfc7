package org.genevent.xml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;

/**
 * A facility with what only its file knows: the dialect, the comments, and what earlier ages counted into the checksum.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class FacilityFile {

  private final SourceText source;
  private final List<Outline.Mark> marks;
  private final Dialect dialect;
  private final XmlElement written;
  private final XmlElement standard;
  private final Facility facility;

  private FacilityFile(
      SourceText source,
      Outline outline,
      Dialect dialect,
      XmlElement written,
      XmlElement standard,
      Facility facility) {
    this.source = source;
    this.marks = List.copyOf(outline.marks());
    this.dialect = dialect;
    this.written = written;
    this.standard = standard;
    this.facility = facility;
  }

  /**
   * Reads a facility file of at most 8 MiB.
   *
   * @param file the file
   * @param options the dialect, and how strict to be
   * @param findings takes everything that is wrong with it
   * @return the file, or empty if no facility could be made out; if there are errors among the findings, the facility is
   *     incomplete and good for further checks only
   */
  public static Optional<FacilityFile> read(Path file, ReadOptions options, Findings findings) {
    return FacilityBytes.read(file, findings)
        .flatMap(bytes -> first(file.toString(), bytes, options, findings));
  }

  /**
   * Reads a facility from bytes, as {@link #read(Path, ReadOptions, Findings)} does.
   *
   * @param name what findings call the file
   * @param bytes the content of the file
   * @param options the dialect, and how strict to be
   * @param findings takes everything that is wrong with it
   * @return the file, as far as a facility could be made out
   */
  public static Optional<FacilityFile> read(
      String name, byte[] bytes, ReadOptions options, Findings findings) {
    return FacilityBytes.check(bytes, new Place.InFile(name, 0, 0), findings)
        .flatMap(checked -> first(name, checked, options, findings));
  }

  private static Optional<FacilityFile> first(
      String name, byte[] bytes, ReadOptions options, Findings findings) {
    return parse(name, bytes, options, 1, findings).stream().findFirst();
  }

  static List<FacilityFile> readAll(
      String name, byte[] bytes, ReadOptions options, Findings findings) {
    return FacilityBytes.check(bytes, new Place.InFile(name, 0, 0), findings)
        .map(checked -> parse(name, checked, options, Integer.MAX_VALUE, findings))
        .orElse(List.of());
  }

  private static List<FacilityFile> parse(
      String name, byte[] bytes, ReadOptions options, int most, Findings findings) {
    List<FacilityFile> files = new ArrayList<>();
    Optional<SourceText> source = SourceDecoder.decode(name, bytes, options.lenient(), findings);
    if (source.isEmpty()) {
      return files;
    }
    Reading reading = new Reading(source.get(), findings, options.lenient());
    Optional<Markup> markup = Markup.read(source.get(), options, findings);
    if (markup.isEmpty()) {
      return files;
    }
    for (XmlElement root : markup.get().roots()) {
      if (files.size() < most) {
        Dialect dialect = root.name().equals("facility")
            ? DialectRecognition.of(root, markup.get(), options, reading)
            : Dialect.STANDARD;
        // of a file that has no facility, nothing else needs saying
        if (files.isEmpty() && root.name().equals("facility")) {
          markup.get().problems().ifPresent(problems -> problems.report(dialect, findings));
          if (markup.get().problems().filter(OldProblems::isLimited).isPresent()) {
            return files;
          }
        }
        Optional<FacilityFile> file =
            file(source.get(), markup.get().outline(), dialect, root, reading);
        if (file.isEmpty()) {
          break;
        } else if (dialect != Dialect.STANDARD || markup.get().problems().isPresent()) {
          OldEvents.check(file.get().facility(), findings);
        }
        files.add(file.get());
      }
    }
    if (markup.get().roots().isEmpty()) {
      markup.get().problems().ifPresent(problems -> problems.report(Dialect.STANDARD, findings));
      reading.report(
          DiagnosticCode.XML_ROOT,
          0,
          "the file has no element",
          "a facility file has one element <facility name=\"…\">",
          "");
    }
    return files;
  }

  private static Optional<FacilityFile> file(
      SourceText source, Outline outline, Dialect dialect, XmlElement root, Reading reading) {
    Optional<XmlElement> standard = dialect == Dialect.SEED && root.name().equals("facility")
        ? new SeedToStandard(reading).facility(root)
        : Optional.of(root);
    return standard.flatMap(element -> new FacilityFromXml(reading)
        .facility(element)
        .map(facility -> new FacilityFile(source, outline, dialect, root, element, facility)));
  }

  /**
   * The facility.
   *
   * @return the facility, incomplete if reading it found errors
   */
  public Facility facility() {
    return facility;
  }

  /**
   * The dialect that the file was read in.
   *
   * @return the dialect
   */
  public Dialect dialect() {
    return dialect;
  }

  /**
   * The checksum by the rules of an age. Source: the layout reference, section 4.
   *
   * @param age {@code SEED} for July 2005, {@code EARLY} for genevent 0.3 to 0.34, {@code STANDARD} for later ones
   * @param findings takes an error if that age had no such facilities
   * @return the number, or empty with an error
   */
  public Optional<Integer> checksum(Dialect age, Findings findings) {
    if (age == Dialect.STANDARD) {
      return Optional.of(FacilityChecksum.of(facility));
    }
    boolean seed = age == Dialect.SEED;
    ChecksumTexts texts =
        seed ? new SeedChecksumTexts(dialect == Dialect.SEED) : new EarlyChecksumTexts();
    Optional<Integer> checksum = texts.of(seed ? written : standard);
    texts
        .unsayable()
        .ifPresent(element -> new Reading(source, findings, false)
            .report(
                DiagnosticCode.OLD_NOT_IN_DIALECT,
                element.offset(),
                "the " + age.word() + " dialect has no such <" + element.name() + ">",
                "a facility has a checksum of an age whose dialect can say it",
                "leave out --dialect " + age.word()));
    return checksum;
  }

  /**
   * The facility in the standard dialect, in the canonical form of {@link FacilityWriter}, with the comments of the file.
   *
   * @return the text of a file, to be encoded in UTF-8; reading and writing it again gives the same text
   * @throws IllegalStateException if what was written would be read as another facility, which is a defect
   */
  public String migrated() {
    String text = FacilityWriter.write(facility, CommentAttachment.of(source, marks));
    // what is read back is what was read, or nothing is written
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ReadOptions lenient = ReadOptions.of(Optional.empty(), true);
    Optional<Facility> again = FacilityReader.read(source.file(), bytes, lenient, new Findings());
    if (!again.equals(Optional.of(facility))) {
      throw new IllegalStateException(
          source.file() + " was migrated to another facility than it has");
    }
    return text;
  }

  /**
   * Says where the checksum of the file's own age is another than the one that facilities have today.
   *
   * @param findings takes a warning if there is a difference
   */
  public void compareChecksums(Findings findings) {
    int today = FacilityChecksum.of(facility);
    Dialect age = dialect == Dialect.SEED ? Dialect.SEED : Dialect.EARLY;
    Findings unsayable = new Findings();
    Optional<Integer> before = checksum(age, unsayable);
    if (before.isEmpty() || before.get() == today) {
      return;
    }
    String rule = age == Dialect.SEED
        ? "in July 2005 it was made of other words; a trace of that age has the old number"
        : "until June 2007 formats counted, too; a trace of genevent 0.3 to 0.34 has the old number";
    new Reading(source, findings, false)
        .report(
            DiagnosticCode.OLD_CHECKSUM,
            written.offset(),
            "the checksum was 0x" + FacilityChecksum.hex(before.get()) + " and is 0x"
                + FacilityChecksum.hex(today),
            rule,
            "nothing, if there are no traces of that age; their facility files are needed to read them");
  }
}
