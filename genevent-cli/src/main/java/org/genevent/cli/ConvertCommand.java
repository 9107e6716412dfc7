package org.genevent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.genevent.abi.DataModel;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.pipeline.EmitterRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code genevent convert}: a trace of one format as one of another. */
@Command(
    name = "convert",
    description = {
      "Turns a CTF or LTT trace into another format, byte order, data model or alignment.",
      "What would be lost is said before anything is written, and then nothing is, unless --allow-loss is given."
    },
    mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {

  /** Models whose traces there are. */
  private static final Set<DataModel> MODELS =
      EnumSet.of(DataModel.LP64, DataModel.ILP32, DataModel.LLP64);

  /** Takes the words for formats. */
  static final class FormatConverter implements ITypeConverter<TargetFormat> {
    FormatConverter() {}

    @Override
    public TargetFormat convert(String value) {
      for (TargetFormat format : TargetFormat.values()) {
        if (format != TargetFormat.CTF_2 && format.toString().equals(value)) {
          return format;
        }
      }
      throw new TypeConversionException(
          "expected ctf, ltt-0.7 or ltt-0.8, but was '" + value + "'");
    }
  }

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "TRACE", description = "the directory of a trace")
  private Path trace;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = "ctf, ltt-0.7 or ltt-0.8")
  private TargetFormat format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the new trace's directory; it must not exist yet, or be empty")
  private Path out;

  @Option(
      names = "--ctf-version",
      paramLabel = "1.8|2",
      description = "the version of CTF that the new trace is of (default: 1.8)")
  private String ctfVersion;

  @Option(
      names = "--data-model",
      paramLabel = "MODEL",
      description =
          "sizes of types: lp64, ilp32, llp64 (default: those of an LTT trace's pointers, else lp64)")
  private DataModel dataModel;

  @Option(
      names = "--byte-order",
      paramLabel = "ORDER",
      description = "little or big (default: that of the trace)")
  private TargetOptions.Order order;

  @Option(names = "--packed", description = "align nothing")
  private boolean packed;

  @Option(names = "--allow-loss", description = "go on although something is lost")
  private boolean allowLoss;

  ConvertCommand() {}

  @Override
  public Integer call() {
    if (dataModel != null && !MODELS.contains(dataModel)) {
      throw new ParameterException(
          spec.commandLine(),
          "--data-model: there are no traces of " + dataModel.optionName()
              + "; use lp64, ilp32 or llp64");
    }
    PrintWriter err = spec.commandLine().getErr();
    EmitterRegistry registry = EmitterRegistry.load(ConvertCommand.class.getClassLoader());
    DamageReport damage = new DamageReport(err);
    Optional<ByteOrder> byteOrder = Optional.ofNullable(order).map(TargetOptions.Order::byteOrder);
    Conversion.Target target =
        new Conversion.Target(inVersion(), Optional.ofNullable(dataModel), byteOrder, packed);
    Optional<Conversion> conversion = Conversion.of(trace, target, registry, damage);
    damage.finish();
    if (conversion.isEmpty()) {
      err.println("genevent: nothing was written");
      return ExitStatus.FINDINGS;
    }
    List<Diagnostic> losses = conversion.get().losses();
    losses.forEach(loss -> err.println(loss.format()));
    if (!losses.isEmpty() && !allowLoss) {
      err.println("genevent: nothing was written; --allow-loss goes on without these");
      return ExitStatus.FINDINGS;
    }
    try {
      conversion.get().write(out, registry);
    } catch (IOException e) {
      throw new Failure("nothing was written: " + e.getMessage());
    }
    spec.commandLine().getOut().println(conversion.get().events() + " events in " + out);
    return ExitStatus.FINE;
  }

  private TargetFormat inVersion() {
    if (ctfVersion == null) {
      return format;
    } else if (format.isLtt()) {
      throw new ParameterException(
          spec.commandLine(), "--ctf-version: " + format + " is no version of CTF");
    }
    return switch (ctfVersion) {
      case "1.8" -> TargetFormat.CTF;
      case "2" -> TargetFormat.CTF_2;
      default ->
        throw new ParameterException(
            spec.commandLine(), "--ctf-version: there is 1.8 and 2, not '" + ctfVersion + "'");
    };
  }
}
