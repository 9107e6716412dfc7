package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.genevent.cli.Main;
import org.genevent.golden.Golden;
import org.genevent.proof.ExternalTool;

/** Folders that {@code genevent generate --emit kernel} makes, built as the manual says. */
final class KernelFolders {

  private static final Path CALLERS = Golden.root().resolve("genevent-kernel/lab/callers");

  private final KernelLab lab;
  private final Path work;

  KernelFolders(KernelLab lab) {
    this.lab = lab;
    this.work = lab.work("folders");
  }

  /**
   * Generates a folder with the command.
   *
   * @param name the folder's name
   * @param files the facility files
   * @param options more options of the command
   * @return the folder of what is for the kernel
   */
  Path generate(String name, List<Path> files, String... options) {
    KernelTarget target = lab.target();
    Path out = work.resolve(name);
    String dataModel = target.abi().dataModel().name();
    List<String> words =
        new ArrayList<>(List.of("generate", "--emit", "kernel", "--out", out.toString()));
    if (!List.of(options).contains("--byte-order")) {
      boolean big = target.abi().byteOrder() == ByteOrder.BIG_ENDIAN;
      words.addAll(List.of("--byte-order", big ? "big" : "little"));
    }
    if (!List.of(options).contains("--data-model")) {
      words.addAll(List.of("--data-model", dataModel.toLowerCase(Locale.ROOT)));
    }
    words.addAll(List.of(options));
    files.forEach(file -> words.add(file.toString()));
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    assertEquals(0, Main.run(writer, writer, words.toArray(String[]::new)), said::toString);
    return out.resolve("kernel");
  }

  /** Builds a generated folder with its own makefile. */
  ExternalTool.Result build(Path folder) {
    return lab.make(
        "-C", folder.toString(), "GENEVENT=" + lab.runtime(), "KDIR=" + lab.kernelHeaders());
  }

  /**
   * Builds one of the lab's callers, or any folder with a Kbuild.
   *
   * @param folder the folder
   * @param symbols folders whose symbols are linked against, besides the runtime
   * @param settings more for make
   * @return what came of it
   */
  ExternalTool.Result buildCaller(Path folder, List<Path> symbols, String... settings) {
    List<String> words = new ArrayList<>(List.of(
        "-C",
        lab.kernelHeaders().toString(),
        "M=" + folder,
        "GENEVENT=" + lab.runtime(),
        "GENEVENT_COMMAND=" + command()));
    StringBuilder extra =
        new StringBuilder("KBUILD_EXTRA_SYMBOLS=").append(lab.runtime().resolve("Module.symvers"));
    symbols.forEach(with -> extra.append(' ').append(with.resolve("Module.symvers")));
    if (!symbols.isEmpty()) {
      words.add(extra.toString());
    }
    words.addAll(List.of(settings));
    words.add("modules");
    return lab.make(words.toArray(String[]::new));
  }

  /** A copy of one of the lab's folders with code that calls generated functions. */
  Path caller(String name) {
    Path copy = work.resolve("caller-" + name);
    copy(CALLERS.resolve(name), copy);
    return copy;
  }

  /** Fails where a build gave a warning. */
  static void assertClean(ExternalTool.Result build) {
    String said = build.outOrFail() + build.err();
    assertFalse(said.contains("warning:") || said.contains("WARNING:"), said);
  }

  /** Boots with the modules of folders and runs the scenario {@code folders}. */
  Path run(List<Path> folders) {
    Path modules = work.resolve("modules");
    try {
      Files.createDirectories(modules);
      List<Path> all = new ArrayList<>(folders);
      all.add(lab.runtime());
      for (Path folder : all) {
        for (Path module : files(folder)) {
          if (module.toString().endsWith(".ko")) {
            Files.copy(module, modules.resolve(module.getFileName()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lab.run(modules, "folders", "folders");
  }

  Path write(String name, String text) {
    try {
      Path file = work.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command as a program, which a module's build calls. */
  private Path command() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path script = write(
        "genevent",
        "#!/bin/sh\nexec '" + java + "' -cp '" + System.getProperty("java.class.path") + "' "
            + Main.class.getName() + " \"$@\"\n");
    if (!script.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make " + script + " executable");
    }
    return script;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to);
      for (Path file : files(from)) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
