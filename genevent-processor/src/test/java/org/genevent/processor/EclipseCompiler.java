package org.genevent.processor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/**
 * One run of the Eclipse compiler with the processor.
 *
 * @param succeeded whether it found no error
 * @param text what it said
 */
record EclipseCompiler(boolean succeeded, String text) {

  private static final Pattern FINDING =
      Pattern.compile("(?::(\\d+): error|:(\\d+): warning|ERROR|WARNING): \\[(GE-[A-Z]+-\\d+)\\]");

  static EclipseCompiler run(Path folder, List<Path> sources) {
    String classPath = System.getProperty("java.class.path");
    List<String> arguments = new ArrayList<>(List.of(
        // with -cp behind -processorpath, the compiler runs no processor at all
        "-cp",
        classPath,
        "-processorpath",
        classPath,
        "-processor",
        GeneventProcessor.class.getName(),
        "--release",
        "17",
        "-encoding",
        "UTF-8",
        "-Xemacs",
        "-d",
        folder.toString(),
        "-s",
        folder.toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    boolean succeeded =
        BatchCompiler.compile(arguments.toArray(String[]::new), writer, writer, null);
    writer.flush();
    return new EclipseCompiler(succeeded, said.toString());
  }

  /** The findings of the processor, as {@code line CODE}; {@code null CODE} where it has no position. */
  List<String> findings() {
    List<String> findings = new ArrayList<>();
    Matcher finding = FINDING.matcher(text);
    while (finding.find()) {
      String line = finding.group(1) != null ? finding.group(1) : finding.group(2);
      findings.add(line + " " + finding.group(3));
    }
    return findings;
  }
}
