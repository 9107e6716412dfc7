package org.genevent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.genevent.check.OldTolerance;
import org.genevent.cli.output.FileChange;
import org.genevent.cli.output.FolderComparison;
import org.genevent.cli.output.FolderSink;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Nearest;
import org.genevent.emit.Emitter;
import org.genevent.emit.EmitterOption;
import org.genevent.emit.GeneratedFile;
import org.genevent.emitter.ctf.CtfEmitter;
import org.genevent.model.Facility;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.pipeline.GenerationPipeline;
import org.genevent.pipeline.GenerationRequest;
import org.genevent.pipeline.GenerationResult;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code genevent generate}: all or nothing into a folder. */
@Command(
    name = "generate",
    description = {
      "Makes tracers, headers and descriptors from facilities, all or nothing.",
      "Each emitter has a folder of its own below DIR. Files with equal text are not touched; files that an earlier"
          + " run made and this one does not are removed."
    },
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  /** What is done instead of writing. */
  static final class Instead {
    @Option(names = "--dry-run", description = "name the files, write nothing")
    private boolean dryRun;

    @Option(
        names = "--verify",
        description = "write nothing; print a unified diff and exit with 1 where DIR differs")
    private boolean verify;

    Instead() {}
  }

  @Spec
  private CommandSpec spec;

  @Mixin
  private FacilityArguments arguments;

  @Mixin
  private TargetOptions targets;

  @Option(
      names = "--emit",
      required = true,
      split = ",",
      paramLabel = "EMITTER",
      description = "what to make: java, kernel, ctf, ltt; several with commas")
  private List<String> emitters;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the folder to write into")
  private Path out;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description =
          "an option of an emitter, for example java.package=com.example.trace; repeatable")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--c-prefix",
      paramLabel = "PREFIX",
      description =
          "what the functions in C headers begin with (default: genevent_); short for kernel.prefix")
  private String prefix;

  @Option(
      names = "--merged",
      description = "one C header with all facilities; short for kernel.merged=true")
  private boolean merged;

  @Option(
      names = "--ctf-version",
      paramLabel = "1.8|2",
      description = "the version of CTF that 'ctf' makes; short for ctf.version")
  private String ctfVersion;

  @ArgGroup
  private Instead instead = new Instead();

  GenerateCommand() {}

  @Override
  public Integer call() {
    EmitterRegistry registry = EmitterRegistry.load(GenerateCommand.class.getClassLoader());
    if (prefix != null) {
      options.put("kernel.prefix", prefix);
    }
    if (merged) {
      options.put("kernel.merged", "true");
    }
    if (ctfVersion != null) {
      options.put(CtfEmitter.VERSION.name(), ctfVersion);
    }
    checkOptions(registry);
    Findings findings = new Findings();
    List<Facility> facilities = arguments.read(OldTolerance.GENERATING, findings);
    GenerationRequest request = new GenerationRequest(
        facilities, emitters, targets.abis(), targets.rule(), options, Map.of());
    GenerationResult result = new GenerationPipeline(registry).run(request);
    findings.addAll(result.findings().list());
    int status = arguments.show(findings, "; nothing was written");
    return status == ExitStatus.FINE ? deliver(result.files()) : status;
  }

  private int deliver(List<GeneratedFile> files) {
    try {
      if (instead.verify) {
        List<String> differences = new FolderComparison(out).differences(files);
        differences.forEach(spec.commandLine().getOut()::println);
        return differences.isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
      }
      FolderSink sink = new FolderSink(out);
      List<FileChange> changes = instead.dryRun ? sink.plan(files) : sink.write(files);
      changes.forEach(spec.commandLine().getOut()::println);
      return ExitStatus.FINE;
    } catch (IOException e) {
      throw new Failure("nothing was written: " + IoMessages.text(e));
    }
  }

  private void checkOptions(EmitterRegistry registry) {
    Map<String, EmitterOption> known = new TreeMap<>();
    for (Emitter emitter : registry.emitters()) {
      emitter.options().forEach(option -> known.put(option.name(), option));
    }
    for (String name : emitters) {
      if (registry.named(name).isEmpty()) {
        throw usage("there is no emitter '" + name + "'", name, registry.names());
      }
    }
    for (String name : options.keySet()) {
      if (!known.containsKey(name)) {
        throw usage("no emitter has an option '" + name + "'", name, List.copyOf(known.keySet()));
      }
    }
  }

  private ParameterException usage(String message, String name, List<String> known) {
    String question = Nearest.question(name, known);
    String end = question.isEmpty() ? "; there are: " + String.join(", ", known) : "; " + question;
    return new ParameterException(spec.commandLine(), message + end);
  }
}
