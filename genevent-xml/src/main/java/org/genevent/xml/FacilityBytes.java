package org.genevent.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Nearest;
import org.genevent.diagnostic.Place;

/** Fetches the bytes of a file, or says in one finding why there are none. */
final class FacilityBytes {

  /** How many neighbours of a missing file are looked at for one with a similar name. */
  private static final int NEIGHBOURS = 1000;

  private FacilityBytes() {}

  static Optional<byte[]> read(Path file, Findings findings) {
    Place place = new Place.InFile(file.toString(), 0, 0);
    if (Files.isDirectory(file)) {
      findings.add(Diagnostic.of(DiagnosticCode.IO_DIRECTORY, place, "this is a directory")
          .withFix("name the facility files in it"));
      return Optional.empty();
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(XmlLimits.FILE_BYTES + 1);
    } catch (NoSuchFileException missing) {
      findings.add(missing(file, place));
      return Optional.empty();
    } catch (IOException refused) {
      findings.add(refused(refused, file, place));
      return Optional.empty();
    }
    return check(bytes, place, findings);
  }

  /** Checks the size, wherever the bytes are from. */
  static Optional<byte[]> check(byte[] bytes, Place place, Findings findings) {
    if (bytes.length == 0) {
      findings.add(Diagnostic.of(DiagnosticCode.IO_EMPTY, place, "the file is empty")
          .withRule("a facility file has one element <facility name=\"…\">"));
      return Optional.empty();
    }
    if (bytes.length > XmlLimits.FILE_BYTES) {
      findings.add(Diagnostic.of(
              DiagnosticCode.IO_TOO_LARGE,
              place,
              "the file is larger than " + (XmlLimits.FILE_BYTES >> 20) + " MiB")
          .withFix("divide the facility into several"));
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  private static Diagnostic missing(Path file, Place place) {
    return Diagnostic.of(DiagnosticCode.IO_MISSING, place, "the file does not exist")
        .withFix(question(file));
  }

  private static Diagnostic refused(IOException refused, Path file, Place place) {
    if (refused instanceof NotDirectoryException || hasFileAsFolder(file)) {
      return missing(file, place);
    }
    String reason = refused.getMessage();
    if (refused instanceof AccessDeniedException) {
      reason = "permission denied";
    } else if (refused instanceof FileSystemException system && system.getReason() != null) {
      reason = system.getReason();
    }
    return Diagnostic.of(
        DiagnosticCode.IO_UNREADABLE,
        place,
        "the file cannot be read" + (reason == null ? "" : ": " + reason));
  }

  private static boolean hasFileAsFolder(Path file) {
    Path folder = file.getParent();
    return folder != null && Files.exists(folder) && !Files.isDirectory(folder);
  }

  private static String question(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || file.getFileName() == null || !Files.isDirectory(folder)) {
      return "";
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> neighbours = Files.newDirectoryStream(folder, "*.xml")) {
      for (Path neighbour : neighbours) {
        if (names.size() == NEIGHBOURS) {
          break;
        }
        names.add(neighbour.getFileName().toString());
      }
    } catch (IOException unreadable) {
      return "";
    }
    // the order in which a folder lists its files is nobody's choice
    names.sort(null);
    return Nearest.question(file.getFileName().toString(), names);
  }
}
