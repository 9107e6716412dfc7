package org.genevent.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genevent.cli.Main;

/** How the command is called as a process of its own. */
public final class CommandProcess {

  private CommandProcess() {}

  /** The words of a call, with options of the virtual machine in front. */
  public static List<String> words(List<String> machineOptions, Object... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(machineOptions);
    words.add("-cp");
    words.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    words.add(Main.class.getName());
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    return words;
  }

  /** The same as a line for a shell. */
  static String shell(List<String> words) {
    StringBuilder line = new StringBuilder();
    words.forEach(word -> line.append(" '").append(word.replace("'", "'\\''")).append('\''));
    return line.substring(1);
  }

  static Process start(List<String> words, Path err) throws IOException {
    File file = err.toFile();
    return new ProcessBuilder(words).redirectError(file).start();
  }
}
