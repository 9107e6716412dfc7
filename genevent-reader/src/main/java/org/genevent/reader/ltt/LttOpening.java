package org.genevent.reader.ltt;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.LttTrace;
import org.genevent.reader.stream.EventStream;

/** Opens the trace in a directory: its facilities, then its files. */
public final class LttOpening {

  private static final String CONTROL = "control";
  private static final String EVENTDEFS = "eventdefs";
  private static final int MAX_DEPTH = 16;
  private static final int MAX_FILES = 100_000;

  private final Path trace;
  private final Consumer<Diagnostic> report;
  private final List<EventStream> streams = new ArrayList<>();

  private LttOpening(Path trace, Consumer<Diagnostic> report) {
    this.trace = trace;
    this.report = report;
  }

  /**
   * Whether a directory is an LTT trace.
   *
   * @param directory the directory
   * @return true if it has both directories that every such trace has
   */
  public static boolean isTrace(Path directory) {
    return Files.isDirectory(directory.resolve(CONTROL))
        && Files.isDirectory(directory.resolve(EVENTDEFS));
  }

  /**
   * A trace that was opened.
   *
   * @param facts what its headers and facilities say
   * @param traceClass the same in the words of CTF
   * @param streams its streams, in order
   */
  public record Opened(LttTrace facts, TraceClass traceClass, List<EventStream> streams) {}

  /**
   * Opens a trace.
   *
   * @param trace its directory
   * @param firstOrder the order of its first stream
   * @param wanted which kinds of events are given
   * @param report takes what is wrong, now and while reading
   * @return the trace; empty if it cannot be read
   * @throws IOException if the directory cannot be read
   */
  public static Optional<Opened> open(
      Path trace, int firstOrder, Predicate<EventRecordClass> wanted, Consumer<Diagnostic> report)
      throws IOException {
    return new LttOpening(trace, report).open(firstOrder, wanted);
  }

  private Optional<Opened> open(int firstOrder, Predicate<EventRecordClass> wanted)
      throws IOException {
    List<TraceFile> files = files();
    BlockHeader first = firstFacilitiesHeader(files);
    if (first == null) {
      report(
          DiagnosticCode.TRACE_MEANING,
          trace,
          "there is no facilities file that can be read: control/facilities_0");
      return Optional.empty();
    }
    EventDefs eventDefs = new EventDefs(trace.resolve(EVENTDEFS), first.archType());
    FacilityTable facilities = new FacilityTable(trace, eventDefs, wanted, report);
    bindFacilities(files, first, facilities);
    TraceTime time = new TraceTime(first.start(), () -> reportBeyond(first.start()));
    for (TraceFile file : files) {
      try {
        open(file, firstOrder + streams.size(), facilities, time);
      } catch (IOException e) {
        report(DiagnosticCode.TRACE_UNREADABLE, file.path(), "cannot be read: " + e.getMessage());
      }
    }
    LttTrace facts = new LttTrace(
        trace,
        Math.max(0, first.form().minor),
        first.byteOrder(),
        ArchType.name(first.archType()),
        first.archBytes(),
        first.alignmentBytes(),
        first.heartbeat(),
        first.flightRecorder() != 0,
        first.start().frequency(),
        first.start().frequencyScale(),
        first.start().cycles(),
        first.start().wallNanos(),
        facilities.facilities());
    return Optional.of(new Opened(facts, traceClass(facts, facilities), streams));
  }

  private static TraceClass traceClass(LttTrace facts, FacilityTable facilities) {
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("domain", "ltt");
    environment.put("tracer_name", "ltt");
    environment.put("tracer_major", 0L);
    environment.put("tracer_minor", (long) facts.minorVersion());
    environment.put("architecture", facts.arch());
    DataStreamClass streamClass = new DataStreamClass(
        0, "", Optional.empty(), Optional.empty(), Optional.empty(), facilities.eventClasses());
    return new TraceClass(
        Optional.empty(),
        facts.byteOrder(),
        Optional.empty(),
        environment,
        List.of(),
        List.of(streamClass));
  }

  private List<TraceFile> files() throws IOException {
    List<TraceFile> found = new ArrayList<>();
    Path eventDefs = trace.resolve(EVENTDEFS);
    Files.walkFileTree(
        trace, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(eventDefs) || !folder.equals(trace) && isHidden(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile() || isHidden(file)) {
              return FileVisitResult.CONTINUE;
            }
            Optional<TraceFile> traceFile = TraceFile.of(trace, file);
            traceFile.ifPresentOrElse(
                found::add,
                () -> ignored(file, "its name is neither NAME_CPU nor NAME-TID.PGID.CREATION"));
            return found.size() < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException cause) {
            report(DiagnosticCode.TRACE_UNREADABLE, file, "cannot be read: " + cause.getMessage());
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(TraceFile.ORDER);
    return found;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  /** Facts about the whole trace are those of the first CPU's facilities file. */
  private BlockHeader firstFacilitiesHeader(List<TraceFile> files) throws IOException {
    for (TraceFile file : files) {
      if (file.hasFacilities()) {
        try (BlockFile blocks = new BlockFile(file.path(), quiet())) {
          BlockHeader header = blocks.open().isEmpty() ? blocks.firstHeader() : null;
          if (header != null) {
            return header;
          }
        }
      }
    }
    return null;
  }

  /** What is wrong with blocks is said when they are read for their events. */
  private static Consumer<Diagnostic> quiet() {
    return finding -> {};
  }

  private void bindFacilities(List<TraceFile> files, BlockHeader first, FacilityTable facilities)
      throws IOException {
    boolean numberingOf2007 = first.form() == HeaderForm.V0_8;
    int loadNumbers = CoreFacility.usualNumbers(first.form());
    for (TraceFile file : files) {
      if (!file.hasFacilities()) {
        continue;
      }
      try (BlockFile blocks = new BlockFile(file.path(), quiet())) {
        if (!blocks.open().isEmpty()) {
          continue;
        }
        while (blocks.next()) {
          int size = blocks.sizeBytes();
          numberingOf2007 |= blocks.eventId() > 3 || blocks.eventId() == 3 && size == Long.BYTES;
          try {
            CoreFacility.Load load = bindFacility(blocks, facilities);
            loadNumbers = load == null ? loadNumbers : load.numbers();
          } catch (LttFailure e) {
            blocks.damaged(e.getMessage(), blocks.payloadStart());
          }
        }
      }
    }
    facilities.bindCore(
        CoreFacility.builtIn(numberingOf2007, loadNumbers),
        new TypeSizes(
            Integer.BYTES,
            first.archBytes(),
            first.archBytes(),
            first.archBytes(),
            first.alignmentBytes()));
  }

  /** Goes behind an event of a facilities file; gives it if it is a load. */
  private static CoreFacility.Load bindFacility(BlockFile blocks, FacilityTable facilities) {
    int size = blocks.sizeBytes();
    boolean core = blocks.facilityId() == CoreFacility.ID;
    boolean load = core && CoreFacility.isLoad(blocks.eventId(), size);
    if (size == LttEvent.NO_SIZE && !load) {
      throw LttFailure.SIZE;
    } else if (size != LttEvent.NO_SIZE && size > blocks.payloadRoom()) {
      throw LttFailure.BEYOND_BLOCK;
    }
    if (!load) {
      blocks.endEvent(blocks.payloadStart() + size);
      return null;
    }
    CoreFacility.Load found = CoreFacility.load(
        blocks.block(), blocks.buffer(), blocks.payloadStart(), blocks.payloadRoom(), size);
    blocks.endEvent(blocks.payloadStart() + found.bytes());
    facilities.bind(found);
    return found;
  }

  private void open(TraceFile file, int order, FacilityTable facilities, TraceTime time)
      throws IOException {
    if (Files.size(file.path()) == 0) {
      return;
    }
    BlockFile blocks = new BlockFile(file.path(), report);
    String wrong = blocks.open();
    if (wrong.isEmpty() && file.isCompact()) {
      int compact = facilities.compactId();
      if (compact < 0) {
        wrong = "no facility 'compact' was announced and described, so its events have no bounds";
      } else {
        blocks.compact(compact, facilities.eventCount(compact));
      }
    }
    if (!wrong.isEmpty()) {
      blocks.close();
      ignored(file.path(), wrong);
      return;
    }
    streams.add(new LttCursor(blocks, file.name(), order, facilities, time));
  }

  private void ignored(Path file, String why) {
    report.accept(
        Diagnostic.of(DiagnosticCode.TRACE_FILE, new Place.InFile(file.toString(), 0, 0), why)
            .withRule("a file that is no trace file is passed over"));
  }

  private void reportBeyond(BlockHeader.Start start) {
    report.accept(Diagnostic.of(
            DiagnosticCode.TRACE_DAMAGED,
            new Place.InFile(trace.toString(), 0, 0),
            "its clock gives times that 64 bits of nanoseconds do not hold: "
                + Long.toUnsignedString(start.frequency()) + " cycles a second, times "
                + Long.toUnsignedString(start.frequencyScale())
                + ", from the TSC " + Long.toUnsignedString(start.cycles()))
        .withRule("such times are shown as the first or the last that they hold"));
  }

  private void report(DiagnosticCode code, Path file, String message) {
    report.accept(Diagnostic.of(code, new Place.InFile(file.toString(), 0, 0), message));
  }
}
