package org.genevent.golden;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Holds generated texts against files under version control, character by character.
 *
 * <p>A run with {@code -Dgenevent.renew=true} writes the files instead and never passes, so that a renewal cannot be
 * mistaken for a test: look at what changed, then run again without it.
 */
public final class Golden {

  /** The system property that renews files instead of comparing with them. */
  public static final String RENEW = "genevent.renew";

  private static final String FOLDER = "src/test/resources/goldens/";

  private Golden() {}

  /**
   * Compares a text with a golden file.
   *
   * @param name the file's path below {@code src/test/resources/goldens}, with {@code /} between its parts
   * @param actual the generated text
   */
  public static void check(String name, String actual) {
    check(FOLDER + name, actual, caller());
  }

  /**
   * Compares a text with a file that lies elsewhere because somebody else uses it too.
   *
   * @param path the file's path below the root of the checkout, with {@code /} between its parts
   * @param actual the generated text
   */
  public static void checkTracked(String path, String actual) {
    check(path, actual, caller());
  }

  /**
   * The root of the checkout.
   *
   * @return a folder
   */
  public static Path root() {
    return Path.of(System.getProperty("genevent.root", "..")).toAbsolutePath().normalize();
  }

  private static String caller() {
    return StackWalker.getInstance()
        .walk(frames -> frames
            .map(StackWalker.StackFrame::getClassName)
            .filter(name -> !name.equals(Golden.class.getName()))
            .findFirst()
            .orElseThrow());
  }

  private static void check(String path, String actual, String testClass) {
    Path file = root().resolve(path);
    String command = "mvn -pl genevent-tests -am integration-test -Dtest="
        + testClass.substring(testClass.lastIndexOf('.') + 1)
        + " -Dsurefire.failIfNoSpecifiedTests=false -D" + RENEW + "=true";
    try {
      if (Boolean.getBoolean(RENEW)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual, StandardCharsets.UTF_8);
        fail("renewed " + path + "; look at the difference, then run without -D" + RENEW);
      }
      if (!Files.exists(file)) {
        fail(path + " does not exist; to make it: " + command);
      }
      String expected = Files.readString(file, StandardCharsets.UTF_8);
      if (!expected.equals(actual)) {
        fail(difference(path, expected, actual) + "\nif the new text is right: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first line that differs, with its surroundings: enough to see what it is about. */
  private static String difference(String path, String expected, String actual) {
    List<String> before = lines(expected);
    List<String> after = lines(actual);
    int line = 0;
    while (line < before.size()
        && line < after.size()
        && before.get(line).equals(after.get(line))) {
      line++;
    }
    StringBuilder text = new StringBuilder(path + " differs from line " + (line + 1) + " on");
    before
        .subList(Math.max(0, line - 2), line)
        .forEach(same -> text.append("\n  ").append(same));
    before
        .subList(line, Math.min(before.size(), line + 3))
        .forEach(old -> text.append("\n- ").append(old));
    after
        .subList(line, Math.min(after.size(), line + 3))
        .forEach(now -> text.append("\n+ ").append(now));
    return text.toString();
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }
}
