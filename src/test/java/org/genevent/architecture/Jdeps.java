package org.genevent.architecture;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What packages of built classes use, as the JDK's {@code jdeps} sees it. */
final class Jdeps {
  private static final Pattern LINE = Pattern.compile("\\s+(\\S+)\\s+->\\s+(\\S+)\\s+(.+)");
  private static final Set<String> JDK_MODULES = ModuleFinder.ofSystem().findAll().stream()
      .map(module -> module.descriptor().name())
      .collect(Collectors.toUnmodifiableSet());

  private Jdeps() {}

  /**
   * One package uses another.
   *
   * @param from the user, a package of the classes looked at
   * @param to the package used
   * @param origin where jdeps found that: a module of the JDK, the classes looked at, or nowhere
   */
  record Use(String from, String to, String origin) implements Comparable<Use> {
    boolean isOfJdk() {
      return JDK_MODULES.contains(origin);
    }

    @Override
    public int compareTo(Use other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return from + " uses " + to + (isOfJdk() ? " of " + origin : "");
    }
  }

  /**
   * Looks at the classes in a folder.
   *
   * @param classes the root of compiled classes
   * @param scratch an empty folder
   */
  static Set<Use> uses(Path classes, Path scratch) throws IOException {
    // With its descriptor jdeps would resolve the module, and fail for want of modules that are not
    // looked at.
    copyWithoutDescriptor(classes, scratch);
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = jdeps.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "-verbose:package",
        "-filter:none",
        scratch.toString());
    if (status != 0) {
      throw new IllegalStateException("jdeps ended with " + status + ": " + out + err);
    }
    Set<Use> uses = new TreeSet<>();
    out.toString()
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line -> uses.add(new Use(line.group(1), line.group(2), line.group(3).strip())));
    return uses;
  }

  /** The packages in a folder of compiled classes. */
  static Set<String> packages(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> classes.relativize(file.getParent()).toString().replace('/', '.'))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void copyWithoutDescriptor(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(file -> file.toString().endsWith(".class")).toList();
    }
    for (Path file : files) {
      if (!file.endsWith("module-info.class")) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
