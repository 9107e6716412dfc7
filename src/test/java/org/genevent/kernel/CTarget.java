package org.genevent.kernel;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.golden.Golden;
import org.genevent.proof.ExternalTool;

/** A compiler whose programs run on this machine. */
enum CTarget {
  LP64(DataModel.LP64, "gcc", List.of()),
  // static: the machine need not have the loader and the library of the other architecture
  ILP32(DataModel.ILP32, "i686-linux-gnu-gcc", List.of("-static"));

  /** Everything that gcc warns about and that a user may have turned on. */
  static final List<String> STRICT = List.of(
      "-Wall",
      "-Wextra",
      "-Werror",
      "-Wpedantic",
      "-Wconversion",
      "-Wshadow",
      "-Wcast-qual",
      "-Wcast-align",
      "-Wundef",
      "-Wstrict-prototypes",
      "-Wredundant-decls",
      "-Wwrite-strings",
      "-Wunused");

  private final DataModel dataModel;
  private final String compiler;
  private final List<String> linking;

  CTarget(DataModel dataModel, String compiler, List<String> linking) {
    this.dataModel = dataModel;
    this.compiler = compiler;
    this.linking = linking;
  }

  Abi abi() {
    return new Abi(dataModel, ByteOrder.LITTLE_ENDIAN);
  }

  /** Compiles without linking and returns what came of it. */
  ExternalTool.Result compile(List<String> flags, Path source) {
    List<String> arguments = new ArrayList<>(flags);
    arguments.addAll(
        List.of("-I" + source.getParent(), "-I" + harness(), "-fsyntax-only", source.toString()));
    return tool().run(arguments.toArray(String[]::new));
  }

  /** Compiles a program with the test runtime. */
  ExternalTool.Result build(Path program, List<String> flags, Path... sources) {
    List<String> arguments = new ArrayList<>(flags);
    arguments.addAll(linking);
    arguments.addAll(
        List.of("-I" + program.getParent(), "-I" + harness(), "-o", program.toString()));
    Stream.of(sources).map(Path::toString).forEach(arguments::add);
    arguments.add(harness().resolve("harness.c").toString());
    return tool().run(arguments.toArray(String[]::new));
  }

  /** The compiler; ends the test if it is not there, or not for this machine. */
  ExternalTool tool() {
    return ExternalTool.require(compiler);
  }

  static Path harness() {
    return Golden.root().resolve("src/test/c");
  }
}
