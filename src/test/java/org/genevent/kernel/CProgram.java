package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.proof.ExternalTool;

/** A program that includes generated headers and calls their functions. */
final class CProgram {

  private static final String PROLOGUE = """
      #include <stdint.h>
      #include <string.h>
      #include <genevent-runtime.h>

      static inline float float_of(uint32_t bits)
      {
      	float value;

      	memcpy(&value, &bits, sizeof(value));
      	return value;
      }

      static inline double double_of(uint64_t bits)
      {
      	double value;

      	memcpy(&value, &bits, sizeof(value));
      	return value;
      }
      """;

  private final Path folder;
  private final CTarget target;
  private final StringBuilder includes = new StringBuilder();
  private final StringBuilder functions = new StringBuilder();
  private final StringBuilder main = new StringBuilder();

  CProgram(Path folder, CTarget target) {
    this.folder = folder;
    this.target = target;
  }

  /** Generates a facility's headers and includes them; returns the one with the functions. */
  CHeader facility(Facility facility, LayoutRule rule) {
    GeneratedHeaders.write(folder, List.of(facility), target.abi(), rule);
    String base = facility.baseName();
    includes
        .append("#include \"genevent-facility-" + base + ".h\"\n")
        .append("#include \"genevent-facility-loader-" + base + ".h\"\n");
    call("harness_register(&genevent_loader_" + facility.name() + ");");
    return CHeader.read(text("genevent-facility-" + base + ".h"));
  }

  static String handle(Facility facility) {
    return "genevent_facility_" + facility.name() + "_"
        + FacilityChecksum.hex(FacilityChecksum.of(facility));
  }

  /** Adds statements to the program, in a block of their own. */
  void call(String... statements) {
    main.append("\t{\n");
    for (String statement : statements) {
      main.append("\t\t").append(statement).append('\n');
    }
    main.append("\t}\n");
  }

  /** Adds functions or variables in front of the program. */
  void define(String text) {
    functions.append(text).append('\n');
  }

  /** Ends the current function and begins another, so that none gets too large for the compiler. */
  void split(int number) {
    functions.append("static void part_" + number + "(void)\n{\n").append(main).append("}\n");
    main.setLength(0);
    main.append("\tpart_" + number + "();\n");
  }

  /** Compiles the program and runs it; returns the lines it prints. */
  List<String> run(String... flags) {
    Path source = write();
    Path program = folder.resolve("program");
    List<String> all = new ArrayList<>(CTarget.STRICT);
    all.addAll(List.of(flags));
    ExternalTool.Result built = target.build(program, all, source);
    assertEquals("", built.err());
    assertEquals(0, built.exitStatus());
    return new ExternalTool(program).run().outOrFail().lines().toList();
  }

  /** Writes the program's source. */
  Path write() {
    try {
      Path source = folder.resolve("main.c");
      Files.createDirectories(folder);
      Files.writeString(
          source,
          PROLOGUE + includes + functions + "int main(void)\n{\n" + main + "\treturn 0;\n}\n");
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
