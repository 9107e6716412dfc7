package org.genevent.reader.ltt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.xml.Dialect;
import org.genevent.xml.FacilityFile;
import org.genevent.xml.ReadOptions;

/**
 * The facility files of a trace. A facility is in {@code NAME.xml}; one whose name ends in {@code _arch}, in
 * {@code NAME_ARCH.xml} with ARCH as the traced architecture is called. A file may hold several facilities, as files were
 * appended to it; the first whose name and checksum are right counts. Source: the trace format reference, section 1.
 */
final class EventDefs {

  private static final long MAX_FILE_BYTES = 64L << 20;

  /** Files of old traces are taken as the original took them: the checksum tells whether it is the right facility. */
  private static final ReadOptions AS_THE_ORIGINAL = ReadOptions.of(Optional.empty(), true);

  private static final String SUFFIX = ".xml";
  private static final String ARCH_NAME = "_arch";

  /** Where a facility ends, and the next one may begin. */
  private static final Pattern END = Pattern.compile("<\\s*/\\s*facility\\s*>");

  private final Map<String, Path> files = new TreeMap<>();
  private final Map<String, Content> contents = new HashMap<>();
  private final int archType;

  /** What one file holds. */
  private record Content(List<Described> facilities, List<Diagnostic> findings) {}

  /** A facility with its checksum of today. */
  private record Described(FacilityFile file, Facility facility, int checksum) {

    static Described of(FacilityFile file) {
      return new Described(
          file, FormatBases.of(file.facility()), FacilityChecksum.of(file.facility()));
    }

    /** Whether a checksum is that of today, or of an earlier age: words and formats counted differently. */
    boolean has(int wanted) {
      return checksum == wanted
          || Arrays.stream(Dialect.values())
              .anyMatch(age -> file.checksum(age, new Findings())
                  .filter(found -> found == wanted)
                  .isPresent());
    }
  }

  /** What was found for a name and a checksum. */
  record Found(Optional<Facility> facility, List<Diagnostic> findings, String reason) {}

  EventDefs(Path folder, int archType) throws IOException {
    this.archType = archType;
    try (var entries = Files.list(folder)) {
      entries
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .filter(Files::isRegularFile)
          .forEach(file -> files.put(file.getFileName().toString(), file));
    }
  }

  Found find(String name, int checksum) {
    List<Diagnostic> findings = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> candidates = candidates(name);
    for (String file : candidates) {
      Content content = contents.computeIfAbsent(file, key -> read(files.get(key)));
      for (Described described : content.facilities()) {
        if (!described.facility().name().equals(name)) {
          continue;
        } else if (described.has(checksum)) {
          return new Found(Optional.of(described.facility()), List.of(), "");
        }
        others.add("0x" + FacilityChecksum.hex(described.checksum()));
      }
      findings.addAll(content.findings());
    }
    String reason = candidates.isEmpty()
        ? "eventdefs has no " + CoreFacility.shown(name) + SUFFIX
        : others.isEmpty()
            ? "eventdefs/" + candidates.get(0) + " has no facility of that name that can be read"
            : "eventdefs/" + candidates.get(0) + " has " + String.join(", ", others);
    return new Found(Optional.empty(), findings, reason);
  }

  private List<String> candidates(String name) {
    List<String> candidates = new ArrayList<>();
    candidates.add(name + SUFFIX);
    if (name.endsWith(ARCH_NAME)) {
      candidates.add(name + "_" + ArchType.name(archType) + SUFFIX);
    }
    // a name from the trace is only looked up, never made a path
    candidates.removeIf(file -> !files.containsKey(file));
    return candidates;
  }

  private static Content read(Path file) {
    Findings findings = new Findings();
    List<Described> facilities = new ArrayList<>();
    try {
      if (Files.size(file) <= MAX_FILE_BYTES) {
        for (byte[] one : split(Files.readAllBytes(file))) {
          Findings ofOne = new Findings();
          Optional<FacilityFile> facility =
              FacilityFile.read(file.toString(), one, AS_THE_ORIGINAL, ofOne);
          if (!ofOne.hasErrors()) {
            facility.map(Described::of).ifPresent(facilities::add);
          }
          ofOne.list().forEach(findings::add);
        }
      }
    } catch (IOException e) {
      // as if it were not there: what is missing is reported with the facility
      return new Content(List.of(), List.of());
    }
    return new Content(facilities, findings.list());
  }

  /** The facilities of a file, one after the other. */
  private static List<byte[]> split(byte[] bytes) {
    // each byte a character: only what is ASCII is looked at
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<byte[]> parts = new ArrayList<>();
    Matcher end = END.matcher(text);
    int from = 0;
    while (end.find()) {
      parts.add(text.substring(from, end.end()).strip().getBytes(StandardCharsets.ISO_8859_1));
      from = end.end();
    }
    if (parts.isEmpty() || !text.substring(from).isBlank()) {
      parts.add(text.substring(from).strip().getBytes(StandardCharsets.ISO_8859_1));
    }
    return parts;
  }
}
