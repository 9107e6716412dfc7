package org.genevent.cli.convert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of a CTF trace: its metadata, streams and the index of LTTng. */
final class CtfFolder {

  private static final String METADATA = "metadata";
  private static final String INDEX = "index";
  private static final Pattern TSDL_MORE = Pattern.compile(
      "\"(?:[^\"\\\\]|\\\\.)*+\"|/\\*(?s:.*?)\\*/|//[^\\n]*|\\b(model\\.emf\\.uri)\\s*=|\\b(callsite)\\s*\\{");
  private static final Set<String> KNOWN = Set.of(
      "genevent.org,2026/description", "babeltrace.org,2020/log-level", "lttng.org,2009/log-level");

  private final Path folder;

  private CtfFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder of the only trace in a folder or below it. */
  static CtfFolder of(Path around) throws IOException {
    Path[] found = {around};
    Files.walkFileTree(around, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.getFileName().toString().equals(METADATA)) {
          found[0] = file.getParent();
          return FileVisitResult.TERMINATE;
        }
        return FileVisitResult.CONTINUE;
      }
    });
    return new CtfFolder(found[0]);
  }

  /** Copies everything that belongs to the trace, byte by byte. */
  void copy(Path to) throws IOException {
    files(folder, to);
    if (Files.isDirectory(folder.resolve(INDEX))) {
      files(folder.resolve(INDEX), Files.createDirectory(to.resolve(INDEX)));
    }
  }

  private static void files(Path from, Path to) throws IOException {
    try (var files = Files.newDirectoryStream(from)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && !name.startsWith(".")) {
          Files.copy(file, to.resolve(name));
        }
      }
    }
  }

  /** Names of what the metadata says and a trace class has no place for. */
  Set<String> unnamed(int majorVersion) throws IOException {
    String text = new String(Files.readAllBytes(folder.resolve(METADATA)), StandardCharsets.UTF_8);
    Set<String> names = new LinkedHashSet<>();
    if (majorVersion == 1) {
      Matcher more = TSDL_MORE.matcher(text);
      while (more.find()) {
        if (more.group(1) != null || more.group(2) != null) {
          names.add(more.group(1) != null ? more.group(1) : more.group(2));
        }
      }
      return names;
    }
    Matcher begin = Pattern.compile("\"attributes\"\\s*:\\s*\\{").matcher(text);
    while (begin.find()) {
      attributes(text, begin.end(), names);
    }
    names.removeAll(KNOWN);
    return names;
  }

  /** Names of attributes with the namespaces in front of them. */
  private static void attributes(String text, int from, Set<String> names) {
    Matcher token =
        Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"(\\s*:)?|[{}\\[\\]]").matcher(text);
    String namespace = "";
    int depth = 1;
    for (int at = from; depth > 0 && token.find(at); at = token.end()) {
      String found = token.group();
      boolean isName = token.group(2) != null;
      if (found.equals("{") || found.equals("[")) {
        depth++;
      } else if (found.equals("}") || found.equals("]")) {
        depth--;
      } else if (isName && depth == 1) {
        namespace = token.group(1);
      } else if (isName && depth == 2) {
        names.add(namespace + "/" + token.group(1));
      }
    }
  }
}
