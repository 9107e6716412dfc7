package org.genevent.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.genevent.contract.ContractField;
import org.genevent.contract.TraceContracts;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Severity;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.genevent.reader.replay.Replay;
import org.genevent.runtime.Session;
import org.opentest4j.AssertionFailedError;

/**
 * What was traced since a test began.
 *
 * <p>Every look at it sees all events that were written before, of all threads (see {@link Traced#ownThread}), in the order
 * of their time; the session goes on. Lost events, damage, and events that do not fit the interface asked for are
 * assertion errors. Used by one thread.
 */
public final class TestTrace implements AutoCloseable {

  private final Path directory;
  private final Session session;
  private final Thread onlyThread;
  private final Map<Class<?>, Map<String, Integer>> verified = new HashMap<>();
  private int looks;

  private TestTrace(Path directory, Session session, Thread onlyThread) {
    this.directory = directory;
    this.session = session;
    this.onlyThread = onlyThread;
  }

  /**
   * Begins to collect, for tests that do not use {@link Traced}.
   *
   * @param events globs over {@code facility:event}; all events if there is none
   * @return the trace, to be closed
   */
  public static TestTrace start(String... events) {
    return start(events, false, 64 << 10, 64);
  }

  static TestTrace start(Traced settings) {
    return start(
        settings.events(), settings.ownThread(), settings.subBufferBytes(), settings.subBuffers());
  }

  private static TestTrace start(
      String[] events, boolean ownThread, int subBufferBytes, int subBuffers) {
    try {
      Path directory = TestFolders.create();
      Session.Builder session = Session.to(directory.resolve("session"))
          .mode(Session.Mode.OVERWRITE)
          .channel("main", subBufferBytes, subBuffers);
      if (events.length > 0) {
        session.events(events);
      }
      return new TestTrace(directory, session.start(), ownThread ? Thread.currentThread() : null);
    } catch (IOException e) {
      throw new UncheckedIOException("no session for the test can be started", e);
    }
  }

  /**
   * All events.
   *
   * @return the events with their values by name
   */
  public List<EventRecord> events() {
    return look(reader -> {
      List<EventRecord> events = new ArrayList<>();
      while (reader.next()) {
        if (takes(reader)) {
          events.add(reader.record());
        }
      }
      return events;
    });
  }

  /**
   * The events of a facility.
   *
   * @param declared the interface with {@code @Facility}
   * @return the events as calls of its methods
   */
  public List<TracedCall> calls(Class<?> declared) {
    List<TracedCall> calls = new ArrayList<>();
    look(reader -> {
      Replay replay = Replay.of(reader, TestTrace::refuse);
      InvocationHandler collector = (proxy, method, arguments) -> {
        calls.add(new TracedCall(
            method.getName(),
            arguments == null ? List.of() : Arrays.asList(arguments),
            fieldNames(reader, arguments == null ? 0 : arguments.length),
            reader.timestampNanos(),
            replay.durationNanos(),
            context(replay)));
        return null;
      };
      deliver(reader, to(replay, declared, collector));
      return null;
    });
    return List.copyOf(calls);
  }

  private static <T> Replay to(Replay replay, Class<T> declared, InvocationHandler handler) {
    return replay.to(declared, proxy(declared, handler));
  }

  private static <T> T proxy(Class<T> declared, InvocationHandler handler) {
    return declared.cast(
        Proxy.newProxyInstance(declared.getClassLoader(), new Class<?>[] {declared}, handler));
  }

  /** Without the duration, which is a field and no parameter. */
  private static List<String> fieldNames(TraceReader reader, int parameters) {
    List<String> names = TraceContracts.event(reader.eventClass()).fields().stream()
        .map(ContractField::name)
        .toList();
    return names.subList(names.size() - parameters, names.size());
  }

  private static Optional<Record> context(Replay replay) {
    try {
      return Optional.of(replay.context(Record.class));
    } catch (IllegalStateException none) {
      return Optional.empty();
    }
  }

  /**
   * Calls an implementation with the events of a facility.
   *
   * @param declared the interface with {@code @Facility}
   * @param implementation takes the events; what it throws goes through
   * @param <T> the interface
   */
  public <T> void replay(Class<T> declared, T implementation) {
    look(reader -> {
      deliver(reader, Replay.of(reader, TestTrace::refuse).to(declared, implementation));
      return null;
    });
  }

  private void deliver(TraceReader reader, Replay replay) {
    while (reader.next()) {
      if (takes(reader)) {
        replay.deliver();
      }
    }
  }

  /**
   * Says which event must have been traced: the call of a method of what is given back. Each traced event counts for one
   * such call, in any order; null stands for what is written for it.
   *
   * @param declared the interface with {@code @Facility}
   * @param <T> the interface
   * @return an implementation whose methods fail if there is no such event that was not verified yet; default methods
   *     call the others
   */
  public <T> T verify(Class<T> declared) {
    return proxy(declared, (proxy, method, arguments) -> {
      if (method.isDefault()) {
        // not InvocationHandler.invokeDefault: an interface need not be public
        return MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup())
            .unreflectSpecial(method, method.getDeclaringClass())
            .bindTo(proxy)
            .invokeWithArguments(arguments == null ? new Object[0] : arguments);
      } else if (method.getDeclaringClass() == Object.class) {
        return switch (method.getName()) {
          case "equals" -> proxy == arguments[0];
          case "hashCode" -> System.identityHashCode(proxy);
          default -> "verification of " + declared.getName();
        };
      }
      List<TracedCall> calls = calls(declared);
      new Verification(calls, verified.computeIfAbsent(declared, unseen -> new HashMap<>()))
          .check(method.getName(), arguments == null ? new Object[0] : arguments);
      return null;
    });
  }

  /**
   * Fails if there are events of a facility that no call of {@link #verify} asked for.
   *
   * @param declared the interface with {@code @Facility}
   */
  public void verifyNoMore(Class<?> declared) {
    new Verification(calls(declared), verified.getOrDefault(declared, Map.of()))
        .checkNoMore(declared.getSimpleName());
  }

  private boolean takes(TraceReader reader) {
    return onlyThread == null || ThreadSink.threadOf(reader) == onlyThread.getId();
  }

  private <R> R look(Function<TraceReader, R> looking) {
    failIfLost();
    Path copy = directory.resolve("look-" + looks++);
    try {
      session.snapshot(copy);
      try (TraceReader reader = TraceReader.open(List.of(copy), TestTrace::refuse)) {
        R seen = looking.apply(reader);
        failIf(reader.discardedEvents());
        return seen;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the trace of the test cannot be read", e);
    } finally {
      TestFolders.delete(copy);
    }
  }

  private static void refuse(Diagnostic problem) {
    // a facility that was not traced yet is no mistake
    if (problem.code() != DiagnosticCode.REPLAY_NOTHING
        && (problem.severity() == Severity.ERROR
            || problem.code() == DiagnosticCode.REPLAY_VALUE)) {
      throw new AssertionFailedError(
          "the trace cannot be read as it is asked for:\n" + problem.format());
    }
  }

  void failIfLost() {
    failIf(session.discardedEvents());
    session.error().ifPresent(error -> {
      throw new AssertionFailedError("the session of the test cannot trace: " + error);
    });
  }

  private static void failIf(long lost) {
    if (lost > 0) {
      throw new AssertionFailedError(lost
          + (lost == 1 ? " event was lost" : " events were lost")
          + " while the test ran: there was no room, or the values could not be written; more room:"
          + " @Traced(subBufferBytes = …, subBuffers = …)");
    }
  }

  /** Ends the session and forgets what it traced. */
  @Override
  public void close() {
    session.close();
    TestFolders.delete(directory);
  }

  /** Folders of tests: in memory where that can be had. */
  private static final class TestFolders {
    private static final Path MEMORY = Path.of("/dev/shm");

    private TestFolders() {}

    static Path create() throws IOException {
      return Files.isWritable(MEMORY)
          ? Files.createTempDirectory(MEMORY, "genevent-test-")
          : Files.createTempDirectory("genevent-test-");
    }

    static void delete(Path folder) {
      if (!Files.exists(folder)) {
        return;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
