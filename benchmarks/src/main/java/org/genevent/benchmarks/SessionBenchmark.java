package org.genevent.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.genevent.runtime.Session;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Events of genevent: with a session that takes them, with one that takes others, with none.
 *
 * <p>The session is a flight recorder: with a consumer, a loop of nothing but events would measure the file system.
 */
public class SessionBenchmark {

  private static final BenchTracer EVENTS = BenchTracer.get();

  /** For JMH. */
  public SessionBenchmark() {}

  /** A session that takes the events. */
  @State(Scope.Benchmark)
  public static class Enabled {
    private final Recorder recorder = new Recorder("bench:*");

    /** For JMH. */
    public Enabled() {}

    /** Starts it. */
    @Setup(Level.Trial)
    public void start() {
      recorder.start();
    }

    /** Ends it. */
    @TearDown(Level.Trial)
    public void stop() {
      recorder.stop();
    }
  }

  /** A session that takes other events. */
  @State(Scope.Benchmark)
  public static class Disabled {
    private final Recorder recorder = new Recorder("other:*");

    /** For JMH. */
    public Disabled() {}

    /** Starts it. */
    @Setup(Level.Trial)
    public void start() {
      recorder.start();
    }

    /** Ends it. */
    @TearDown(Level.Trial)
    public void stop() {
      recorder.stop();
    }
  }

  /** A flight recorder in a temporary directory. */
  private static final class Recorder {
    private final String events;
    private Path folder;
    private Session session;

    Recorder(String events) {
      this.events = events;
    }

    void start() {
      try {
        folder = Files.createTempDirectory("genevent-benchmark");
        session = Session.to(folder.resolve("trace"))
            .events(events)
            .mode(Session.Mode.OVERWRITE)
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void stop() {
      session.close();
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * An int and a long.
   *
   * @param session a session that takes them
   * @param work the arguments
   */
  @Benchmark
  public void number(Enabled session, Work work) {
    EVENTS.number(work.next(), 1L);
  }

  /**
   * An int, a long and 16 characters.
   *
   * @param session a session that takes them
   * @param work the arguments
   */
  @Benchmark
  public void named(Enabled session, Work work) {
    EVENTS.named(work.next(), 1L, work.text);
  }

  /**
   * An int and a long that the session does not take.
   *
   * @param session a session that takes others
   * @param work the arguments
   */
  @Benchmark
  public void disabledNumber(Disabled session, Work work) {
    EVENTS.number(work.next(), 1L);
  }

  /**
   * An int and a long without a session.
   *
   * @param work the arguments
   */
  @Benchmark
  public void noSessionNumber(Work work) {
    EVENTS.number(work.next(), 1L);
  }
}
