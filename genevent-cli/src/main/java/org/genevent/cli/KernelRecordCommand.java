package org.genevent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.genevent.cli.kernel.Collector;
import org.genevent.cli.kernel.KernelControl;
import org.genevent.cli.kernel.TraceStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code genevent kernel record}: a whole trace, from its creation to its files. */
@Command(
    name = "record",
    description = {
      "Records the kernel until Ctrl-C or for a given time, into a trace directory.",
      "Makes a trace, starts it, collects with a thread for each CPU and channel, stops it and removes it."
    },
    mixinStandardHelpOptions = true)
final class KernelRecordCommand implements Callable<Integer> {

  private static final long LOOK_MILLIS = 500;

  @ParentCommand
  private KernelCommand kernel;

  @Spec
  private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the trace directory to write, new or empty")
  private Path out;

  @Option(
      names = "--name",
      paramLabel = "TRACE",
      description = "the trace's name in the kernel (default: record-PID)")
  private String name = "record-" + ProcessHandle.current().pid();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "how long, for example 10s, 500ms or 5m (default: until Ctrl-C)")
  private Optional<Duration> duration = Optional.empty();

  @Mixin
  private KernelTraceOptions options;

  KernelRecordCommand() {}

  @Override
  public Integer call() {
    KernelControl module = kernel.module();
    try (Interruption interruption = new Interruption(spec.commandLine().getOut())) {
      int status = record(module, interruption.wanted());
      interruption.status(status);
      return status;
    } catch (IOException e) {
      throw new Failure(IoMessages.text(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }

  private int record(KernelControl module, CountDownLatch end)
      throws IOException, InterruptedException {
    Path files = module.trace(name);
    Collector collector = new Collector(files, out);
    module.send(options.create(name));
    boolean done = false;
    try {
      for (List<String> words : options.enable(name)) {
        module.send(words);
      }
      module.send(List.of("start", name));
      collect(collector, end);
      module.send(List.of("stop", name));
      long bytes = collector.finish();
      Optional<TraceStatus> status = TraceStatus.read(files);
      spec.commandLine()
          .getOut()
          .println(out + ": " + status.map(TraceStatus::sent).orElse(0L) + " events, "
              + status.map(TraceStatus::lost).orElse(0L) + " lost, " + bytes + " bytes");
      done = true;
      return ExitStatus.FINE;
    } finally {
      destroy(module, done);
    }
  }

  /** Where something else failed before, that is what users are told. */
  private void destroy(KernelControl module, boolean mustSucceed) throws IOException {
    try {
      module.send(List.of("destroy", name));
    } catch (IOException e) {
      if (mustSucceed) {
        throw e;
      }
    }
  }

  /** Until somebody ends it, the time is over, or it makes no sense any more. */
  private void collect(Collector collector, CountDownLatch end)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long limitNanos = duration.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    long leftNanos = limitNanos;
    while (leftNanos > 0 && collector.isFine()) {
      // CPUs may come
      collector.look();
      long waitNanos = Math.min(leftNanos, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
      if (end.await(waitNanos, TimeUnit.NANOSECONDS)) {
        return;
      }
      leftNanos = limitNanos - (System.nanoTime() - begin);
    }
  }
}
