package org.genevent.cli.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.diagnostic.Severity;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.Emitter;
import org.genevent.emit.GeneratedFile;
import org.genevent.layout.LayoutRule;
import org.genevent.model.FacilityChecksum;
import org.genevent.model.trace.TraceClass;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.plan.FacilityPlan;
import org.genevent.reader.LttTrace;
import org.genevent.reader.ReaderOptions;
import org.genevent.reader.TraceReader;
import org.genevent.xml.FacilityReader;

/**
 * Turns a trace into another. It is read twice: first to find out what would be lost and how much room everything takes, then
 * to write it. Used by one thread.
 */
public final class Conversion {

  private static final List<String> ARCHITECTURES =
      List.of("i386", "ppc", "sh", "s390", "mips", "arm", "ppc64", "x86_64", "c2", "powerpc");
  private static final String EVENTDEFS = "eventdefs/";
  private static final String ARCHITECTURE = "architecture";
  private static final String LTT = "ltt";

  /** The fact by which CTF has what headers of LTT say: buffers were overwritten. */
  private static final String FLIGHT_RECORDER = "flight_recorder";

  private final Path trace;
  private final TargetFormat format;
  private final boolean packed;
  private final Losses losses;
  private final Renames renames;
  private final Map<String, Object> environment = new LinkedHashMap<>();

  private Abi abi;

  /** From CTF to CTF, what becomes of each part, and the folder that is copied if nothing is to be changed. */
  private KeptTrace kept;

  private KeptMetadata metadata;
  private CtfFolder copied;
  private List<String> streamNames = List.of();

  /** What CTF 1.8 has as facts: of the trace that is read, or of the one that is written. */
  private PathFacts pathFacts;

  private SourceEvents source;
  private List<FacilityPlan> plans = List.of();
  private List<GeneratedFile> eventDefs = List.of();
  private List<StreamSizes> sizes = List.of();
  private int archType;
  private boolean flightRecorder;
  private Timeline timeline;

  /** Whether packets and threads are told by events of our own in LTT. */
  private boolean noted;

  private long events;

  /**
   * What is asked for.
   *
   * @param format the format
   * @param dataModel the sizes of types, or empty for those of the trace
   * @param byteOrder the order of bytes, or empty for that of the trace
   * @param packed whether nothing is aligned
   */
  public record Target(
      TargetFormat format,
      Optional<DataModel> dataModel,
      Optional<ByteOrder> byteOrder,
      boolean packed) {}

  private Conversion(Path trace, Target target) {
    this.trace = trace;
    this.format = target.format();
    this.packed = target.packed();
    this.losses = new Losses(trace.toString());
    this.renames = new Renames(losses);
  }

  /**
   * Looks at a trace.
   *
   * @param trace its directory
   * @param target what is asked for
   * @param registry has the emitters
   * @param report takes what is wrong with the trace, and what makes the conversion impossible
   * @return the conversion, or empty if it is impossible
   */
  public static Optional<Conversion> of(
      Path trace, Target target, EmitterRegistry registry, Consumer<Diagnostic> report) {
    Conversion conversion = new Conversion(trace, target);
    long[] damage = new long[1];
    Consumer<Diagnostic> counting = finding -> {
      damage[0]++;
      report.accept(finding);
    };
    try (TraceReader reader = TraceReader.open(List.of(trace), ReaderOptions.DEFAULT, counting)) {
      if (reader.traces().size() != 1) {
        if (reader.traces().size() > 1) {
          report.accept(conversion.impossible(
              "there are " + reader.traces().size() + " traces in it: name one of them"));
        }
        return Optional.empty();
      }
      if (!conversion.plan(reader, target, registry, report)) {
        return Optional.empty();
      }
      conversion.measure(reader);
      conversion.losses.count(
          "what the trace has where it is damaged, or nothing describes it", damage[0]);
      boolean whole = damage[0] == 0 && reader.unknownEvents() == 0;
      if (whole && conversion.isUnchanged(reader.traces().get(0))) {
        conversion.copied = CtfFolder.of(trace);
        conversion.losses.clear();
      }
    } catch (IOException e) {
      report.accept(conversion.impossible("it cannot be read: " + e.getMessage()));
      return Optional.empty();
    }
    return Optional.of(conversion);
  }

  /** Whether the trace is already as it is asked for. */
  private boolean isUnchanged(TraceClass of) {
    return kept != null
        && of.majorVersion() == (second() ? 2 : 1)
        && !packed
        && abi.byteOrder() == TraceOrder.of(of).byteOrder();
  }

  private boolean second() {
    return format == TargetFormat.CTF_2;
  }

  private Diagnostic impossible(String message) {
    return Diagnostic.of(
        DiagnosticCode.CONVERT_IMPOSSIBLE, new Place.InFile(trace.toString(), 0, 0), message);
  }

  private boolean plan(
      TraceReader reader, Target target, EmitterRegistry registry, Consumer<Diagnostic> report)
      throws IOException {
    Optional<LttTrace> ltt = reader.lttTraces().stream().findFirst();
    DataModel model = target
        .dataModel()
        .orElse(
            ltt.filter(facts -> facts.pointerBytes() == 4).isPresent()
                ? DataModel.ILP32
                : DataModel.LP64);
    TraceOrder order = TraceOrder.of(reader.traces().get(0));
    abi = new Abi(model, target.byteOrder().orElse(order.byteOrder()));
    if (ltt.isEmpty()) {
      TraceClass traceClass = reader.traces().get(0);
      TraceLosses.say(traceClass, format, losses);
      if (!format.isLtt()) {
        kept =
            new KeptTrace(traceClass, new SourceFields(second(), packed, order, renames, losses));
        metadata = new KeptMetadata(kept, second(), renames);
        return true;
      }
    }
    archType = archType(reader);
    flightRecorder = ltt.filter(LttTrace::flightRecorder).isPresent()
        || Long.valueOf(1).equals(reader.traces().get(0).environment().get(FLIGHT_RECORDER));
    timeline = Timeline.of(reader, format, losses);
    if (flightRecorder && !format.isLtt()) {
      environment.put(FLIGHT_RECORDER, 1L);
    }
    SourceEvents.KeptSizes kept = target.dataModel().isPresent()
        ? SourceEvents.KeptSizes.NONE
        : format.isLtt() ? SourceEvents.KeptSizes.OF_EACH : SourceEvents.KeptSizes.WIDEST;
    pathFacts = ltt.isPresent()
        ? new PathFacts()
        : new PathFacts(reader.traces().get(0).environment(), abi.dataModel());
    if (ltt.isEmpty()) {
      CtfFacts.descriptions(reader.traces().get(0), pathFacts);
    }
    source = SourceEvents.of(reader, kept, pathFacts, losses);
    noted = ltt.isPresent()
        ? ltt.get().facilities().stream().anyMatch(PacketNotes::isAnnounced)
        : format.isLtt()
            && CtfPackets.tells(reader.traces().get(0))
            && !source.has(PacketNotes.FACILITY);
    source = noted && format.isLtt() ? source.withNotes() : source;
    plans = new TargetFacilities(format, abi, packed, pathFacts, renames, losses)
        .plans(source.facilities());
    environment(reader);
    if (!format.isLtt()) {
      return true;
    }
    EmitRequest request = new EmitRequest(
        declarations(),
        Map.of("ltt.version", "0." + format.minorVersion()),
        Map.of(),
        registry.metadataPrinter());
    Emitter emitter = registry.named(LTT).orElseThrow();
    List<Diagnostic> findings = emitter.check(request);
    findings.forEach(report);
    if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
      return false;
    }
    eventDefs = emitter.emit(request).stream()
        .filter(file -> file.path().startsWith(EVENTDEFS))
        .toList();
    return true;
  }

  /** One plan of each facility, for one target: no descriptor says the sizes of types. */
  private List<FacilityPlan> declarations() {
    Map<String, FacilityPlan> byName = new LinkedHashMap<>();
    for (FacilityPlan plan : plans) {
      byName.computeIfAbsent(
          plan.facility().name(), name -> FacilityPlan.of(plan.facility(), abi, LayoutRule.LTT));
    }
    return List.copyOf(byName.values());
  }

  /** The number of the architecture that the trace names, else of a usual one with its word and byte order. */
  private int archType(TraceReader reader) {
    Object named = reader.traces().get(0).environment().getOrDefault(ARCHITECTURE, "");
    int known = ARCHITECTURES.indexOf(named) + 1;
    if (known > 0) {
      return known;
    }
    boolean small = abi.dataModel().wordBytes() == 4;
    boolean little = abi.byteOrder() == ByteOrder.LITTLE_ENDIAN;
    return 1 + ARCHITECTURES.indexOf(little ? small ? "i386" : "x86_64" : small ? "ppc" : "ppc64");
  }

  private void environment(TraceReader reader) {
    List<String> lost = new ArrayList<>();
    Map<String, Object> facts = reader.traces().get(0).environment();
    boolean isLtt = LTT.equals(facts.get("domain"));
    facts.forEach((name, value) -> {
      // what every LTT trace says, and what the facilities of the new one say
      boolean ofFormat = isLtt && (name.equals("domain") || name.startsWith("tracer_"))
          || name.startsWith("genevent_facility_");
      boolean known = name.equals(ARCHITECTURE) && ARCHITECTURES.contains(value)
          || name.equals(FLIGHT_RECORDER) && flightRecorder
          || pathFacts.isUsed(name, value);
      if (!format.isLtt()) {
        environment.put(name, value);
      } else if (!ofFormat && !known) {
        PathFacts.lostType(name, value).ifPresentOrElse(losses::add, () -> lost.add(name));
      }
    });
    if (!format.isLtt()) {
      pathFacts.addTo(environment);
    }
    if (!lost.isEmpty()) {
      losses.add("facts about the trace: " + String.join(", ", lost));
    }
  }

  /** Reads everything once. */
  private void measure(TraceReader reader) {
    if (kept != null) {
      measureKept(reader);
      return;
    }
    FrameLosses frame = new FrameLosses(noted, format, losses);
    FirstReading first = new FirstReading(reader, timeline, frame);
    PayloadBytes bytes = new PayloadBytes(abi.byteOrder(), renames, losses);
    new TraceWalk(source, plans, timeline).walk(reader, packets(reader, losses), bytes, first);
    frame.finish(reader);
    timeline.finish(losses);
    losses.count("events that nothing describes", reader.unknownEvents());
    sizes = first.sizes(format, !reader.lttTraces().isEmpty());
    events = first.events();
  }

  private SourcePackets packets(TraceReader reader, Losses of) {
    if (!noted) {
      return SourcePackets.NONE;
    }
    return reader.lttTraces().isEmpty()
        ? new CtfPackets(of)
        : new LttPackets(reader.lttTraces().get(0));
  }

  private void measureKept(TraceReader reader) {
    List<String> names = new ArrayList<>();
    reader.streams().forEach(stream -> names.add(stream.file().getFileName().toString()));
    streamNames = names;
    events = kept.walk(reader, new KeptValues(abi.byteOrder()), new KeptTrace.Output() {
      @Override
      public void packet(KeptPacket packet) {}

      @Override
      public void event(int stream, KeptEvent event, long cycles, KeptBytes parts) {}
    });
    losses.count("events that nothing describes", reader.unknownEvents());
  }

  /**
   * What would be lost.
   *
   * @return a finding for each thing; empty if nothing is
   */
  public List<Diagnostic> losses() {
    return losses.findings();
  }

  /**
   * How many events there are.
   *
   * @return those that are written
   */
  public long events() {
    return events;
  }

  /**
   * Writes the trace, all or nothing.
   *
   * @param out a folder that does not exist yet, or is empty
   * @param registry has the emitters
   * @throws IOException if something cannot be written; then the folder was not made
   */
  public void write(Path out, EmitterRegistry registry) throws IOException {
    try (WholeFolder folder = new WholeFolder(out)) {
      if (copied != null) {
        copied.copy(folder.filling());
        folder.finish();
        return;
      }
      if (kept != null) {
        writeKept(folder.filling());
        folder.finish();
        return;
      }
      try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {});
          TraceOutput output = output(folder.filling(), registry)) {
        Losses known = new Losses("");
        PayloadBytes bytes = new PayloadBytes(abi.byteOrder(), renames, known);
        new TraceWalk(source, plans, timeline).walk(reader, packets(reader, known), bytes, output);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      folder.finish();
    }
  }

  private void writeKept(Path folder) throws IOException {
    Files.writeString(folder.resolve("metadata"), metadata.print(abi.byteOrder()));
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {});
        KeptStreams output = new KeptStreams(folder, abi.byteOrder(), kept, streamNames)) {
      kept.walk(reader, new KeptValues(abi.byteOrder()), output);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private TraceOutput output(Path folder, EmitterRegistry registry) throws IOException {
    if (format.isLtt()) {
      for (GeneratedFile file : eventDefs) {
        Path path = folder.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.text());
      }
      return new LttOutput(
          folder,
          format,
          abi,
          packed,
          archType,
          flightRecorder,
          coreChecksum(),
          plans,
          sizes,
          timeline.lttClock(),
          noted
              ? new PacketNotes(
                  plans.get(0), new PayloadBytes(abi.byteOrder(), renames, new Losses("")))
              : null);
    }
    int[] firstIds = new int[plans.size()];
    int next = 0;
    for (int i = 0; i < firstIds.length; i++) {
      firstIds[i] = next;
      next += plans.get(i).events().size();
    }
    UUID uuid = CtfMetadata.uuid(plans, environment.toString());
    String text = new CtfMetadata(registry.metadataPrinter())
        .print(uuid, abi.byteOrder(), environment, timeline, streamClasses(), plans);
    String inVersion = second() ? CtfMetadata.second(text) : text;
    return new CtfOutput(folder, abi.byteOrder(), uuid, inVersion, firstIds, sizes, noted);
  }

  private Set<Integer> streamClasses() {
    Set<Integer> classes = new TreeSet<>();
    if (noted) {
      sizes.forEach(size -> classes.add(size.isShared() ? CtfMetadata.SHARED : CtfMetadata.OWNED));
    }
    return classes;
  }

  private int coreChecksum() {
    for (GeneratedFile file : eventDefs) {
      if (file.path().equals(EVENTDEFS + "core.xml")) {
        return FacilityReader.read(
                file.path(), file.text().getBytes(StandardCharsets.UTF_8), new Findings())
            .map(FacilityChecksum::of)
            .orElseThrow();
      }
    }
    throw new IllegalStateException("the core facility is not among the files of the emitter");
  }
}
