package org.genevent.benchmarks;

import jdk.jfr.Recording;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same events in JFR, without stack traces, recorded to memory. */
public class JfrBenchmark {

  /** For JMH. */
  public JfrBenchmark() {}

  /** A recording of nothing but these events. */
  @State(Scope.Benchmark)
  public static class Enabled {
    private Recording recording;

    /** For JMH. */
    public Enabled() {}

    /** Starts it. */
    @Setup(Level.Trial)
    public void start() {
      recording = new Recording();
      recording.setToDisk(false);
      recording.enable(JfrNumber.class).withoutStackTrace();
      recording.enable(JfrNamed.class).withoutStackTrace();
      recording.start();
    }

    /** Ends it. */
    @TearDown(Level.Trial)
    public void stop() {
      recording.close();
    }
  }

  /**
   * An int and a long.
   *
   * @param recording the recording
   * @param work the arguments
   */
  @Benchmark
  public void number(Enabled recording, Work work) {
    JfrNumber event = new JfrNumber();
    event.number = work.next();
    event.value = 1L;
    event.commit();
  }

  /**
   * An int, a long and 16 characters.
   *
   * @param recording the recording
   * @param work the arguments
   */
  @Benchmark
  public void named(Enabled recording, Work work) {
    JfrNamed event = new JfrNamed();
    event.number = work.next();
    event.value = 1L;
    event.name = work.text;
    event.commit();
  }

  /**
   * An int and a long without a recording.
   *
   * @param work the arguments
   */
  @Benchmark
  public void noRecordingNumber(Work work) {
    JfrNumber event = new JfrNumber();
    event.number = work.next();
    event.value = 1L;
    event.commit();
  }
}
