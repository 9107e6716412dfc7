package org.genevent.cli.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.genevent.abi.Abi;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.check.FacilityChecks;
import org.genevent.contract.FacilityContract;
import org.genevent.contract.TraceContracts;
import org.genevent.contract.declared.DeclaredContracts;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;
import org.genevent.reader.LttFacility;
import org.genevent.reader.LttTrace;
import org.genevent.reader.TraceReader;
import org.genevent.xml.FacilityReader;
import org.genevent.xml.ReadOptions;

/**
 * Reads the contracts that a path stands for: a facility file, a folder of them, the classes or the jar of a program (the
 * processor puts a facility file into both), or a trace.
 */
public final class ContractSource {

  /** Where the annotation processor puts facility files. */
  private static final String IN_CLASSES = "genevent/facilities";

  private final Abi abi;
  private final LayoutRule rule;
  private final ReadOptions options;
  private final Findings findings;

  /**
   * A source.
   *
   * @param dataModel the target of facilities that do not say one
   * @param rule the layout rule of such
   * @param options how facility files are read
   * @param findings takes what is wrong with the files
   */
  public ContractSource(
      DataModel dataModel, LayoutRule rule, ReadOptions options, Findings findings) {
    this.options = options;
    // no offset depends on the order of bytes
    this.abi = new Abi(dataModel, ByteOrder.LITTLE_ENDIAN);
    this.rule = rule;
    this.findings = findings;
  }

  /**
   * Reads.
   *
   * @param path the path
   * @return the contracts, in the order of the files' names or of the metadata
   * @throws IOException if a folder or jar cannot be read
   */
  public List<FacilityContract> read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      List<Path> files = facilityFiles(path);
      return files.isEmpty() || isTrace(path) ? trace(path) : facilities(files);
    }
    return isJar(path) ? jar(path) : facilities(List.of(path));
  }

  /**
   * Whether a path stands for all facilities of a program: what is missing in it is gone.
   *
   * @param path a path that {@link #read} took
   * @return true for a folder or jar of facility files; false for one file, and for a trace, which has the facilities that its
   *     session took
   * @throws IOException if a folder cannot be read
   */
  public static boolean isWhole(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return isJar(path);
    }
    return !facilityFiles(path).isEmpty() && !isTrace(path);
  }

  private static boolean isJar(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(path);
  }

  private static boolean isTrace(Path folder) {
    return Files.isRegularFile(folder.resolve("metadata"))
        || Files.isDirectory(folder.resolve("eventdefs"));
  }

  private static List<Path> facilityFiles(Path folder) throws IOException {
    Path inClasses = folder.resolve(IN_CLASSES);
    try (Stream<Path> files = Files.list(Files.isDirectory(inClasses) ? inClasses : folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private List<FacilityContract> jar(Path path) throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(path)) {
      return facilities(facilityFiles(jar.getPath("/")));
    } catch (ProviderNotFoundException | UncheckedIOException | ZipException e) {
      throw new IOException(path + ": cannot be read as a jar: " + e.getMessage(), e);
    }
  }

  private List<FacilityContract> facilities(List<Path> files) {
    List<Facility> facilities = new ArrayList<>();
    for (Path file : files) {
      FacilityReader.read(file, options, findings).ifPresent(facilities::add);
    }
    if (!findings.hasErrors()) {
      FacilityChecks.check(facilities, rule, List.of(abi), findings);
    }
    if (findings.hasErrors()) {
      return List.of();
    }
    return DeclaredContracts.of(facilities.stream()
        .map(facility -> FacilityPlan.of(facility, abi, rule))
        .toList());
  }

  private List<FacilityContract> trace(Path path) {
    try (TraceReader reader = TraceReader.open(List.of(path), findings::add)) {
      List<FacilityContract> contracts = new ArrayList<>();
      for (LttTrace ltt : reader.lttTraces()) {
        ltt.facilities().stream()
            .filter(facility -> isOfTarget(facility, ltt.facilities()))
            .forEach(facility -> declared(facility).ifPresent(contracts::add));
      }
      reader.traces().stream()
          .filter(trace -> LttTrace.of(reader, trace).isEmpty())
          .forEach(trace -> contracts.addAll(TraceContracts.of(trace)));
      return contracts;
    }
  }

  /** Of a facility that was announced for several data models, as kernel and programs have them, the one for the target. */
  private boolean isOfTarget(LttFacility facility, List<LttFacility> all) {
    boolean several = all.stream()
        .anyMatch(other -> isSame(facility, other) && isOfModel(other) != isOfModel(facility));
    return !several || isOfModel(facility);
  }

  private static boolean isSame(LttFacility one, LttFacility other) {
    return one.name().equals(other.name()) && one.checksum() == other.checksum();
  }

  private boolean isOfModel(LttFacility facility) {
    DataModel model = abi.dataModel();
    return facility.intBytes() == model.sizeBytes(CType.INT)
        && facility.longBytes() == model.sizeBytes(CType.LONG)
        && facility.pointerBytes() == model.sizeBytes(CType.POINTER)
        && facility.sizeTBytes() == model.sizeBytes(CType.SIZE_T)
        && facility.alignmentBytes() == model.wordBytes();
  }

  /** A facility that an LTT trace describes, for the sizes that it announces; not those that are about the trace. */
  private static Optional<FacilityContract> declared(LttFacility loaded) {
    if (loaded.isAboutTrace()) {
      return Optional.empty();
    }
    return loaded
        .facility()
        .map(facility -> DeclaredContracts.ofAnnounced(
            facility,
            loaded.checksum(),
            loaded.alignmentBytes() == 0,
            loaded.intBytes(),
            loaded.longBytes(),
            loaded.pointerBytes()));
  }
}
