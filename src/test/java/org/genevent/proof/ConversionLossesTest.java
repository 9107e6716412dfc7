package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.genevent.cli.Main;
import org.genevent.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that the documentation says to be lost in a conversion is said by it, and stops it: for each such cell of its table
 * there are cases, each a file ({@link LossCase}).
 */
class ConversionLossesTest {

  private static final Path CASES = Golden.root().resolve("src/test/resources/losses");
  private static final String FIRST_HEAD = "what the trace has";

  /** Nothing is written anew there. */
  private static final String COPIED = "CTF to CTF, copied";

  @TempDir
  private Path folder;

  static Stream<String> cases() throws IOException {
    return LossCase.all(CASES).stream().map(one -> one.file().getFileName().toString());
  }

  /** The cells of the table by which something is lost. */
  private static Set<String> saidToBeLost() throws IOException {
    Set<String> cells = new LinkedHashSet<>();
    List<String> heads = List.of();
    for (String line : Files.readAllLines(Golden.root().resolve("docs/command.md"))) {
      List<String> parts =
          List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
      if (parts.size() > 2 && parts.get(1).equals(FIRST_HEAD)) {
        heads = parts;
      } else if (parts.size() != heads.size()) {
        heads = List.of();
      } else {
        for (int i = 2; i < parts.size() - 1; i++) {
          boolean said = parts.get(i).matches(".*\\bsaid\\b.*");
          if (said && !heads.get(i).equals(COPIED)) {
            cells.add(parts.get(1) + " | " + heads.get(i));
          }
        }
      }
    }
    return cells;
  }

  @Test
  void eachCellOfTheTableHasACaseAndEachCaseACell() throws IOException {
    Set<String> ofCases = new LinkedHashSet<>();
    for (LossCase one : LossCase.all(CASES)) {
      ofCases.add(one.row() + " | " + one.column());
    }
    Set<String> cells = saidToBeLost();
    assertTrue(cells.size() > 30, cells::toString);
    Set<String> missing = new LinkedHashSet<>(cells);
    missing.removeAll(ofCases);
    assertEquals(Set.of(), missing, "cells of docs/command.md without a case");
    ofCases.removeAll(cells);
    assertEquals(Set.of(), ofCases, "cases of cells that docs/command.md does not have");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsLostIsSaidAndStopsTheConversion(String name) throws IOException {
    LossCase one = LossCase.all(CASES).stream()
        .filter(other -> other.file().endsWith(name))
        .findFirst()
        .orElseThrow();
    Path trace = folder.resolve("trace");
    one.write(trace);
    Path out = folder.resolve("out");
    StringWriter errors = new StringWriter();
    int status = convert(one, trace, out, errors);
    List<String> losses = losses(errors.toString());
    if (Boolean.getBoolean(Golden.RENEW)) {
      one.renew(losses);
      fail("renewed: " + one.file());
    }
    assertEquals(one.losses(), losses, errors::toString);
    assertFalse(losses.isEmpty(), "nothing is lost");
    assertEquals(1, status, errors::toString);
    assertFalse(Files.exists(out), "something was written");
    StringWriter again = new StringWriter();
    assertEquals(0, convert(one, trace, out, again, "--allow-loss"), again::toString);
    assertEquals(losses, losses(again.toString()));
    assertTrue(Files.isDirectory(out), again::toString);
    StringWriter read = new StringWriter();
    PrintWriter writer = new PrintWriter(read, true);
    assertEquals(
        0, Main.run(writer, writer, "read", "--format", "count", out.toString()), read::toString);
  }

  private static int convert(
      LossCase one, Path trace, Path out, StringWriter errors, String... more) {
    List<String> words =
        new ArrayList<>(List.of("convert", trace.toString(), "--out", out.toString()));
    words.addAll(one.arguments());
    words.addAll(List.of(more));
    PrintWriter nothing = new PrintWriter(new StringWriter());
    return Main.run(nothing, new PrintWriter(errors, true), words.toArray(String[]::new));
  }

  private static List<String> losses(String errors) {
    String mark = "[GE-CONVERT-01] lost: ";
    return errors
        .lines()
        .filter(line -> line.contains(mark))
        .map(line -> line.substring(line.indexOf(mark) + mark.length()))
        .toList();
  }
}
