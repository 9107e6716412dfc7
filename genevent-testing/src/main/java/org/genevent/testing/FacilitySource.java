package org.genevent.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.contract.FacilityContract;
import org.genevent.contract.TraceContracts;
import org.genevent.contract.declared.DeclaredContracts;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;
import org.genevent.reader.LttFacility;
import org.genevent.reader.LttTrace;
import org.genevent.reader.TraceReader;
import org.genevent.xml.FacilityReader;
import org.opentest4j.AssertionFailedError;

/** Reads facilities of tests; what is wrong with them is an assertion error. */
final class FacilitySource {

  private FacilitySource() {}

  /** The facility of an annotated interface, from what the annotation processor put beside its class. */
  static Facility of(Class<?> declared) {
    String description =
        resource(declared, "META-INF/genevent/interfaces/" + declared.getName() + ".txt");
    String name = description
        .lines()
        .filter(line -> line.startsWith("facility "))
        .map(line -> line.substring("facility ".length()))
        .findFirst()
        .orElseThrow(() -> missing(declared));
    String path = "genevent/facilities/" + name + ".xml";
    Findings findings = new Findings();
    Optional<Facility> facility = FacilityReader.read(
        path, resource(declared, path).getBytes(StandardCharsets.UTF_8), findings);
    failIfAny(findings);
    return facility.orElseThrow();
  }

  private static String resource(Class<?> declared, String path) {
    ClassLoader loader = declared.getClassLoader();
    try (InputStream in = loader == null
        ? ClassLoader.getSystemResourceAsStream(path)
        : loader.getResourceAsStream(path)) {
      if (in == null) {
        throw missing(declared);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AssertionFailedError missing(Class<?> declared) {
    return new AssertionFailedError(declared.getName()
        + " is no facility, or was compiled without genevent's annotation processor");
  }

  /** The facility of a file. */
  static Facility of(Path file) {
    Findings findings = new Findings();
    Optional<Facility> facility = FacilityReader.read(file, findings);
    failIfAny(findings);
    return facility.orElseThrow();
  }

  static void failIfAny(Findings findings) {
    if (findings.hasErrors()) {
      List<String> lines = findings.list().stream().map(Diagnostic::format).toList();
      throw new AssertionFailedError(String.join("\n", lines));
    }
  }

  /** The contracts of a facility file, of the facility files in a folder, or of a trace. */
  static List<FacilityContract> contracts(Path path, Abi abi, LayoutRule rule) {
    if (!Files.isDirectory(path)) {
      return List.of(contract(of(path), abi, rule));
    }
    List<FacilityContract> contracts = new ArrayList<>();
    contracts.addAll(DeclaredContracts.of(
        facilityFiles(path).stream().map(file -> plan(of(file), abi, rule)).toList()));
    if (contracts.isEmpty()) {
      Findings findings = new Findings();
      try (TraceReader reader = TraceReader.open(List.of(path), findings::add)) {
        failIfAny(findings);
        for (LttTrace trace : reader.lttTraces()) {
          for (LttFacility announced : trace.facilities()) {
            if (announced.isAboutTrace()) {
              continue;
            }
            announced
                .facility()
                .ifPresent(found -> contracts.add(DeclaredContracts.ofAnnounced(
                    found,
                    announced.checksum(),
                    announced.alignmentBytes() == 0,
                    announced.intBytes(),
                    announced.longBytes(),
                    announced.pointerBytes())));
          }
        }
        reader.traces().stream()
            .filter(trace -> LttTrace.of(reader, trace).isEmpty())
            .forEach(trace -> contracts.addAll(TraceContracts.of(trace)));
      }
    }
    return contracts.stream().distinct().toList();
  }

  /** Whether a path is a folder of facility files, which has all facilities of a program. */
  static boolean isFolderOfFiles(Path path) {
    return Files.isDirectory(path) && !facilityFiles(path).isEmpty();
  }

  private static List<Path> facilityFiles(Path folder) {
    if (Files.isRegularFile(folder.resolve("metadata"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FacilityContract contract(Facility facility, Abi abi, LayoutRule rule) {
    return DeclaredContracts.of(plan(facility, abi, rule));
  }

  private static FacilityPlan plan(Facility facility, Abi abi, LayoutRule rule) {
    Findings findings = new Findings();
    FacilityChecks.check(List.of(facility), rule, List.of(abi), findings);
    failIfAny(findings);
    return FacilityPlan.of(facility, abi, rule);
  }
}
